package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.imagestore.ImageMissing;
import nl.bovenstrooms.imagestore.ImageStoreUnavailable;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Comparison;
import nl.bovenstrooms.scoring.comparison.Comparison.Change;
import nl.bovenstrooms.scoring.comparison.Comparison.Changed;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Same;
import nl.bovenstrooms.scoring.comparison.Picture;
import nl.bovenstrooms.scoring.comparison.Suspicion;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.PicturePair.Sighting;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Lays the pictures of two scans of one container on each other, when history has found that there are two. That takes part of a
 * second, so no transaction is open meanwhile; two instances that do the same at a time find the same, and one of them keeps it.
 */
@ApplicationScoped
class ComparingPictures {

    private static final Logger LOG = Logger.getLogger(ComparingPictures.class);

    private final Archive archive;
    private final Pictures pictures;
    private final KeepingScan keeping;
    private final ScoringMetrics metrics;

    @Inject
    ComparingPictures(Archive archive, Pictures pictures, KeepingScan keeping, ScoringMetrics metrics) {
        this.archive = archive;
        this.pictures = pictures;
        this.keeping = keeping;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "{bovenstrooms.scoring.again-every:1S}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void compareAllThatWait() {
        var another = true;
        while (another) {
            another = compareOne();
        }
    }

    /**
     * Compares the pictures that wait longest for it.
     *
     * @return false when none wait, or the image store can't be reached: then they wait on
     */
    boolean compareOne() {
        var waiting = archive.longestUncompared();
        if (waiting.isEmpty()) {
            return false;
        }
        var pair = waiting.get();
        try {
            var comparison = compared(pair);
            keeping.keep(pair, comparison);
            metrics.picturesCompared(comparison.result());
            return true;
        } catch (ImageStoreUnavailable e) {
            LOG.warnf("Pictures wait to be compared until the image store can be reached: %s", e.getMessage());
            return false;
        }
    }

    /** What can be told without looking. */
    static PictureComparison notComparable(ComparisonObstacle obstacle) {
        return new PictureComparison(ComparisonResult.NOT_COMPARABLE, obstacle, null, List.of(), Comparing.VERSION);
    }

    private PictureComparison compared(PicturePair pair) {
        try {
            return told(compare(pair));
        } catch (ScanNotScorable e) {
            if (e.getCause() instanceof ImageStoreUnavailable unavailable) {
                throw unavailable;
            }
            LOG.warnf("Pictures %s can't be compared: %s", pair.id(), e.getMessage());
            return notComparable(
                    e.getCause() instanceof ImageMissing ? ComparisonObstacle.PICTURE_GONE : ComparisonObstacle.FAILED);
        } catch (JdbiException e) {
            // It says nothing of the pictures: they wait on.
            throw e;
        } catch (RuntimeException e) {
            // Others wait behind it.
            LOG.errorf(e, "Pictures %s could not be compared", pair.id());
            return notComparable(ComparisonObstacle.FAILED);
        }
    }

    /**
     * Compares two pictures here and now; nothing is kept of it.
     *
     * @throws ScanNotScorable when one of them is gone or damaged
     */
    Comparison compare(PicturePair pair) {
        return compare(pair, scanId -> archive.find(scanId).orElseThrow(), pictures);
    }

    static Comparison compare(PicturePair pair, Function<UUID, KnownScan> archive, Pictures pictures) {
        var earlier = Sighted.of(pair.earlier(), archive);
        var later = Sighted.of(pair.later(), archive);
        // The numbers of two models mean different things.
        var isOneModel = earlier.isSeenBy(later.modelDigest());
        return Comparing.compare(earlier.picture(pictures, isOneModel), later.picture(pictures, isOneModel));
    }

    /**
     * A container in a picture, as far as it is in the archive.
     *
     * @param spot null when a later message tells of other places
     */
    private record Sighted(
            ScanImage image,
            Region region,
            String modelDigest,
            @Nullable Spot spot) {

        static Sighted of(Sighting sighting, Function<UUID, KnownScan> archive) {
            var shown = sighting.shown();
            var known = archive.apply(sighting.scanId());
            var scan = known.latest().scan();
            var image = scan.images().stream()
                    .filter(candidate -> candidate.imageId().equals(shown.imageId()))
                    .findFirst()
                    .orElseThrow(() -> new ScanNotScorable(
                            "scan %s no longer has image %s".formatted(scan.scanId(), shown.imageId())));
            var spot = known.sight().spots().getOrDefault(shown.imageId(), List.of()).stream()
                    .filter(candidate -> candidate.region().equals(shown.region()))
                    .findFirst();
            return new Sighted(image, shown.region(), known.sight().modelDigest(), spot.orElse(null));
        }

        boolean isSeenBy(String otherDigest) {
            return modelDigest.equals(otherDigest);
        }

        Picture picture(Pictures pictures, boolean withSuspicion) {
            return new Picture(pictures.of(image).principal(), region, withSuspicion ? suspicion(pictures) : null);
        }

        private @Nullable Suspicion suspicion(Pictures pictures) {
            if (spot == null
                    || spot.heatMap() == null
                    || !(spot.look() instanceof Answered answered)
                    || !(answered.findings() instanceof Seen seen)) {
                return null;
            }
            return new Suspicion(seen.logOdds(), pictures.heatMap(spot.heatMap()));
        }
    }

    /** As scores tell of it. */
    static PictureComparison told(Comparison made) {
        if (made instanceof Changed changed) {
            var changes =
                    changed.changes().stream().map(ComparingPictures::change).toList();
            return new PictureComparison(
                    ComparisonResult.CHANGED, null, changes.get(0).certainty(), changes, Comparing.VERSION);
        }
        if (made instanceof Same same) {
            return new PictureComparison(
                    ComparisonResult.SAME, null, RiskScore.rounded(same.sureness()), List.of(), Comparing.VERSION);
        }
        return notComparable(obstacle(((NotComparable) made).obstacle()));
    }

    private static PictureChange change(Change change) {
        return new PictureChange(
                kind(change.kind()),
                change.region(),
                change.before(),
                RiskScore.rounded(change.signs().strength()),
                RiskScore.rounded(change.sureness()));
    }

    static ChangeKind kind(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> ChangeKind.ADDED;
            case REMOVED -> ChangeKind.REMOVED;
            case SHIFTED -> ChangeKind.SHIFTED;
        };
    }

    static ComparisonObstacle obstacle(Comparison.Obstacle obstacle) {
        return switch (obstacle) {
            case FIRST_UNREADABLE -> ComparisonObstacle.EARLIER_UNREADABLE;
            case SECOND_UNREADABLE -> ComparisonObstacle.LATER_UNREADABLE;
            case DO_NOT_MATCH -> ComparisonObstacle.DO_NOT_MATCH;
        };
    }
}
