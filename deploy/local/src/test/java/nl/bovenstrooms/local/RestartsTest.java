package nl.bovenstrooms.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Restarts restarts = new Restarts();

    @Test
    void aProcessThatKeepsDyingIsStartedFiveTimesWithGrowingPausesAndThenNoMore() {
        var pauses = new ArrayList<Long>();
        restarts.started(0);
        for (var attempt = restarts.afterDeath(1); attempt.isPresent(); attempt = restarts.afterDeath(1)) {
            pauses.add(attempt.get().pause().toSeconds());
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(restarts.afterDeath(2)).isEmpty();
    }

    @Test
    void oneThatStayedUpForExactlyAMinuteBeginsAnew() {
        restarts.started(0);
        assertThat(restarts.afterDeath(1)).map(Restarts.Attempt::number).contains(1);
        restarts.started(10);
        assertThat(restarts.afterDeath(10 + MINUTE - 1))
                .map(Restarts.Attempt::number)
                .contains(2);
        restarts.started(20);
        assertThat(restarts.afterDeath(20 + MINUTE))
                .map(Restarts.Attempt::number)
                .contains(1);
    }

    @Test
    void theClockMayCountFromBelowZero() {
        restarts.started(Long.MIN_VALUE);
        assertThat(restarts.afterDeath(Long.MIN_VALUE + 5))
                .map(Restarts.Attempt::number)
                .contains(1);
    }
}
