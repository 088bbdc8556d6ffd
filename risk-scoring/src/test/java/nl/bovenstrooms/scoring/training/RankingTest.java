package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import nl.bovenstrooms.scoring.image.Calibration;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void aPerfectOrderHasAnAreaOfOneAndFindsAll() {
        var ranking = new Ranking(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true});
        assertThat(ranking.areaUnderCurve()).isEqualTo(1);
        assertThat(ranking.recallAt(0.01)).isEqualTo(1);
    }

    @Test
    void tiesCountHalf() {
        var ranking = new Ranking(new double[] {5, 5, 5, 5}, new boolean[] {false, true, false, true});
        assertThat(ranking.areaUnderCurve()).isEqualTo(0.5);
        assertThat(ranking.recallAt(0.5)).isZero();
    }

    @Test
    void countsPairsInTheRightOrder() {
        var ranking = new Ranking(new double[] {1, 3, 2, 4}, new boolean[] {false, false, true, true});
        assertThat(ranking.areaUnderCurve()).isEqualTo(0.75);
    }

    @Test
    void allowsNoMoreFalseAlarmsThanAsked() {
        var scores = new double[200];
        var positive = new boolean[200];
        for (var index = 0; index < 200; index++) {
            scores[index] = index;
            positive[index] = index % 2 == 1;
        }
        var ranking = new Ranking(scores, positive);
        // Of 100 negative ones, 0, 2 ... 198, five may lie above: 190 to 198.
        assertThat(ranking.threshold(0.05)).isEqualTo(188);
        assertThat(ranking.recallAt(0.05)).isEqualTo(0.06);
    }

    @Test
    void calibrationFindsTheCurveThatMadeTheLabels() {
        var calibration = calibration(score -> 1 / (1 + Math.exp(-2 * score)));
        for (var score : new double[] {-1.5, -0.7, 0, 0.7, 1.5}) {
            assertThat(calibration.evidence(score)).isCloseTo(2 * score, within(0.25));
        }
    }

    @Test
    void calibrationLevelsOffWhereNothingCanBeSeen() {
        // Three in ten can't be seen at all, so that not even the lowest score says that there is nothing.
        var calibration = calibration(score -> 0.3 + 0.7 / (1 + Math.exp(-8 * score)));
        assertThat(calibration.probability(-1.5) / calibration.probability(-0.8))
                .isCloseTo(1, within(0.15));
        assertThat(calibration.probability(1.5)).isGreaterThan(0.9);
    }

    private static Calibration calibration(DoubleUnaryOperator probability) {
        var random = new SplittableRandom(1);
        var scores = new double[20_000];
        var positive = new boolean[20_000];
        for (var index = 0; index < scores.length; index++) {
            scores[index] = 4 * random.nextDouble() - 2;
            positive[index] = random.nextDouble() < probability.applyAsDouble(scores[index]);
        }
        return new Ranking(scores, positive).calibration();
    }

    @Test
    void calibrationOfPerfectlySeparatedScoresStaysModest() {
        var calibration =
                new Ranking(new double[] {-9, -8, 8, 9}, new boolean[] {false, false, true, true}).calibration();
        assertThat(calibration.probability(9)).isBetween(0.6, 0.95);
    }

    @Test
    void calibrationNeverTurnsTheOrderAround() {
        var calibration =
                new Ranking(new double[] {9, 8, 7, 1, 2}, new boolean[] {false, false, true, true, true}).calibration();
        assertThat(calibration.evidence(9)).isGreaterThan(calibration.evidence(1));
    }

    @Test
    void precisionCountsAsManyPositiveOnesAsThereAreInLife() {
        // Of 100 positive ones the upper half scores above all 100 negative ones.
        var scores = new double[200];
        var positive = new boolean[200];
        for (var index = 0; index < 200; index++) {
            positive[index] = index < 100;
            scores[index] = index < 50 ? 1000 + index : index;
        }
        var ranking = new Ranking(scores, positive);
        // Half of 0.3 % is 0.15 % of all: opening so much finds nothing else, opening 1 % mostly clean ones.
        assertThat(ranking.precision(0.0015, 0.003)).isCloseTo(1, within(1e-9));
        assertThat(ranking.precision(0.01, 0.003)).isCloseTo(0.15, within(1e-9));
        assertThat(ranking.precision(1, 0.003)).isCloseTo(0.003, within(1e-9));
    }

    @Test
    void theCurveGoesFromTheHighestScoreToTheLowest() {
        var curve = new Ranking(new double[] {4, 3, 3, 1}, new boolean[] {true, true, false, false}).curve();
        assertThat(curve)
                .containsExactly(new Ranking.Point(0, 0.5), new Ranking.Point(0.5, 1), new Ranking.Point(1, 1));
    }
}
