package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlaneTest {

    @Property(tries = 100)
    void aMeanIsThatOfTheWindow(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 12) int height,
            @ForAll @IntRange(max = 14) int along,
            @ForAll @IntRange(max = 14) int down) {
        var plane = random(width, height, seed);

        var means = plane.mean(along, down);

        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                assertThat((double) means.at(column, row))
                        .isCloseTo(mean(plane, column, row, along, down), within(1e-4));
            }
        }
    }

    private static double mean(Plane plane, int column, int row, int along, int down) {
        var sum = 0.0;
        var count = 0;
        for (var y = Math.max(0, row - down); y <= Math.min(plane.height() - 1, row + down); y++) {
            for (var x = Math.max(0, column - along); x <= Math.min(plane.width() - 1, column + along); x++) {
                sum += plane.at(x, y);
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void betweenPixelsItIsInterpolatedAndItsBorderGoesOn() {
        var plane = new Plane(2, 2, new float[] {0, 1, 2, 3});

        assertThat(plane.at(0.5, 0.5)).isEqualTo(1.5f);
        assertThat(plane.at(-7.0, -7.0)).isZero();
        assertThat(plane.at(9.0, 9.0)).isEqualTo(3);
    }

    @Test
    void cellsAreMeansOfTheirPixels() {
        var plane = new Plane(4, 2, new float[] {0, 2, 10, 10, 4, 6, 10, 10});

        assertThat(plane.reduced(2, 2).values()).containsExactly(3, 10);
    }

    @Property(tries = 50)
    void turnedRoundTwiceItIsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int width) {
        var plane = random(width, 3, seed);

        assertThat(plane.mirrored().mirrored().values()).isEqualTo(plane.values());
    }

    private static Plane random(int width, int height, long seed) {
        var random = new SplittableRandom(seed);
        var plane = new Plane(width, height);
        for (var index = 0; index < plane.values().length; index++) {
            plane.values()[index] = (float) random.nextDouble(-5, 5);
        }
        return plane;
    }
}
