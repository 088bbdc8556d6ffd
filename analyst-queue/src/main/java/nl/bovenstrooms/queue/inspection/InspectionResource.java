package nl.bovenstrooms.queue.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.InspectionReported.Find;
import nl.bovenstrooms.contracts.event.InspectionReported.Outcome;
import nl.bovenstrooms.problems.Problem;
import nl.bovenstrooms.queue.access.Person;
import nl.bovenstrooms.queue.access.Role;
import nl.bovenstrooms.queue.inspection.Inspections.Report;
import nl.bovenstrooms.queue.inspection.ReportingInspection.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the physical check of a container found. A team lead tells it: whoever reads cases would mark their own work. */
@Path("/api/v1/cases/{caseId}/inspection")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.TEAM_LEAD)
@Tag(name = "Inspections")
public class InspectionResource {

    private final Person person;
    private final ReportingInspection reporting;

    @Inject
    InspectionResource(Person person, ReportingInspection reporting) {
        this.person = person;
        this.reporting = reporting;
    }

    @Schema(name = "Inspection")
    record InspectionRequest(
            @NotNull Outcome outcome,

            @Schema(description = "What was found; with FOUND only.") @Nullable @Valid
            FindRequest find,

            @Schema(description = "Why it was not done; with NOT_DONE only.") @Nullable @Size(min = 3, max = 500)
            String why,

            @Schema(description = "When the check ended, or should have been; not in the future.") @NotNull
            OffsetDateTime inspectedAt) {

        Inspection inspection() {
            return new Inspection(
                    outcome,
                    find == null ? null : new Find(find.substance(), find.kg(), find.place(), find.method()),
                    why,
                    inspectedAt);
        }
    }

    @Schema(name = "Find")
    record FindRequest(
            @NotBlank @Size(max = 100) String substance,

            @Schema(description = "Net mass.", required = true)
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("30000")
            double kg,

            @Schema(description = "Where in the container.") @NotBlank @Size(max = 100)
            String place,

            @Schema(description = "How it was hidden.") @NotBlank @Size(max = 100)
            String method) {}

    @Schema(name = "InspectionTaken")
    record Taken(
            @Schema(description = "1, and one more with each correction.")
            int version,

            Outcome outcome,
            Instant reportedAt) {

        static Taken from(Report report) {
            return new Taken(report.version(), report.inspection().outcome(), report.reportedAt());
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell what a physical check found", description = """
                    Of any container that was scored, whether anybody read it or not. The same once more gives the same answer; \
                    something else corrects it. No source hears of it. Leave out who was there and whose goods they are.""")
    @APIResponse(responseCode = "200", description = "It stands, and is on its way to where it is learnt from")
    @APIResponse(responseCode = "404", description = "No container has this case (case-unknown)")
    @APIResponse(responseCode = "409", description = "You have read this case yourself (own-reading)")
    @APIResponse(
            responseCode = "422",
            description = "Nobody can have done such a check (inspection-not-possible); the problem says why")
    public Taken put(@PathParam("caseId") UUID caseId, @NotNull @Valid InspectionRequest request) {
        var answer = reporting.report(caseId, person.userName(), request.inspection());
        if (answer instanceof Answer.Taken taken) {
            return Taken.from(taken.report());
        }
        if (answer instanceof Answer.Impossible impossible) {
            throw Problem.of("inspection-not-possible", "Such a check can't be", 422)
                    .withDetail(impossible.why().en())
                    .with("why", impossible.why())
                    .build();
        }
        if (answer instanceof Answer.OwnReading) {
            throw Problem.of("own-reading", "You have read this case yourself", 409)
                    .withDetail("another team lead tells what the check found")
                    .build();
        }
        throw Problem.of("case-unknown", "There is no such case", 404)
                .withDetail("no container here has case " + caseId)
                .build();
    }
}
