package nl.bovenstrooms.ingest.outcome;

import java.time.OffsetDateTime;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import org.jspecify.annotations.Nullable;

/** The end of the assessment of one container. */
public record Outcome(
        UUID caseId,
        UUID scanId,
        int containerIndex,
        @Nullable String containerNumber,
        Decision decision,
        LocalText told,
        OffsetDateTime decidedAt) {}
