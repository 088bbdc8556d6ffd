package nl.bovenstrooms.queue.counts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do.
 *
 * @param waiting cases that can be claimed, second readings among them
 * @param claimed cases that somebody holds
 * @param secondReadings of those that wait
 * @param decidedToday since midnight
 * @param oldestWaitingSince the longest-waiting case
 * @param nextDeadline of a waiting case
 * @param unreadAlarm whether a case waits too long, or too near to its deadline
 */
public record Counts(
        long waiting,
        long claimed,
        long secondReadings,
        long decidedToday,
        @Nullable Instant oldestWaitingSince,
        @Nullable Instant nextDeadline,
        boolean unreadAlarm) {}
