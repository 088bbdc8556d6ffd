package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.imagestore.ImageMissing;
import nl.bovenstrooms.imagestore.ImageStoreUnavailable;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Comparison;
import nl.bovenstrooms.scoring.comparison.Comparison.Change;
import nl.bovenstrooms.scoring.comparison.Comparison.Changed;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Same;
import nl.bovenstrooms.scoring.comparison.Picture;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.PicturePair.Sighting;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.jboss.logging.Logger;

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
        Raster earlier;
        Raster later;
        try {
            earlier = picture(pair.earlier());
            later = picture(pair.later());
        } catch (ScanNotScorable e) {
            if (e.getCause() instanceof ImageStoreUnavailable unavailable) {
                throw unavailable;
            }
            LOG.warnf("Pictures %s can't be compared: %s", pair.id(), e.getMessage());
            return notComparable(
                    e.getCause() instanceof ImageMissing ? ComparisonObstacle.PICTURE_GONE : ComparisonObstacle.FAILED);
        }
        try {
            return comparison(Comparing.compare(
                    new Picture(earlier, pair.earlier().shown().region()),
                    new Picture(later, pair.later().shown().region())));
        } catch (RuntimeException e) {
            // Others wait behind it.
            LOG.errorf(e, "Pictures %s could not be compared", pair.id());
            return notComparable(ComparisonObstacle.FAILED);
        }
    }

    private Raster picture(Sighting sighting) {
        var imageId = sighting.shown().imageId();
        var scan = archive.find(sighting.scanId()).orElseThrow().latest().scan();
        var image = scan.images().stream()
                .filter(candidate -> candidate.imageId().equals(imageId))
                .findFirst()
                .orElseThrow(
                        () -> new ScanNotScorable("scan %s no longer has image %s".formatted(scan.scanId(), imageId)));
        return pictures.of(image).principal();
    }

    private static PictureComparison comparison(Comparison made) {
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
        var kind =
                switch (change.kind()) {
                    case ADDED -> ChangeKind.ADDED;
                    case REMOVED -> ChangeKind.REMOVED;
                    case SHIFTED -> ChangeKind.SHIFTED;
                };
        return new PictureChange(
                kind,
                change.region(),
                change.before(),
                RiskScore.rounded(change.strength()),
                RiskScore.rounded(change.sureness()));
    }

    private static ComparisonObstacle obstacle(Comparison.Obstacle obstacle) {
        return switch (obstacle) {
            case FIRST_UNREADABLE -> ComparisonObstacle.EARLIER_UNREADABLE;
            case SECOND_UNREADABLE -> ComparisonObstacle.LATER_UNREADABLE;
            case DO_NOT_MATCH -> ComparisonObstacle.DO_NOT_MATCH;
        };
    }
}
