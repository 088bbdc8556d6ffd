package nl.bovenstrooms.contracts.event;

import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * What the model and the rule book make of a scan, container by container. The same scan, model and rule book give the same
 * event, bit for bit.
 *
 * @param scoreId derived from scan, content, model and rule book
 * @param scan what was scored, so that the queue needs nobody else to show it
 */
public record ScanScored(UUID scoreId, ScanReceived scan, List<ContainerScore> containers, ScoreVersions versions) {

    public ScanScored {
        containers = List.copyOf(containers);
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
            @Nullable HeatMap heatMap) {

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
}
