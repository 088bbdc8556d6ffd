package nl.bovenstrooms.queue.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nl.bovenstrooms.contracts.event.InspectionReported.Find;
import nl.bovenstrooms.contracts.event.InspectionReported.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Find FIND = new Find("cocaine", 212.5, "DOORS", "rip-off");

    @ParameterizedTest
    @EnumSource
    void aFindComesWithFoundAloneAndAReasonWithNotDoneAlone(Outcome outcome) {
        assertThat(possible(outcome, null, null))
                .isEqualTo(outcome == Outcome.NOTHING || outcome == Outcome.OTHER_IRREGULARITY);
        assertThat(possible(outcome, FIND, null)).isEqualTo(outcome == Outcome.FOUND);
        assertThat(possible(outcome, null, "sailed")).isEqualTo(outcome == Outcome.NOT_DONE);
        assertThat(possible(outcome, FIND, "sailed")).isFalse();
    }

    @Test
    void aCheckThatEndsNowIsOverAndOneThatEndsLaterIsNot() {
        assertThat(at(NOW).whyNot(NOW)).isEmpty();
        assertThat(at(NOW.plusMillis(1)).whyNot(NOW))
                .hasValueSatisfying(why -> assertThat(why.en()).contains("future"));
    }

    @Test
    void theSameMomentIsTheSameWhereverItIsTold() {
        var there = new Inspection(Outcome.NOTHING, null, null, OffsetDateTime.parse("2026-11-24T02:00:00.0001-03:00"));

        assertThat(there).isEqualTo(at(NOW));
    }

    private static boolean possible(Outcome outcome, @Nullable Find find, @Nullable String why) {
        return new Inspection(outcome, find, why, NOW.atOffset(ZoneOffset.UTC))
                .whyNot(NOW)
                .isEmpty();
    }

    private static Inspection at(Instant moment) {
        return new Inspection(Outcome.NOTHING, null, null, moment.atOffset(ZoneOffset.UTC));
    }
}
