package nl.bovenstrooms.scoring.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Comparison;
import nl.bovenstrooms.scoring.comparison.Comparison.Changed;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Same;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.scan.ComparingOnRequest.Answer.Compared;
import nl.bovenstrooms.scoring.scan.ComparingOnRequest.Answer.NoPictures;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two passages laid on each other, as HTTP shows them. */
@Schema(name = "ComparisonOfPassages")
record ComparisonRepresentation(
        Shown earlier,
        Shown later,
        ComparisonResult result,

        @Schema(description = "Why they can't be compared; absent when they can.") @Nullable
        ComparisonObstacle obstacle,

        @Schema(
                description =
                        "Probability that the result is true where one pair in two has a change; absent when they can't be compared.")
        @Nullable
        Double certainty,

        @Schema(
                description =
                        "Probability that both show one container with one load; absent when they can't be compared.")
        @Nullable
        Double match,

        @Schema(description = "The surest first; none unless something changed.")
        List<Change> changes,

        @Schema(description = "Of the comparison that was made.")
        String version) {

    ComparisonRepresentation {
        changes = List.copyOf(changes);
    }

    static ComparisonRepresentation from(NoPictures none) {
        return notComparable(none.earlier(), none.later(), none.obstacle());
    }

    static ComparisonRepresentation from(Compared compared) {
        var earlier = compared.earlier();
        var later = compared.later();
        if (compared.comparison() instanceof NotComparable not) {
            return notComparable(earlier, later, ComparingPictures.obstacle(not.obstacle()));
        }
        if (compared.comparison() instanceof Same same) {
            return new ComparisonRepresentation(
                    Shown.of(earlier),
                    Shown.of(later),
                    ComparisonResult.SAME,
                    null,
                    RiskScore.rounded(same.sureness()),
                    RiskScore.rounded(same.match()),
                    List.of(),
                    Comparing.VERSION);
        }
        var changed = (Changed) compared.comparison();
        var changes = changed.changes().stream().map(Change::of).toList();
        return new ComparisonRepresentation(
                Shown.of(earlier),
                Shown.of(later),
                ComparisonResult.CHANGED,
                null,
                changes.get(0).certainty(),
                RiskScore.rounded(changed.match()),
                changes,
                Comparing.VERSION);
    }

    private static ComparisonRepresentation notComparable(Passage earlier, Passage later, ComparisonObstacle obstacle) {
        return new ComparisonRepresentation(
                Shown.of(earlier),
                Shown.of(later),
                ComparisonResult.NOT_COMPARABLE,
                obstacle,
                null,
                null,
                List.of(),
                Comparing.VERSION);
    }

    @Schema(name = "ComparedPassage")
    record Shown(
            String scanId,
            int container,
            String caseReference,
            Instant passedAt,

            @Schema(description = "UN/LOCODE of the scanner; empty when unknown.")
            String place,

            @Schema(description = "The picture that shows the container; absent when none does.") @Nullable
            String imageId) {

        static Shown of(Passage passage) {
            return new Shown(
                    passage.scanId().toString(),
                    passage.index(),
                    passage.caseReference(),
                    passage.at(),
                    passage.place(),
                    Optional.ofNullable(passage.shown())
                            .map(Passage.Shown::imageId)
                            .orElse(null));
        }
    }

    @Schema(name = "ChangeBetweenPassages")
    record Change(
            ChangeKind kind,

            @Schema(description = "In the picture of the later passage.")
            Region region,

            @Schema(description = "The same place in the picture of the earlier one.")
            Region earlierRegion,

            @Schema(description = "Of the difference, in units of what is usual at that place.")
            double strength,

            @Schema(
                    description =
                            "How much more suspicious the image model finds the whole picture that shows more, in log-odds; 0 when it"
                                    + " finds it less so, or when one model did not look at both.")
            double suspicion,

            @Schema(description = "The same at that very place, of the heat map, 0 to 1.")
            double suspicionHere,

            @Schema(description = "That it is no whim of the two scanners, where one pair in two has a change.")
            double certainty) {

        static Change of(Comparison.Change change) {
            var signs = change.signs();
            return new Change(
                    ComparingPictures.kind(change.kind()),
                    change.region(),
                    change.before(),
                    RiskScore.rounded(signs.strength()),
                    RiskScore.rounded(signs.suspicion()),
                    RiskScore.rounded(signs.suspicionHere()),
                    RiskScore.rounded(change.sureness()));
        }
    }
}
