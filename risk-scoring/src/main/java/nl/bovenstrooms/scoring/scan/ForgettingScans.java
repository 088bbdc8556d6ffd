package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Deletes all that is kept of scans whose time is over: manifests, findings, passages, scores, and what became of their
 * containers. Scores of others stay as they are; when one of them is made again for another reason, it is made without what is gone.
 */
@ApplicationScoped
class ForgettingScans {

    private static final Logger LOG = Logger.getLogger(ForgettingScans.class);

    /** In one transaction, which scans that come in wait for. */
    private static final int AT_ONCE = 200;

    private final Archive archive;
    private final Clock clock;

    @Inject
    ForgettingScans(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetSome() {
        var forgotten = forget();
        if (forgotten > 0) {
            LOG.infof("%d scans were deleted: they may be kept no longer", forgotten);
        }
    }

    /** @return how many were deleted; there may be more */
    @Transactional
    public int forget() {
        archive.lock();
        return archive.forget(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), AT_ONCE);
    }
}
