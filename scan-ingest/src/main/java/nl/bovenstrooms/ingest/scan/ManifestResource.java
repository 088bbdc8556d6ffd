package nl.bovenstrooms.ingest.scan;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import nl.bovenstrooms.ingest.access.ScanUnknown;
import nl.bovenstrooms.ingest.access.Tenant;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The manifest of a scan: its source puts a later or corrected one here. */
@Path("/v1/scans/{scanId}/manifest")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("scans")
@Tag(name = "Scans")
public class ManifestResource {

    private final Tenant tenant;
    private final CorrectingManifest correctingManifest;
    private final UploadLimits limits;

    @Inject
    ManifestResource(Tenant tenant, CorrectingManifest correctingManifest, UploadLimits limits) {
        this.tenant = tenant;
        this.correctingManifest = correctingManifest;
        this.limits = limits;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Correct the manifest of a scan", description = """
                    The whole manifest again, with a `messageId` of its own and the one that it replaces in `correctionOf`. The \
                    images stay as they are: it names the same ones with the same digests. The scan is scored again. Sending \
                    the same again gives the same receipt.""")
    @APIResponse(
            responseCode = "201",
            description = "Received and durable; this manifest stands now",
            content = @Content(schema = @Schema(implementation = CorrectionReceipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Received before, with the same content",
            content = @Content(schema = @Schema(implementation = CorrectionReceipt.class)))
    @APIResponse(responseCode = "404", description = "You have sent no such scan")
    @APIResponse(responseCode = "409", description = "It does not correct the manifest that stands")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Refused; the problem names the field and the reason")
    public Response put(
            @PathParam("scanId") String scanId,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Object.class)))
                    InputStream manifest)
            throws IOException {
        var id = ScanId.of(scanId);
        return correctingManifest
                .correct(id, tenant.name(), read(manifest))
                .map(corrected -> Response.status(corrected.isNew() ? 201 : 200)
                        .entity(corrected.receipt())
                        .build())
                .orElseThrow(ScanUnknown::problem);
    }

    private byte[] read(InputStream manifest) throws IOException {
        var bytes = manifest.readNBytes(limits.manifestBytes() + 1);
        if (bytes.length > limits.manifestBytes()) {
            throw new UploadRefused(Kind.TOO_LARGE, null, "at most %d bytes".formatted(limits.manifestBytes()));
        }
        return bytes;
    }
}
