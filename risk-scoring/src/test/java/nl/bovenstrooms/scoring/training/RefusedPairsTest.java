package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Obstacle;
import nl.bovenstrooms.scoring.training.SimulatedPairs.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedPairsTest {

    private static final int PAIRS = 12;

    /** Now and then another load stands alike by chance. */
    @ParameterizedTest
    @EnumSource(names = {"OTHER_CONTAINER", "OTHER_LOAD"})
    void whatIsAnotherLoadIsHardlyEverCompared(Flaw flaw) {
        var refused = LongStream.range(0, PAIRS)
                .mapToObj(number -> SimulatedPairs.flawed(flaw, Purpose.PAIRS_CALIBRATION.seed(1, number)))
                .filter(pair ->
                        Comparing.compare(pair.first(), pair.second()).equals(new NotComparable(Obstacle.DO_NOT_MATCH)))
                .count();
        assertThat(refused).isGreaterThanOrEqualTo(PAIRS - 2);
    }

    @Test
    void twoScansOfOneLoadAreHardlyEverRefused() {
        var refused = LongStream.range(0, PAIRS)
                .mapToObj(number -> SimulatedPairs.unchanged(Purpose.PAIRS_CALIBRATION.seed(1, number)))
                .filter(pair -> Comparing.compare(pair.first(), pair.second()) instanceof NotComparable)
                .count();
        assertThat(refused).isLessThanOrEqualTo(2);
    }
}
