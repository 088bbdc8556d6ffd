package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.imagestore.ImageMissing;
import nl.bovenstrooms.scoring.comparison.Comparison;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.PicturePair.Sighting;
import nl.bovenstrooms.scoring.scan.Archive.Filed;
import org.jspecify.annotations.Nullable;

/**
 * Lays any two passages on each other that somebody wants to see side by side, whatever their numbers and voyages. Nothing is kept and
 * no score changes by it.
 */
@ApplicationScoped
class ComparingOnRequest {

    private final Archive archive;
    private final ComparingPictures comparing;

    @Inject
    ComparingOnRequest(Archive archive, ComparingPictures comparing) {
        this.archive = archive;
        this.comparing = comparing;
    }

    /** A container in a scan. */
    record Asked(UUID scanId, int container) {}

    /** What came of it. */
    sealed interface Answer {

        /** @param earlier regions of a comparison are told in its picture, and in that of the later one */
        record Compared(Passage earlier, Passage later, Comparison comparison) implements Answer {}

        /** There are no two pictures. */
        record NoPictures(Passage earlier, Passage later, ComparisonObstacle obstacle) implements Answer {}

        /** Nobody knows of this passage. */
        record Unknown(Asked asked) implements Answer {}
    }

    /**
     * In any order.
     *
     * @throws ScanNotScorable when the image store can't be reached, or a picture is damaged
     */
    Answer compare(Asked one, Asked other) {
        var first = passage(one);
        if (first.isEmpty()) {
            return new Answer.Unknown(one);
        }
        var second = passage(other);
        if (second.isEmpty()) {
            return new Answer.Unknown(other);
        }
        var inTime =
                Stream.of(first.get(), second.get()).sorted(Passage.IN_TIME).toList();
        return compare(inTime.get(0), inTime.get(1));
    }

    private Answer compare(Passage earlier, Passage later) {
        var pair = pair(earlier, later);
        if (pair == null) {
            return new Answer.NoPictures(earlier, later, ComparisonObstacle.NO_PICTURE);
        }
        try {
            return new Answer.Compared(earlier, later, comparing.compare(pair));
        } catch (ScanNotScorable e) {
            if (e.getCause() instanceof ImageMissing) {
                return new Answer.NoPictures(earlier, later, ComparisonObstacle.PICTURE_GONE);
            }
            throw e;
        }
    }

    private Optional<Passage> passage(Asked asked) {
        return archive.passage(asked.scanId(), asked.container()).map(Filed::passage);
    }

    private static @Nullable PicturePair pair(Passage earlier, Passage later) {
        var shown = earlier.shown();
        var alsoShown = later.shown();
        return shown == null || alsoShown == null
                ? null
                : new PicturePair(new Sighting(earlier.scanId(), shown), new Sighting(later.scanId(), alsoShown));
    }
}
