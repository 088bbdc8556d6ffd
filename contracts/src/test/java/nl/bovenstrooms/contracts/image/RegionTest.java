package nl.bovenstrooms.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegionTest {

    @Test
    void aRegionFitsUpToTheLastPixel() {
        assertThat(new Region(1, 2, 9, 8).fitsIn(10, 10)).isTrue();
        assertThat(new Region(2, 2, 9, 8).fitsIn(10, 10)).isFalse();
        assertThat(new Region(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 1).fitsIn(10, 10))
                .isFalse();
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        var region = new Region(0, 0, 10, 10);
        assertThat(region.intersectionOverUnion(region)).isEqualTo(1);
        assertThat(region.intersectionOverUnion(new Region(10, 0, 10, 10))).isZero();
        assertThat(region.intersectionOverUnion(new Region(5, 0, 10, 10))).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void aRegionOfNoPixelsIsRefused() {
        assertThatThrownBy(() -> new Region(0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(-1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
