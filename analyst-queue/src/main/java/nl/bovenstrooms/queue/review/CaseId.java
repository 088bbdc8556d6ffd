package nl.bovenstrooms.queue.review;

import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;

/** The id of the assessment of a container, whether anybody reads it or not: nobody can tell from the id. */
public final class CaseId {

    private CaseId() {}

    public static UUID of(UUID scanId, int containerIndex) {
        return DeterministicId.of("case", scanId.toString(), Integer.toString(containerIndex));
    }
}
