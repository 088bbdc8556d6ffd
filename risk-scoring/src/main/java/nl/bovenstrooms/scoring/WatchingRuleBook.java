package nl.bovenstrooms.scoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import org.jboss.logging.Logger;

/** Looks for another rule book while the service runs, and tells what came of it. */
final class WatchingRuleBook implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WatchingRuleBook.class);

    private final ActiveRuleBook active;
    private final Counter refused;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rule-book");
        thread.setDaemon(true);
        return thread;
    });

    WatchingRuleBook(ActiveRuleBook active, MeterRegistry registry) {
        this.active = active;
        refused = Counter.builder("bovenstrooms.scoring.rule.book.refused")
                .description("rule books in the watched folder that could not be used; an alarm belongs on it")
                .register(registry);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it never completes, and a look tells by itself what went wrong
    void start(Duration every) {
        clockwork.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            switch (active.look()) {
                case UNCHANGED -> {}
                case ACTIVATED ->
                    LOG.infof("Rule book %s is in force", active.get().version());
                case REFUSED -> {
                    refused.increment();
                    LOG.errorf(
                            "A new rule book is refused, %s stays in force: %s",
                            active.get().version(), active.refusal().orElse(""));
                }
            }
        } catch (RuntimeException | Error e) { // the next look may find a better one
            LOG.error("The rule book could not be looked at", e);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
