package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {

    @Test
    void findsTheCurveThatMadeTheLabels() {
        var ranking = drawn(10_000, 1, score -> 2 * score);
        var calibration = ranking.calibration(ones(10_000));
        for (var score : new double[] {-1.5, -0.7, 0, 0.7, 1.5}) {
            assertThat(calibration.evidence(score)).isCloseTo(2 * score, within(0.25));
        }
    }

    @Test
    void levelsOffWhereNothingCanBeSeen() {
        var calibration = drawn(10_000, 2, score -> Math.max(-0.8, 3 * score)).calibration(ones(10_000));
        assertThat(calibration.evidence(-0.9) - calibration.evidence(-1.8)).isBetween(0.0, 0.4);
        assertThat(calibration.evidence(1) - calibration.evidence(0.3)).isGreaterThan(1.4);
    }

    @Test
    void risesWhateverItIsGiven() {
        for (var seed = 0; seed < 20; seed++) {
            var ranking = drawn(60, seed, score -> -score);
            var calibration = ranking.calibration(ones(60));
            for (var score = -3.0; score < 3; score += 0.1) {
                assertThat(calibration.evidence(score + 0.1)).isGreaterThan(calibration.evidence(score));
            }
        }
    }

    @Test
    void whatHardlyCountsHardlyMatters() {
        var scores = new double[4000];
        var positive = new boolean[4000];
        var weights = new double[4000];
        var rising = drawn(2000, 3, score -> 2 * score);
        var level = drawn(2000, 4, score -> 0);
        for (var index = 0; index < 2000; index++) {
            scores[index] = rising.scores()[index];
            positive[index] = rising.positive()[index];
            weights[index] = 1;
            scores[2000 + index] = level.scores()[index];
            positive[2000 + index] = level.positive()[index];
            weights[2000 + index] = 0.001;
        }
        var both = new Ranking(scores, positive).calibration(weights);
        var alone = rising.calibration(ones(2000));
        for (var score = -1.5; score <= 1.5; score += 0.5) {
            assertThat(both.evidence(score)).isCloseTo(alone.evidence(score), within(0.05));
        }
    }

    @Test
    void isModestWithFewAndWhereAllAreTheSame() {
        var few = new Ranking(new double[] {-9, -8, 8, 9}, new boolean[] {false, false, true, true});
        assertThat(few.calibration(ones(4)).probability(9)).isBetween(0.55, 0.95);
        var same = new Ranking(new double[] {5, 5, 5, 5}, new boolean[] {false, true, false, true});
        assertThat(same.calibration(ones(4)).evidence(5)).isCloseTo(0, within(0.01));
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Ranking drawn(int count, int seed, DoubleUnaryOperator evidence) {
        var random = new SplittableRandom(seed);
        var scores = new double[count];
        var positive = new boolean[count];
        for (var index = 0; index < count; index++) {
            scores[index] = 4 * random.nextDouble() - 2;
            positive[index] = random.nextDouble() < 1 / (1 + Math.exp(-evidence.applyAsDouble(scores[index])));
        }
        return new Ranking(scores, positive);
    }
}
