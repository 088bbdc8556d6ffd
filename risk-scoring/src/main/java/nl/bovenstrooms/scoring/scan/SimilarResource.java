package nl.bovenstrooms.scoring.scan;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.bovenstrooms.problems.Problem;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.scan.SimilarPassages.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Passages whose load looks like that of a container. Who looked is in the log. */
@Path("/api/v1/scans/{scanId}/containers/{container}/similar")
@RolesAllowed({Role.ANALYST, Role.SENIOR})
@Tag(name = "Passages")
public class SimilarResource {

    private static final Logger LOG = Logger.getLogger(SimilarResource.class);
    private static final String MOST = "5";

    private final SimilarPassages passages;
    private final SecurityIdentity identity;

    @Inject
    SimilarResource(SimilarPassages passages, SecurityIdentity identity) {
        this.passages = passages;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Passages like this one",
            description =
                    "The nearest by what the image model sees of the load: an exact search over all that the model in service"
                            + " has seen. Other containers of the same scan are left out.")
    @APIResponse(responseCode = "200", description = "The passages, perhaps none")
    @APIResponse(responseCode = "400", description = "A filter can't be read (malformed-request)")
    @APIResponse(responseCode = "404", description = "Nobody knows of this container (passage-unknown)")
    @APIResponse(
            responseCode = "409",
            description = "No picture of it was judged by the model in service (passage-not-comparable)")
    public SimilarRepresentation similar(
            @PathParam("scanId") UUID scanId,
            @Parameter(description = "Index of the container in the scan, from 0.") @PathParam("container") @Min(0)
                    int container,
            @Parameter(description = "HS code from its beginning, 2 to 4 digits.")
                    @QueryParam("hs")
                    @DefaultValue("")
                    @Pattern(regexp = "(\\d{2,4})?")
                    String hs,
            @Parameter(description = "ISO 6346, for example 45R1.")
                    @QueryParam("sizeType")
                    @DefaultValue("")
                    @Pattern(regexp = "([0-9A-Z]{4})?")
                    String sizeType,
            @Parameter(
                            description = "First day of the passages, in UTC.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    Day from,
            @Parameter(
                            description = "Last day of the passages, in UTC.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("until")
                    @Nullable
                    Day until,
            @QueryParam("count") @DefaultValue(MOST) @Min(1) @Max(50) int count) {
        LOG.infof("%s looks for passages like %s/%d", identity.getPrincipal().getName(), scanId, container);
        var filter =
                new Filter(hs, sizeType, from == null ? null : from.begin(), until == null ? null : until.end(), null);
        var answer = passages.search(scanId, container, filter, count);
        if (answer instanceof Answer.Found found) {
            return SimilarRepresentation.from(found);
        }
        if (answer instanceof Answer.NotComparable) {
            throw Problem.of("passage-not-comparable", "Nothing can be compared with this passage", 409)
                    .withDetail("no picture of this container was judged by the image model that is in service")
                    .build();
        }
        throw Problem.of("passage-unknown", "There is no such passage", 404)
                .withDetail("no container %d of scan %s is kept here".formatted(container, scanId))
                .build();
    }
}
