package nl.bovenstrooms.queue.review;

import java.util.List;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.queue.score.ScoredScans.ScoredContainer;
import org.jspecify.annotations.Nullable;

/**
 * The marks of the machine, after a reader asked for them.
 *
 * @param reasons of the image model
 * @param model its version; null when the score was made without one
 * @param comparison with the scan at the other end of the voyage; null when none is known
 */
record RevealedRepresentation(
        List<ReasonRepresentation> reasons,
        List<FindingRepresentation> findings,
        @Nullable HeatMapRepresentation heatMap,
        ScoringMode mode,
        @Nullable String model,
        @Nullable ComparisonRepresentation comparison) {

    RevealedRepresentation {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
    }

    /** @param region in pixels of the image */
    record FindingRepresentation(Region region, HidingPlace place, Strength strength) {

        static FindingRepresentation from(ScanScored.Finding finding) {
            return new FindingRepresentation(finding.region(), finding.place(), Strength.of(finding.probability()));
        }
    }

    /** How sure the model is of a spot, or the comparison of a change. */
    enum Strength {
        STRONG,
        MODERATE,
        SLIGHT;

        private static final double SURE = 0.7;
        private static final double LIKELY = 0.4;

        static Strength of(double probability) {
            if (probability >= SURE) {
                return STRONG;
            }
            return probability >= LIKELY ? MODERATE : SLIGHT;
        }
    }

    /** @param region what the map covers, in pixels of the image */
    record HeatMapRepresentation(int width, int height, Region region) {}

    static RevealedRepresentation from(ScoredContainer scored) {
        var score = scored.score();
        var heatMap = score.heatMap();
        var otherScan = score.otherScan();
        return new RevealedRepresentation(
                score.contributions().stream()
                        .filter(contribution -> contribution.source() == ContributionSource.IMAGE)
                        .map(ReasonRepresentation::from)
                        .toList(),
                score.findings().stream().map(FindingRepresentation::from).toList(),
                heatMap == null ? null : new HeatMapRepresentation(heatMap.width(), heatMap.height(), heatMap.region()),
                score.mode(),
                scored.versions().model(),
                otherScan == null ? null : ComparisonRepresentation.from(otherScan));
    }
}
