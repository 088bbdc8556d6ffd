package nl.bovenstrooms.queue.counts;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts as they change. Once a second the database is asked, one time for all who listen, and not at all when nobody does: that
 * sees changes made by other instances, and the ones that time makes by itself.
 */
@ApplicationScoped
public class CountsFeed {

    private final CountingCases countingCases;
    private final BroadcastProcessor<Counts> changes = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicReference<@Nullable Counts> last = new AtomicReference<>();

    @Inject
    CountsFeed(CountingCases countingCases) {
        this.countingCases = countingCases;
    }

    /** Changes from now on. Who reads too slowly gets the newest, not all. */
    Multi<Counts> changes() {
        return changes.onOverflow()
                .dropPreviousItems()
                .onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (listeners.get() == 0) {
            return;
        }
        var counts = countingCases.count();
        if (!counts.equals(last.getAndSet(counts))) {
            changes.onNext(counts);
        }
    }
}
