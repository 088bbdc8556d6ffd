package nl.bovenstrooms.scoring.scan;

import java.time.Instant;
import java.util.List;
import nl.bovenstrooms.scoring.scan.SimilarPassages.Answer.Found;
import nl.bovenstrooms.scoring.scan.SimilarPassages.OwnKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Passages like one, as HTTP shows them. */
@Schema(name = "SimilarPassages")
record SimilarRepresentation(
        @Schema(description = "The nearest first.") List<Neighbour> neighbours,

        @Schema(
                description =
                        "How the load compares with others that were declared as the same goods; absent where the goods are not"
                                + " declared or are of several kinds, and while fewer than 50 of their kind were seen. It does not count for"
                                + " the score.")
        @Nullable
        Kind ownKind) {

    SimilarRepresentation {
        neighbours = List.copyOf(neighbours);
    }

    static SimilarRepresentation from(Found found) {
        return new SimilarRepresentation(
                found.neighbours().stream().map(SimilarRepresentation::from).toList(),
                found.ownKind() == null ? null : from(found.ownKind()));
    }

    private static Neighbour from(Found.Neighbouring near) {
        var passage = near.passage();
        return new Neighbour(
                passage.scanId().toString(),
                passage.index(),
                passage.caseReference(),
                passage.at(),
                passage.place(),
                passage.sizeType(),
                near.headings(),
                rounded(near.distance()));
    }

    private static Kind from(OwnKind kind) {
        return new Kind(kind.compared(), rounded(kind.distance()), kind.isFar());
    }

    private static double rounded(double distance) {
        return Math.round(distance * 1000) / 1000.0;
    }

    @Schema(name = "SimilarPassage")
    record Neighbour(
            String scanId,
            int container,
            String caseReference,
            Instant passedAt,

            @Schema(description = "UN/LOCODE of the scanner; empty when unknown.")
            String place,

            @Schema(description = "ISO 6346; empty when unknown.")
            String sizeType,

            @Schema(description = "HS headings that were declared.")
            List<String> headings,

            @Schema(description = "0 when the loads look the same, 2 when nothing is alike.")
            double distance) {

        Neighbour {
            headings = List.copyOf(headings);
        }
    }

    @Schema(name = "LoadAmongItsKind")
    record Kind(
            @Schema(description = "How many others of the kind tell what is usual.")
            int compared,

            @Schema(description = "To the nearest one of the kind.")
            double distance,

            @Schema(description = "Whether none of those is as far from its nearest as this one.")
            boolean far) {}
}
