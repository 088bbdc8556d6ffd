package nl.bovenstrooms.scoring.scan;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.bovenstrooms.imagestore.ImageStoreUnavailable;
import nl.bovenstrooms.problems.Problem;
import nl.bovenstrooms.scoring.scan.ComparingOnRequest.Answer;
import nl.bovenstrooms.scoring.scan.ComparingOnRequest.Asked;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Two passages laid on each other, because somebody asks for it. Who asked is in the log. One at a time, so that scoring goes on.
 */
@Path("/api/v1/scans/{scanId}/containers/{container}/comparison")
@RolesAllowed({Role.ANALYST, Role.SENIOR})
@Tag(name = "Passages")
public class ComparisonResource {

    private static final Logger LOG = Logger.getLogger(ComparisonResource.class);
    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final ComparingOnRequest comparing;
    private final SecurityIdentity identity;
    private final Semaphore oneAtATime = new Semaphore(1);

    @Inject
    ComparisonResource(ComparingOnRequest comparing, SecurityIdentity identity) {
        this.comparing = comparing;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "This passage beside another one",
            description =
                    "Lays the pictures of any two passages on each other, and tells what is in one of them only. Neither is scored"
                            + " again by it.")
    @APIResponse(responseCode = "200", description = "The same, changed, or not to be compared, and why")
    @APIResponse(responseCode = "400", description = "The other passage can't be read (malformed-request)")
    @APIResponse(responseCode = "404", description = "Nobody knows of one of the two (passage-unknown)")
    @APIResponse(responseCode = "409", description = "One of the pictures can't be used (picture-unusable)")
    @APIResponse(
            responseCode = "503",
            description =
                    "Two others are being compared (one-at-a-time), or the pictures can't be reached (pictures-unavailable)")
    public ComparisonRepresentation comparison(
            @PathParam("scanId") UUID scanId,
            @Parameter(description = "Index of the container in the scan, from 0.") @PathParam("container") @Min(0)
                    int container,
            @Parameter(
                            description = "The other scan.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("with")
                    @NotNull
                    @Pattern(regexp = UUID_TEXT)
                    String other,
            @Parameter(description = "Index of the container in the other scan.")
                    @QueryParam("withContainer")
                    @DefaultValue("0")
                    @Min(0)
                    int otherContainer) {
        var otherScanId = UUID.fromString(other);
        if (!oneAtATime.tryAcquire()) {
            throw Problem.of("one-at-a-time", "Two other passages are being compared", 503)
                    .withDetail("try again in a few seconds")
                    .withHeader("Retry-After", "5")
                    .build();
        }
        try {
            LOG.infof(
                    "%s lays %s/%d and %s/%d on each other",
                    identity.getPrincipal().getName(), scanId, container, otherScanId, otherContainer);
            return compared(new Asked(scanId, container), new Asked(otherScanId, otherContainer));
        } finally {
            oneAtATime.release();
        }
    }

    private ComparisonRepresentation compared(Asked one, Asked other) {
        try {
            var answer = comparing.compare(one, other);
            if (answer instanceof Answer.Compared compared) {
                return ComparisonRepresentation.from(compared);
            }
            if (answer instanceof Answer.NoPictures none) {
                return ComparisonRepresentation.from(none);
            }
            var unknown = ((Answer.Unknown) answer).asked();
            throw Problem.of("passage-unknown", "There is no such passage", 404)
                    .withDetail(
                            "no container %d of scan %s is kept here".formatted(unknown.container(), unknown.scanId()))
                    .build();
        } catch (ScanNotScorable e) {
            if (e.getCause() instanceof ImageStoreUnavailable) {
                throw Problem.of("pictures-unavailable", "The pictures can't be reached", 503)
                        .withDetail("try again in a minute")
                        .withHeader("Retry-After", "60")
                        .build();
            }
            LOG.warnf("%s and %s can't be compared: %s", one, other, e.getMessage());
            throw Problem.of("picture-unusable", "One of the pictures can't be used", 409)
                    .withDetail("a picture is damaged, or the scan no longer has it")
                    .build();
        }
    }
}
