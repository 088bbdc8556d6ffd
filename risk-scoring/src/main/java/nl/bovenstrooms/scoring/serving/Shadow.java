package nl.bovenstrooms.scoring.serving;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A second model that looks at the containers that the model in service has looked at, and changes nothing: the difference
 * goes to the log and the metrics, for people to compare before the one follows the other.
 *
 * <p>It has one thread and holds one picture. What comes while it is busy, or when the service has no {@link Room}, it does not
 * see: under load it is the first to go.
 */
public final class Shadow implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Shadow.class);
    private static final String PREFIX = "bovenstrooms.scoring.shadow.";

    /** Scans follow each other without a gap under load: what counts is whether there is room a moment after a look. */
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Executor aMomentLater;
    private final Room room;
    private final MeterRegistry registry;
    private final Semaphore free = new Semaphore(1);
    private volatile @Nullable ImageModel model;

    Shadow(Executor aMomentLater, Room room, MeterRegistry registry) {
        this.aMomentLater = aMomentLater;
        this.room = room;
        this.registry = registry;
        for (var outcome : Outcome.values()) {
            registry.counter(PREFIX + "looks", "outcome", outcome.name());
        }
    }

    /** Without a model yet. */
    public static Shadow on(Room room, MeterRegistry registry) {
        var thread = Executors.newSingleThreadExecutor(task -> {
            var worker = new Thread(task, "shadow-model");
            worker.setDaemon(true);
            return worker;
        });
        var later = CompletableFuture.delayedExecutor(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS, thread);
        return new Shadow(later, room, registry);
    }

    /**
     * The same model, whose looks are shown to the shadow.
     *
     * @param scan which scan it will look at, for the log
     */
    ImageModel beside(ImageModel served, String scan) {
        return model == null ? served : new Watched(served, scan);
    }

    /** @param next is closed by this; null for none */
    void replaceBy(@Nullable ImageModel next) {
        free.acquireUninterruptibly();
        var replaced = model;
        model = next;
        free.release();
        if (replaced != null) {
            replaced.close();
        }
    }

    @Override
    public void close() {
        replaceBy(null);
    }

    private void show(Watched watched, Raster principal, @Nullable Raster low, Region container, ImageFindings seen) {
        if (!free.tryAcquire()) {
            count(Outcome.DROPPED);
            return;
        }
        aMomentLater.execute(() -> {
            try {
                count(look(watched, principal, low, container, seen));
            } finally {
                free.release();
            }
        });
    }

    private Outcome look(
            Watched watched, Raster principal, @Nullable Raster low, Region container, ImageFindings served) {
        var shadow = model;
        if (shadow == null || !room.isLeft()) {
            return Outcome.DROPPED;
        }
        try {
            // Whether a picture is readable is no matter of the weights.
            if (!(served instanceof Seen real) || !(shadow.look(principal, low, container) instanceof Seen seen)) {
                return Outcome.NOT_READABLE;
            }
            compare(watched, real, shadow, seen);
            return Outcome.COMPARED;
        } catch (RuntimeException e) {
            LOG.warnf(e, "The shadow model %s gave no answer for scan %s", shadow.version(), watched.scan);
            return Outcome.FAILED;
        }
    }

    private void compare(Watched watched, Seen real, ImageModel shadow, Seen seen) {
        var difference = seen.logOdds() - real.logOdds();
        LOG.infof(
                "Scan %s: log-odds %.3f by shadow model %s (%s), %.3f by %s (%s) in service, difference %.3f",
                watched.scan,
                seen.logOdds(),
                shadow.version(),
                shadow.digest(),
                real.logOdds(),
                watched.version(),
                watched.digest(),
                difference);
        DistributionSummary.builder(PREFIX + "difference")
                .description("absolute difference of the log-odds of the shadow model and of the one in service")
                .tag("shadow", shadow.digest())
                .tag("served", watched.digest())
                .tag("direction", difference >= 0 ? "higher" : "lower")
                .register(registry)
                .record(Math.abs(difference));
    }

    private void count(Outcome outcome) {
        registry.counter(PREFIX + "looks", "outcome", outcome.name()).increment();
    }

    private enum Outcome {
        COMPARED,
        NOT_READABLE,
        FAILED,
        DROPPED
    }

    private final class Watched implements ImageModel {

        private final ImageModel served;
        private final String scan;

        private Watched(ImageModel served, String scan) {
            this.served = served;
            this.scan = scan;
        }

        @Override
        public ImageFindings look(Raster principal, @Nullable Raster low, Region container) {
            var seen = served.look(principal, low, container);
            show(this, principal, low, container, seen);
            return seen;
        }

        @Override
        public String version() {
            return served.version();
        }

        @Override
        public String digest() {
            return served.digest();
        }

        @Override
        public void close() {
            served.close();
        }
    }
}
