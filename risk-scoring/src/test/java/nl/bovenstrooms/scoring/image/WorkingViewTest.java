package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import org.junit.jupiter.api.Test;

class WorkingViewTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    private final WorkingView view = new WorkingView(WIDTH, HEIGHT);

    @Test
    void aFlatPictureStaysFlatAtAnySizeAndDepth() {
        for (var width : new int[] {10, 64, 65, 127, 1000}) {
            for (var bits : new int[] {8, 16}) {
                var full = (1 << bits) - 1;
                view.show(flat(width, 50, bits, full / 4), null, new Region(0, 0, width, 50));
                assertThat(plane(0)).allSatisfy(value -> assertThat(value).isCloseTo(0.693f, within(0.01f)));
                assertThat(plane(1)).containsOnly(0f);
                assertThat(plane(2)).containsOnly(0f);
            }
        }
    }

    @Test
    void opaqueAndOpenBeamAreFinite() {
        view.show(flat(100, 100, 16, 0), null, new Region(0, 0, 100, 100));
        assertThat(plane(0)).containsOnly(3.4f);
        view.show(flat(100, 100, 8, 255), null, new Region(0, 0, 100, 100));
        assertThat(plane(0)).allSatisfy(value -> assertThat(value).isCloseTo(0, within(1e-4f)));
    }

    @Test
    void averagesOverTheAreaOfAPixel() {
        // Columns of 0 and full beam in turn: every new pixel covers two and a half of them, so it is never all or
        // nothing.
        var raster = flat(160, 64, 16, 0);
        for (var index = 0; index < raster.samples().length; index += 2) {
            raster.samples()[index] = (short) 65535;
        }
        view.show(raster, null, new Region(0, 0, 160, 64));
        // T between 0.4 and 0.6.
        assertThat(plane(0)).allSatisfy(value -> assertThat(value).isBetween(0.25f, 0.46f));
    }

    @Test
    void showsThePartThatWasAskedFor() {
        var raster = flat(300, 200, 16, 65535);
        for (var row = 50; row < 82; row++) {
            Arrays.fill(raster.samples(), row * 300 + 100, row * 300 + 164, (short) 6553);
        }
        view.show(raster, null, new Region(100, 50, 64, 32));
        assertThat(plane(0)).allSatisfy(value -> assertThat(value).isCloseTo(1.151f, within(0.001f)));
    }

    @Test
    void theSecondEnergyFillsTheOtherPlanesAndDoesNotStay() {
        var whole = new Region(0, 0, 64, 32);
        view.show(flat(64, 32, 16, 40000), flat(64, 32, 16, 30000), whole);
        assertThat(plane(1)).allSatisfy(value -> assertThat(value).isCloseTo(2 * 0.2877f, within(0.001f)));
        assertThat(plane(2)).containsOnly(1f);
        view.show(flat(64, 32, 16, 40000), null, whole);
        assertThat(plane(1)).containsOnly(0f);
        assertThat(plane(2)).containsOnly(0f);
    }

    @Test
    void refusesARegionOutsideAndEnergiesOfTwoSizes() {
        var raster = flat(100, 100, 8, 100);
        assertThatThrownBy(() -> view.show(raster, null, new Region(50, 0, 51, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the picture");
        assertThatThrownBy(() -> view.show(raster, flat(99, 100, 8, 1), new Region(0, 0, 10, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99 x 100");
    }

    private List<Float> plane(int plane) {
        return IntStream.range(plane * WIDTH * HEIGHT, (plane + 1) * WIDTH * HEIGHT)
                .mapToObj(index -> view.values()[index])
                .toList();
    }

    static Raster flat(int width, int height, int bits, int value) {
        var samples = new short[width * height];
        Arrays.fill(samples, (short) value);
        return new Raster(width, height, bits, samples);
    }
}
