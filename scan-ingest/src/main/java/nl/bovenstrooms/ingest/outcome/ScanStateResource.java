package nl.bovenstrooms.ingest.outcome;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.bovenstrooms.ingest.access.ScanUnknown;
import nl.bovenstrooms.ingest.access.Tenant;
import nl.bovenstrooms.ingest.scan.ScanId;
import nl.bovenstrooms.ingest.scan.Scans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the assessment of a scan is: its source asks. */
@Path("/v1/scans/{scanId}")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("scans")
@Tag(name = "Scans")
public class ScanStateResource {

    private final Tenant tenant;
    private final Scans scans;
    private final Outcomes outcomes;

    @Inject
    ScanStateResource(Tenant tenant, Scans scans, Outcomes outcomes) {
        this.tenant = tenant;
        this.scans = scans;
        this.outcomes = outcomes;
    }

    @GET
    @Operation(summary = "What became of a scan")
    @APIResponse(
            responseCode = "200",
            description = "Its state, and for each container what was decided",
            content = @Content(schema = @Schema(implementation = ScanRepresentation.class)))
    @APIResponse(responseCode = "404", description = "You have sent no such scan")
    public ScanRepresentation get(@PathParam("scanId") String scanId) {
        var id = ScanId.of(scanId);
        var name = tenant.name();
        return scans.find(id)
                .filter(scan -> scan.tenant().equals(name))
                .map(scan -> ScanRepresentation.from(scan, outcomes.latestOf(id)))
                .orElseThrow(ScanUnknown::problem);
    }
}
