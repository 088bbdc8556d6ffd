package nl.bovenstrooms.queue.counts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a case may wait before somebody has to be told.
 *
 * @param waiting a case that waits longer than this waits too long
 * @param deadlineWithin a case that still waits when its deadline is this near waits too long
 */
record WaitingLimits(Duration waiting, Duration deadlineWithin) {

    /**
     * @param oldest since when the longest-waiting case waits; null when none does
     * @param deadline the next one of a waiting case; null when there is none
     */
    boolean areExceeded(Instant now, @Nullable Instant oldest, @Nullable Instant deadline) {
        var waitsLong = oldest != null && Duration.between(oldest, now).compareTo(waiting) > 0;
        var isUrgent = deadline != null && Duration.between(now, deadline).compareTo(deadlineWithin) <= 0;
        return waitsLong || isUrgent;
    }
}
