package nl.bovenstrooms.contracts.event;

import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * What model, rule book and other scans make of a scan, container by container. The same of all of them gives the same scores, bit
 * for bit. A scan is scored again when something arrives that says more about it.
 *
 * @param scoreId derived from scan and version
 * @param scan what was scored, so that the queue needs nobody else to show it
 * @param revision which of the scores of this scan it is; null in events from before there were several
 */
public record ScanScored(
        UUID scoreId,
        ScanReceived scan,
        List<ContainerScore> containers,
        ScoreVersions versions,
        @Nullable Revision revision) {

    public ScanScored {
        containers = List.copyOf(containers);
    }

    /** A score without a version. */
    public ScanScored(UUID scoreId, ScanReceived scan, List<ContainerScore> containers, ScoreVersions versions) {
        this(scoreId, scan, containers, versions, null);
    }

    /**
     * @param version from 1; a higher one replaces a lower one
     * @param changes why this one was made; empty for the first
     */
    public record Revision(int version, List<Change> changes) {

        public Revision {
            changes = List.copyOf(changes);
        }
    }

    /** @param scanId of the other scan that brought it about; null when none did */
    public record Change(Because because, @Nullable UUID scanId, LocalText reason) {}

    /** What can change a score. */
    public enum Because {
        /** The manifest came, or was corrected. */
        MANIFEST_RECEIVED,
        /** Another scan of the same container came in, or says something else now. */
        SAME_CONTAINER,
        /** Another container of the same bill of lading was scanned, or says something else now. */
        SAME_BILL,
        /** A seal of this container was declared for another one, or no longer is. */
        SAME_SEAL,
        /** An earlier shipment of the same sender came in, or says something else now. */
        SAME_SENDER,
        /** Another model or rule book than last time. */
        VERSIONS_CHANGED,
        /** The pictures of two scans of this container were laid on each other. */
        PICTURES_COMPARED
    }

    /**
     * @param model null when the score was made without one
     * @param modelDigest SHA-256 of the model file
     */
    public record ScoreVersions(
            @Nullable String model, @Nullable String modelDigest, String ruleBook) {}

    /**
     * @param index of the container in this scan, from 0
     * @param containerNumber as declared; null when the picture shows one more than was declared
     * @param imageId the image that shows it; null when none does
     * @param region where, in pixels of that image
     * @param score sigmoid of the sum of all points: 0 to 1, for ranking
     * @param probability the same with a prior of 0.3 %: what share of such containers holds contraband
     * @param contributions all that counted, the heaviest first
     * @param otherScan of this container on the same voyage; null when none is known
     */
    public record ContainerScore(
            int index,
            @Nullable String containerNumber,
            @Nullable String imageId,
            @Nullable Region region,
            double score,
            double probability,
            ScoringMode mode,
            List<Contribution> contributions,
            List<Finding> findings,
            @Nullable HeatMap heatMap,
            @Nullable OtherScan otherScan) {

        public ContainerScore {
            contributions = List.copyOf(contributions);
            findings = List.copyOf(findings);
        }
    }

    /** What a score was made from. */
    public enum ScoringMode {
        IMAGE_AND_RULES,
        /** The image could not be judged; the reason is among the contributions. */
        RULES_ONLY
    }

    /** Where a contribution comes from. */
    public enum ContributionSource {
        IMAGE,
        RULE,
        HISTORY
    }

    /**
     * @param id of the rule, or of the image head
     * @param points log-odds: +0.7 doubles the odds; 0 for a remark that does not count
     */
    public record Contribution(ContributionSource source, String id, double points, LocalText reason) {}

    /** Where in a container contraband can be hidden. */
    public enum HidingPlace {
        DOORS,
        FLOOR,
        ROOF,
        REEFER_END,
        IN_LOAD
    }

    /** @param region in pixels of the image */
    public record Finding(Region region, double probability, HidingPlace place) {}

    /**
     * How suspicious each spot of the container is, stored as an 8-bit channel: 255 is most.
     *
     * @param key in the image store
     * @param width columns of the map, which is coarser than the image
     * @param region what it covers, in pixels of the image
     */
    public record HeatMap(String key, int width, int height, Region region) {}

    /**
     * The scan of a container at the other end of its voyage.
     *
     * @param containerIndex in that scan
     * @param earlier whether that scan came before this one
     * @param comparison of the two pictures; null until it is made
     */
    public record OtherScan(
            UUID scanId,
            int containerIndex,
            String caseReference,
            boolean earlier,
            @Nullable PictureComparison comparison) {}

    /**
     * What came of laying the pictures of two scans of one container on each other.
     *
     * @param obstacle why they can't be compared; null when they can
     * @param certainty probability that the result is true where one pair in two has a change, 0 to 1; null when they can't
     *     be compared
     * @param changes the surest first; none unless something changed
     * @param version of the comparison that was made
     */
    public record PictureComparison(
            ComparisonResult result,
            @Nullable ComparisonObstacle obstacle,
            @Nullable Double certainty,
            List<PictureChange> changes,
            String version) {

        public PictureComparison {
            changes = List.copyOf(changes);
        }
    }

    /** Whether two pictures show the same. */
    public enum ComparisonResult {
        /** Nothing was seen that scanners and a shifting load can't explain. Small or hidden changes are not seen. */
        SAME,
        CHANGED,
        NOT_COMPARABLE
    }

    /** Why two pictures can't be compared. */
    public enum ComparisonObstacle {
        /** No picture of one of the scans shows the container. */
        NO_PICTURE,
        /** The image store no longer has one of them. */
        PICTURE_GONE,
        EARLIER_UNREADABLE,
        LATER_UNREADABLE,
        /** Another load, another container, or a part of it is missing. */
        DO_NOT_MATCH,
        /** The comparison itself failed. */
        FAILED
    }

    /**
     * @param region in the picture of this scan, in its pixels
     * @param otherRegion the same place in the picture of the other scan
     * @param strength of the difference, in units of what is usual at that place
     * @param certainty that it is no whim of the two scanners, as in {@link PictureComparison}
     */
    public record PictureChange(
            ChangeKind kind, Region region, Region otherRegion, double strength, double certainty) {}

    /** What happened between the earlier scan and the later one. */
    public enum ChangeKind {
        ADDED,
        REMOVED,
        /** Gone from one place and turned up close to it. */
        SHIFTED
    }
}
