package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.bovenstrooms.scoring.score.Interval;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void theIntervalOfAShareIsWilsons() {
        // Values of the worked example for 10 of 50: 0.1124 to 0.3304.
        var interval = Interval.ofShare(10, 50);
        assertThat(interval.low()).isCloseTo(0.1124, within(1e-3));
        assertThat(interval.high()).isCloseTo(0.3304, within(1e-3));
    }

    @Test
    void allOfAFewIsNotCertain() {
        assertThat(Interval.ofShare(10, 10).low()).isBetween(0.6, 0.8);
        assertThat(Interval.ofShare(10, 10).high()).isCloseTo(1, within(1e-9));
        assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void aGoalIsMetAtItsBound() {
        var figure = Figure.share("recall", "found", 9, 10);
        assertThat(figure.withGoal(Goal.atLeast(0.9)).verdict()).isEqualTo("met");
        assertThat(figure.withGoal(Goal.atLeast(0.91)).verdict()).isEqualTo("not met");
        assertThat(figure.withGoal(Goal.atMost(0.9)).verdict()).isEqualTo("met");
        assertThat(figure.verdict()).isEmpty();
    }

    @Test
    void whatNoPictureTellsMeetsNoGoal() {
        var figure = Figure.share("recall", "found", 0, 0).withGoal(Goal.atLeast(0));
        assertThat(figure.valueText()).isEqualTo("-");
        assertThat(figure.isMet()).isFalse();
        assertThat(figure.verdict()).isEqualTo("not measured");
    }
}
