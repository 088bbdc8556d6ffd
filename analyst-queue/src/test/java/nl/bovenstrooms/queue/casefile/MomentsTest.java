package nl.bovenstrooms.queue.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.bovenstrooms.queue.casefile.Moments.Direction;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T05:00:00Z");
    private static final Instant CUT_OFF = RECEIVED.plus(Duration.ofHours(10));
    private static final Instant DEPARTURE = RECEIVED.plus(Duration.ofHours(20));
    private static final Instant ARRIVAL = RECEIVED.plus(Duration.ofDays(14));

    private static final Moments ALL = new Moments(CUT_OFF, DEPARTURE, ARRIVAL, Direction.EXPORT, RECEIVED);

    @Test
    void theDeadlineIsTheNextMomentThatLiesAhead() {
        assertThat(ALL.next(RECEIVED)).isEqualTo(new Deadline(CUT_OFF, Deadline.Kind.CUT_OFF, false));
        assertThat(ALL.next(CUT_OFF.minusMillis(1)).kind()).isEqualTo(Deadline.Kind.CUT_OFF);
    }

    @Test
    void exactlyAtTheDeadlineItHasPassed() {
        assertThat(ALL.next(CUT_OFF)).isEqualTo(new Deadline(DEPARTURE, Deadline.Kind.DEPARTURE, false));
        assertThat(ALL.next(DEPARTURE)).isEqualTo(new Deadline(ARRIVAL, Deadline.Kind.ARRIVAL, false));
        assertThat(ALL.next(ARRIVAL).kind()).isEqualTo(Deadline.Kind.NONE);
        assertThat(ALL.next(ARRIVAL).passed()).isTrue();
    }

    @Test
    void whatTheManifestDoesNotNameIsMissing() {
        var withoutCutOff = new Moments(null, DEPARTURE, null, Direction.EXPORT, RECEIVED);

        assertThat(withoutCutOff.next(RECEIVED).kind()).isEqualTo(Deadline.Kind.DEPARTURE);
        assertThat(withoutCutOff.missing()).containsExactly(Deadline.Kind.CUT_OFF, Deadline.Kind.ARRIVAL);
        assertThat(ALL.missing()).isEmpty();
    }

    @Test
    void withoutAnyMomentThirtySixHoursStandIn() {
        var none = new Moments(null, null, null, Direction.EXPORT, RECEIVED);
        var end = RECEIVED.plus(Duration.ofHours(36));

        assertThat(none.next(RECEIVED)).isEqualTo(new Deadline(end, Deadline.Kind.NONE, false));
        assertThat(none.next(end)).isEqualTo(new Deadline(end, Deadline.Kind.NONE, true));
    }

    @Test
    void atThePortOfArrivalToo() {
        var scanned = new Moments(
                CUT_OFF.minus(Duration.ofDays(20)),
                DEPARTURE.minus(Duration.ofDays(20)),
                RECEIVED.minusSeconds(60),
                Direction.IMPORT,
                RECEIVED);

        assertThat(scanned.next(RECEIVED).passed()).isFalse();
    }
}
