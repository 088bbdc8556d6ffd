package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
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
    void calibrationFindsTheLineThatMadeTheLabels() {
        var random = new SplittableRandom(1);
        var scores = new double[20_000];
        var positive = new boolean[20_000];
        for (var index = 0; index < scores.length; index++) {
            scores[index] = 4 * random.nextDouble() - 2;
            positive[index] = random.nextDouble() < 1 / (1 + Math.exp(-2 * scores[index]));
        }
        var calibration = new Ranking(scores, positive).platt();
        assertThat(calibration.slope()).isCloseTo(2, within(0.1));
        assertThat(calibration.intercept()).isCloseTo(0, within(0.1));
    }

    @Test
    void calibrationOfPerfectlySeparatedScoresStaysModest() {
        var calibration = new Ranking(new double[] {-9, -8, 8, 9}, new boolean[] {false, false, true, true}).platt();
        assertThat(calibration.probability(9)).isBetween(0.6, 0.95);
    }

    @Test
    void calibrationNeverTurnsTheOrderAround() {
        var calibration =
                new Ranking(new double[] {9, 8, 7, 1, 2}, new boolean[] {false, false, true, true, true}).platt();
        assertThat(calibration.slope()).isPositive();
    }
}
