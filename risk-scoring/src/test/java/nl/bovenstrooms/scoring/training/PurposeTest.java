package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PurposeTest {

    @Property
    void noSeedServesTwoPurposes(
            @ForAll @IntRange(max = 0xFFFF) int run,
            @ForAll @LongRange(max = (1L << 40) - 1) long number,
            @ForAll @IntRange(max = 0xFFFF) int otherRun,
            @ForAll @LongRange(max = (1L << 40) - 1) long otherNumber) {
        for (var one : Purpose.values()) {
            for (var other : Purpose.values()) {
                if (one != other) {
                    assertThat(one.seed(run, number)).isNotEqualTo(other.seed(otherRun, otherNumber));
                }
            }
        }
    }

    /** All seeds that a purpose can ever have lie between its first and its last, and no two of these stretches touch. */
    @Test
    void theSeedsOfAPurposeEndBeforeThoseOfTheNextBegin() {
        for (var index = 1; index < Purpose.values().length; index++) {
            var last = Purpose.values()[index - 1].seed(0xFFFF, (1L << 40) - 1);
            assertThat(Purpose.values()[index].seed(0, 0)).isGreaterThan(last);
        }
    }

    @Test
    void everyContainerOfTheRunsHasASeedOfItsOwn() {
        var seeds = new HashSet<Long>();
        for (var purpose : Purpose.values()) {
            for (var run = 0; run < 3; run++) {
                for (var number = 0; number < 1000; number++) {
                    assertThat(seeds.add(purpose.seed(run, number))).isTrue();
                }
            }
        }
    }

    @Test
    void refusesNumbersThatWouldRunIntoAnotherPurpose() {
        assertThatThrownBy(() -> Purpose.TRAINING.seed(0, 1L << 40)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Purpose.TRAINING.seed(1 << 16, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
