package nl.bovenstrooms.queue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;

/** An empty queue before each test, and ways to fill it. */
public abstract class QueueFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    protected MovableClock clock;

    @BeforeEach
    void theQueueIsEmpty() throws SQLException {
        Kept.execute(true, "truncate inspection, reading, review_case, assessment, scored_scan");
    }

    protected Scored scored() {
        return Scored.at(clock.instant());
    }

    /** Publishes the score, and waits until the queue has it. */
    protected UUID taken(Scored scored) {
        scored.publish();
        var event = scored.event().id();
        await(() -> Kept.count("select count(*) from processed_event where event_id = ?", event) == 1);
        return scored.scanId();
    }

    protected static long cases(UUID scanId) {
        return Kept.count("select count(*) from review_case where scan_id = ?", scanId);
    }

    protected static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + PATIENCE);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
