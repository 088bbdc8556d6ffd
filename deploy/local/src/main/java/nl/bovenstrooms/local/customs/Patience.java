package nl.bovenstrooms.local.customs;

import java.time.Duration;

/**
 * How long a customs system goes on trying while the other side is away.
 *
 * @param firstPause after the first failure; each next pause is twice as long
 * @param longestPause no pause is longer
 * @param total no new attempt after this
 */
public record Patience(Duration firstPause, Duration longestPause, Duration total) {
    /** For a person who waits. */
    public static final Patience SHORT =
            new Patience(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(20));

    /** For a machine: a restart of everything is sat out. */
    public static final Patience LONG =
            new Patience(Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofMinutes(4));

    /** @param failures so far, 1 or more */
    Duration pauseAfter(int failures) {
        var doublings = Math.min(failures - 1, 20);
        var pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
