package nl.bovenstrooms.queue.review;

import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.OtherScan;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.queue.review.RevealedRepresentation.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What came of laying the picture of the case on that of the other end of the voyage.
 *
 * @param scanId of the other scan
 * @param earlier whether the other scan came before this one
 * @param result null until the pictures are compared
 * @param obstacle why they can't be compared; null when they can
 * @param changes the surest first; none unless something changed
 */
record ComparisonRepresentation(
        UUID scanId,
        boolean earlier,
        @Nullable ComparisonResult result,
        @Nullable ComparisonObstacle obstacle,
        List<ChangeRepresentation> changes) {

    ComparisonRepresentation {
        changes = List.copyOf(changes);
    }

    /**
     * @param kind what happened between the earlier scan and the later one
     * @param region in pixels of the image of the case
     * @param otherRegion the same place in the image of the other scan that shows the container, in its pixels
     * @param strength how sure it is that this is no whim of the two scanners
     */
    record ChangeRepresentation(ChangeKind kind, Region region, Region otherRegion, Strength strength) {

        static ChangeRepresentation from(PictureChange change) {
            return new ChangeRepresentation(
                    change.kind(), change.region(), change.otherRegion(), Strength.of(change.certainty()));
        }
    }

    static ComparisonRepresentation from(OtherScan other) {
        var made = other.comparison();
        return made == null
                ? new ComparisonRepresentation(other.scanId(), other.earlier(), null, null, List.of())
                : new ComparisonRepresentation(
                        other.scanId(),
                        other.earlier(),
                        made.result(),
                        made.obstacle(),
                        made.changes().stream().map(ChangeRepresentation::from).toList());
    }
}
