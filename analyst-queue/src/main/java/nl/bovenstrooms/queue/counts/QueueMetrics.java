package nl.bovenstrooms.queue.counts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The counts as metrics, for dashboards and alarms. Looked up every few seconds, not with every scrape. */
@ApplicationScoped
@Startup
public class QueueMetrics {

    private final CountingCases countingCases;
    private final Clock clock;
    private final AtomicReference<@Nullable Counts> last = new AtomicReference<>();

    @Inject
    QueueMetrics(CountingCases countingCases, Clock clock, MeterRegistry metrics) {
        this.countingCases = countingCases;
        this.clock = clock;
        gauge(metrics, "queue.cases.waiting", "Cases that wait for a reader", Counts::waiting);
        gauge(metrics, "queue.cases.claimed", "Cases that a reader holds", Counts::claimed);
        gauge(metrics, "queue.cases.second.readings", "Cases that wait for a second reader", Counts::secondReadings);
        gauge(metrics, "queue.cases.decided.today", "Cases decided since midnight", Counts::decidedToday);
        gauge(metrics, "queue.unread.alarm", "1 when a case waits too long", counts -> counts.unreadAlarm() ? 1 : 0);
        gauge(metrics, "queue.cases.oldest.age.seconds", "Age of the longest-waiting case", this::oldestAge);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        last.set(countingCases.count());
    }

    private double oldestAge(Counts counts) {
        var oldest = counts.oldestWaitingSince();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<Counts> value) {
        Gauge.builder(name, () -> {
                    var counts = last.get();
                    return counts == null ? Double.NaN : value.applyAsDouble(counts);
                })
                .description(description)
                .register(metrics);
    }
}
