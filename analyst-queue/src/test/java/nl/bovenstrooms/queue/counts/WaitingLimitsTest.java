package nl.bovenstrooms.queue.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    private final WaitingLimits limits = new WaitingLimits(Duration.ofMinutes(30), Duration.ofHours(2));

    @Test
    void anEmptyQueueIsQuiet() {
        assertThat(limits.areExceeded(NOW, null, null)).isFalse();
    }

    @Test
    void exactlyAtTheLimitOfWaitingItIsStillQuiet() {
        var limit = NOW.minus(Duration.ofMinutes(30));

        assertThat(limits.areExceeded(NOW, limit, null)).isFalse();
        assertThat(limits.areExceeded(NOW, limit.minusMillis(1), null)).isTrue();
    }

    @Test
    void exactlyTwoHoursBeforeADeadlineItIsRaised() {
        var limit = NOW.plus(Duration.ofHours(2));

        assertThat(limits.areExceeded(NOW, NOW, limit)).isTrue();
        assertThat(limits.areExceeded(NOW, NOW, limit.plusMillis(1))).isFalse();
    }
}
