package nl.bovenstrooms.local;

import java.time.Duration;
import java.util.Optional;

/**
 * When a process that died is started again: soon at first, then with growing pauses, and not for ever. One that stayed up for a
 * minute counts as healed and begins anew. One for each process; not thread-safe.
 */
final class Restarts {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final int MOST_IN_A_ROW = 5;

    private int inARow;
    private long latestStart;

    /** The next start: how long to wait for it, and which one in a row it is. */
    record Attempt(Duration pause, int number) {}

    void started(long nanos) {
        latestStart = nanos;
    }

    /** Empty when it has died often enough. */
    Optional<Attempt> afterDeath(long nanos) {
        if (nanos - latestStart >= LONG_ENOUGH.toNanos()) {
            inARow = 0;
        }
        if (inARow == MOST_IN_A_ROW) {
            return Optional.empty();
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << inARow);
        inARow++;
        return Optional.of(new Attempt(pause, inARow));
    }
}
