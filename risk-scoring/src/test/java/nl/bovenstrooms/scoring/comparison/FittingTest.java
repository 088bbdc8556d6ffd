package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FittingTest {

    @Property(tries = 50)
    void coefficientsAreFoundBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new SplittableRandom(seed);
        var truth = random.doubles(size, -3, 3).toArray();
        var equations = new Equations(size);
        for (var observation = 0; observation < 6 * size; observation++) {
            var factors = random.doubles(size, -1, 1).toArray();
            var value = 0.0;
            for (var index = 0; index < size; index++) {
                value += truth[index] * factors[index];
            }
            equations.observe(factors, value, random.nextDouble(0.5, 2));
        }

        assertThat(equations.solve()).containsExactly(truth, within(1e-5));
    }

    @Test
    void aWildValueDoesNotBendACurve() {
        var places = new double[40];
        var values = new double[40];
        var weights = new double[40];
        for (var index = 0; index < 40; index++) {
            places[index] = (index + 0.5) / 40;
            values[index] = 2 + 3 * Math.cos(Math.PI * places[index]);
            weights[index] = 1;
        }
        values[20] = 60;

        var curve = SmoothCurve.through(places, values, weights, 6);

        assertThat(curve.at(0.5)).isCloseTo(2, within(0.1));
        assertThat(curve.at(0.1)).isCloseTo(2 + 3 * Math.cos(Math.PI * 0.1), within(0.1));
    }

    /** Whatever rising curve a viewer has, and whatever the energy. */
    @Property(tries = 30)
    void aCurveDropsOut(@ForAll long seed, @ForAll @DoubleRange(min = 0.4, max = 2.5) double gamma) {
        var random = new SplittableRandom(seed);
        var second = new Plane(64, 48);
        var first = new Plane(64, 48);
        for (var index = 0; index < second.values().length; index++) {
            second.values()[index] = (float) random.nextDouble(0.1, 4);
            first.values()[index] = (float) (1.3 * Math.pow(second.values()[index], gamma));
        }

        var matched = Tone.matched(first, second);

        for (var index = 0; index < second.values().length; index++) {
            assertThat(matched.values()[index]).isCloseTo(second.values()[index], within(0.08f));
        }
    }

    @Test
    void aPeakLiesBetweenItsSamples() {
        assertThat(Peak.between(0, 1, 1)).isEqualTo(0.5);
        assertThat(Peak.between(1, 1, 1)).isZero();
    }

    /** A row that is the mean of two other ones is made of these two, and what is in one place only stands out. */
    @Test
    void aPredictionKnowsWhichRowsARowIsMadeOf() {
        var random = new SplittableRandom(3);
        var first = new Plane(256, 96);
        for (var index = 0; index < first.values().length; index++) {
            first.values()[index] = (float) random.nextDouble(0, 2);
        }
        var second = new Plane(256, 96);
        for (var row = 0; row < 96; row++) {
            for (var column = 0; column < 256; column++) {
                var above = first.at(column, Math.max(0, row - 4));
                var below = first.at(column, Math.min(95, row + 4));
                second.values()[row * 256 + column] = (above + below) / 2;
            }
        }
        for (var row = 40; row < 46; row++) {
            Arrays.fill(second.values(), row * 256 + 100, row * 256 + 108, 4);
        }

        var rest = second.minus(Prediction.of(first, second), 1);

        assertThat(rest.at(104, 43)).isGreaterThan(2);
        assertThat(Math.abs(rest.at(30, 43))).isLessThan(0.25f);
    }
}
