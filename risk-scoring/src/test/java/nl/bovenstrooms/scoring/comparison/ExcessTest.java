package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExcessTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 96;
    private static final Weights WEIGHTS = new Weights(-6, 1, 1, 3);

    private final Plane predicted = noise(1);

    /** Seen from the side, a wall in front of the end wall is a few pixels wide and as high as the container. */
    @Test
    void aNarrowWallIsOneSpotAsHighAsItself() {
        var picture = noise(2);
        for (var row = 20; row < 70; row++) {
            for (var column = 9; column <= 11; column++) {
                picture.values()[row * WIDTH + column] += 2;
            }
        }

        var spot = Excess.of(predicted, picture, new Rise(0, new Plane(128, 48)))
                .spots(1, WEIGHTS)
                .get(0);

        assertThat(spot.column()).isBetween(9, 11);
        assertThat(spot.row()).isBetween(35, 55);
        assertThat(spot.radiusAlong()).isEqualTo(1);
        assertThat(spot.radiusDown()).isEqualTo(18);
    }

    @Test
    void aChassisIsNoDifferenceButWhatIsSuspiciousByTheFloorCounts() {
        var picture = noise(2);
        for (var row = 86; row < 90; row++) {
            for (var column = 100; column < 140; column++) {
                picture.values()[row * WIDTH + column] += 2;
            }
        }
        var here = new Plane(128, 48);
        here.values()[44 * 128 + 60] = 1;

        var chassis =
                Excess.of(predicted, picture, new Rise(0, new Plane(128, 48))).spots(1, WEIGHTS);
        var suspicious = Excess.of(predicted, picture, new Rise(0, here))
                .spots(1, WEIGHTS)
                .get(0);

        assertThat(chassis).allSatisfy(spot -> assertThat(spot.row()).isLessThan(82));
        assertThat(suspicious.signs().suspicionHere()).isEqualTo(1);
        assertThat(suspicious.signs().strength()).isZero();
        assertThat(suspicious.row()).isBetween(88, 89);
        assertThat(suspicious.column()).isBetween(120, 121);
    }

    private static Plane noise(long seed) {
        var random = new SplittableRandom(seed);
        var plane = new Plane(WIDTH, HEIGHT);
        for (var index = 0; index < plane.values().length; index++) {
            plane.values()[index] = (float) (1 + random.nextDouble(-0.05, 0.05));
        }
        return plane;
    }
}
