package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Scores scans again of which something else changed. What comes in meanwhile goes first: several changes to one scan make one new
 * score. A scan that can't be scored is set aside for a while, since others wait behind it.
 */
@ApplicationScoped
class ScoringAgain {

    private static final Logger LOG = Logger.getLogger(ScoringAgain.class);
    private static final Duration ASIDE = Duration.ofMinutes(10);

    private final KeepingScan keeping;
    private final Clock clock;
    private final Map<UUID, Instant> setAside = new HashMap<>();

    @Inject
    ScoringAgain(KeepingScan keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    @Scheduled(
            every = "{bovenstrooms.scoring.again-every:1S}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void scoreAllThatWait() {
        var another = true;
        while (another) {
            another = scoreOne();
        }
    }

    /** @return false when none waits that can be tried now */
    boolean scoreOne() {
        var now = clock.instant();
        setAside.values().removeIf(until -> !until.isAfter(now));
        var waiting = keeping.longestMarked(setAside.keySet());
        waiting.ifPresent(scanId -> {
            try {
                keeping.scoreAgain(scanId);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Scan %s could not be scored again; it is tried once more in %s", scanId, ASIDE);
                setAside.put(scanId, now.plus(ASIDE));
            }
        });
        return waiting.isPresent();
    }
}
