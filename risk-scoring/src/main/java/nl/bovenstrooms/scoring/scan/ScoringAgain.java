package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Scores scans again of which something else changed. What comes in meanwhile goes first: several changes to one scan make one new
 * score.
 */
@ApplicationScoped
class ScoringAgain {

    private final KeepingScan keeping;

    @Inject
    ScoringAgain(KeepingScan keeping) {
        this.keeping = keeping;
    }

    @Scheduled(
            every = "{bovenstrooms.scoring.again-every:1S}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void scoreAllThatWait() {
        var another = true;
        while (another) {
            another = keeping.scoreOneAgain();
        }
    }
}
