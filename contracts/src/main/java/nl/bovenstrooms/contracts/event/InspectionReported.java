package nl.bovenstrooms.contracts.event;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the physical check of a container found: the label from which the score learns.
 *
 * @param find present when the outcome is FOUND
 * @param why present when the outcome is NOT_DONE
 */
public record InspectionReported(
        UUID caseId,
        UUID scanId,
        int containerIndex,
        @Nullable String containerNumber,
        Outcome outcome,
        @Nullable Find find,
        @Nullable String why,
        OffsetDateTime inspectedAt) {

    /** How a physical check ends. */
    public enum Outcome {
        FOUND,
        NOTHING,
        NOT_DONE,
        OTHER_IRREGULARITY
    }

    /** @param kg net mass of what was found */
    public record Find(String substance, double kg, String place, String method) {}
}
