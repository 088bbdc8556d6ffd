package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import nl.bovenstrooms.scoring.training.SimulatedPairs.Flaw;
import org.junit.jupiter.api.Test;

class SimulatedPairsTest {

    @Test
    void theSameSeedGivesTheSamePair() {
        var pair = SimulatedPairs.withInsertion(7);

        assertThat(SimulatedPairs.withInsertion(7).second().principal().samples())
                .isEqualTo(pair.second().principal().samples());
        assertThat(SimulatedPairs.withInsertion(7).landmarks()).isEqualTo(pair.landmarks());
    }

    @Test
    void anInsertionHasItsMassAndItsPlace() {
        var pair = SimulatedPairs.withInsertion(3);

        assertThat(pair.insertion()).isNotNull().satisfies(insertion -> {
            assertThat(insertion.kilograms()).isGreaterThanOrEqualTo(SimulatedPairs.LEAST_KILOGRAMS);
            assertThat(insertion.mask())
                    .hasSameSizeAs(pair.second().principal().samples())
                    .contains((byte) 1);
            assertThat(insertion.without().container()).isEqualTo(pair.second().container());
        });
    }

    @Test
    void nothingIsPutIntoAnUnchangedContainer() {
        assertThat(SimulatedPairs.unchanged(3).insertion()).isNull();
    }

    @Test
    void containersComeFromBothSides() {
        assertThat(LongStream.range(0, 8).mapToObj(SimulatedPairs::unchanged).map(SimulatedPair::mirrored))
                .contains(true, false);
    }

    @Test
    void ofACutContainerAPartIsMissing() {
        var pair = SimulatedPairs.flawed(Flaw.CUT, 5);
        var whole = SimulatedPairs.unchanged(5);

        assertThat(pair.second().container().width())
                .isLessThanOrEqualTo(whole.second().container().width() * 8 / 10);
    }
}
