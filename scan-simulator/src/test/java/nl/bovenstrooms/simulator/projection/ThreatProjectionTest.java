package nl.bovenstrooms.simulator.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Noise;
import nl.bovenstrooms.simulator.projection.ThreatProjection.Request;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreatProjectionTest {

    private static final int WIDTH = 700;
    private static final int HEIGHT = 300;
    private static final Region CONTAINER = new Region(40, 30, 600, 220);

    private static Raster grey(int level, double deviation) {
        var noise = new Noise(3);
        var samples = new short[WIDTH * HEIGHT];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) (level + deviation * noise.next());
        }
        return new Raster(WIDTH, HEIGHT, 16, samples);
    }

    private static Request request(double visibility, double gamma) {
        return new Request(BoxType.DRY_40, CONTAINER, Bundle.SPORTS_BAGS, 60, 0.2, 0.1, gamma, visibility);
    }

    @Test
    void nothingChangesOutsideOfTheMask() {
        var before = grey(30_000, 200);
        var after = ThreatProjection.into(before, null, request(0, 1), new Chance(1));
        var changed = 0;
        for (var index = 0; index < after.mask().length; index++) {
            if (after.mask()[index] == 0) {
                assertThat(Math.abs(after.principal().samples()[index] - before.samples()[index]))
                        .isLessThan((short) 1500);
            } else {
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(200);
        assertThat(before.samples()[0]).isEqualTo(grey(30_000, 200).samples()[0]);
        assertThat(after.region().fitsIn(WIDTH, HEIGHT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 20})
    void contrastIsTheOneThatWasAskedFor(double visibility) {
        var before = grey(30_000, 300);
        var after = ThreatProjection.into(before, null, request(visibility, 1), new Chance(1));
        var sum = 0.0;
        var count = 0;
        for (var index = 0; index < after.mask().length; index++) {
            if (after.mask()[index] != 0) {
                sum += 30_000 - (after.principal().samples()[index] & 0xFFFF);
                count++;
            }
        }
        assertThat(after.visibility()).isCloseTo(visibility, within(0.02 * visibility));
        assertThat(sum / count / 300).isCloseTo(visibility, within(0.35 * visibility));
    }

    @Test
    void attenuationAddsWhateverStandsThereAlready() {
        var bright = ThreatProjection.into(grey(40_000, 0), null, request(0, 1), new Chance(1));
        var dark = ThreatProjection.into(grey(4_000, 0), null, request(0, 1), new Chance(1));
        for (var index = 0; index < bright.mask().length; index += 7) {
            if (bright.mask()[index] != 0) {
                var ofBright = (bright.principal().samples()[index] & 0xFFFF) / 40_000.0;
                var ofDark = (dark.principal().samples()[index] & 0xFFFF) / 4_000.0;
                assertThat(ofBright).isCloseTo(ofDark, within(0.01));
            }
        }
    }

    @Test
    void theSofterBeamIsWeakenedMore() {
        var after = ThreatProjection.into(grey(40_000, 0), grey(40_000, 0), request(0, 1), new Chance(1));
        var low = after.low();
        assertThat(low).isNotNull();
        var middle = after.region();
        var x = middle.x() + middle.width() / 2;
        var y = middle.y() + middle.height() / 2;

        assertThat(low.at(x, y)).isLessThan(after.principal().at(x, y));
    }

    @Test
    void aGammaMakesTheSameContrabandFainter() {
        var linear = ThreatProjection.into(grey(40_000, 100), null, request(0, 1), new Chance(1));
        var curved = ThreatProjection.into(grey(40_000, 100), null, request(0, 2), new Chance(1));

        assertThat(curved.visibility()).isLessThan(linear.visibility());
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThatThrownBy(() -> new Request(BoxType.DRY_40, CONTAINER, Bundle.BRICKS, 0, 0.5, 0, 1, 0))
                .hasMessageContaining("1 to 2000");
        var outside = new Request(BoxType.DRY_40, new Region(500, 0, 600, 220), Bundle.BRICKS, 20, 0.5, 0, 1, 0);
        assertThatThrownBy(() -> ThreatProjection.into(grey(100, 0), null, outside, new Chance(1)))
                .hasMessageContaining("outside");
    }
}
