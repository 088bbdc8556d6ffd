package nl.bovenstrooms.scoring.scan;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries again what can go better the next time, a bounded number of times.
 *
 * @param attempts in all, at least 1
 * @param pause before the second attempt; doubled before each further one, at most {@link #LONGEST_PAUSE}
 * @param sleeper waits; a test passes one that does not
 */
public record Retrying(int attempts, Duration pause, Sleeper sleeper) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Waits for a while. */
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    public static Retrying of(int attempts, Duration pause) {
        return new Retrying(attempts, pause, wait -> Thread.sleep(wait.toMillis()));
    }

    /** @throws RuntimeException the last failure, when no attempt went well or another one would not help */
    public <T> T call(Supplier<T> attempt, Predicate<RuntimeException> isWorthAnother) {
        var wait = pause;
        for (var number = 1; ; number++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (number >= attempts || !isWorthAnother.test(e)) {
                    throw e;
                }
                sleep(wait, e);
                wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
            }
        }
    }

    private void sleep(Duration wait, RuntimeException failure) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
