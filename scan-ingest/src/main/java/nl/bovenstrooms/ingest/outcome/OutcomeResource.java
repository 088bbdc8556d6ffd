package nl.bovenstrooms.ingest.outcome;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.ingest.access.Tenant;
import nl.bovenstrooms.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of outcomes: a source asks for what came after the cursor it had last. */
@Path("/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("outcomes")
@Tag(name = "Outcomes")
public class OutcomeResource {

    private final Tenant tenant;
    private final Outcomes outcomes;

    @Inject
    OutcomeResource(Tenant tenant, Outcomes outcomes) {
        this.tenant = tenant;
        this.outcomes = outcomes;
    }

    /**
     * @param next the cursor to ask with the next time; the same as asked with when there is nothing new
     */
    public record OutcomesRepresentation(List<OutcomeRepresentation> outcomes, String next) {
        public OutcomesRepresentation {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** One outcome as its source sees it. */
    public record OutcomeRepresentation(
            String cursor,
            UUID scanId,
            @Nullable String sourceReference,
            @Nullable String containerNumber,
            Decision decision,
            LocalText told,
            OffsetDateTime decidedAt) {

        static OutcomeRepresentation from(Outcomes.Positioned positioned) {
            var outcome = positioned.outcome();
            return new OutcomeRepresentation(
                    Long.toString(positioned.position()),
                    outcome.scanId(),
                    positioned.sourceReference(),
                    outcome.containerNumber(),
                    outcome.decision(),
                    outcome.told(),
                    outcome.decidedAt());
        }
    }

    @GET
    @Operation(
            summary = "Outcomes after a cursor",
            description =
                    "The oldest first. Ask again with `next`. Nothing is ever skipped, and a cursor never expires.")
    public OutcomesRepresentation get(
            @QueryParam("after") @DefaultValue("0") @Parameter(description = "`next` of the answer before")
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var found = outcomes.after(tenant.name(), positionOf(after), limit).stream()
                .map(OutcomeRepresentation::from)
                .toList();
        var next = found.isEmpty() ? after : found.get(found.size() - 1).cursor();
        return new OutcomesRepresentation(found, next);
    }

    private static long positionOf(String cursor) {
        try {
            var position = Long.parseLong(cursor);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw Problem.of("cursor-unknown", "This is not a cursor of this feed", 400)
                .withDetail("Leave 'after' out to begin, and then send what 'next' said.")
                .with("field", "after")
                .build();
    }
}
