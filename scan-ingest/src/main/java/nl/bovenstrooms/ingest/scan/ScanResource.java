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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.ingest.access.Tenant;
import nl.bovenstrooms.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Scans: a source country's customs system puts them here. */
@Path("/v1/scans/{scanId}")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("scans")
@Tag(name = "Scans")
public class ScanResource {

    private static final long PATIENCE_SECONDS = 20;

    private final Tenant tenant;
    private final UploadReading reading;
    private final ReceivingScan receivingScan;
    private final Semaphore places;

    @Inject
    ScanResource(Tenant tenant, UploadReading reading, ReceivingScan receivingScan, UploadLimits limits) {
        this.tenant = tenant;
        this.reading = reading;
        this.receivingScan = receivingScan;
        this.places = new Semaphore(limits.atOnce(), true);
    }

    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a scan", description = """
                    A multipart message: the part `manifest` (JSON) and one part for each image it names. The id is a UUID \
                    made by the sender. The answer is a receipt, given when everything is durable; sending the same again \
                    gives the same receipt.""")
    @APIResponse(
            responseCode = "201",
            description = "Received and durable",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Received before, with the same content",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "409", description = "The id is in use for other content")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Refused; the problem names the field and the reason")
    @APIResponse(responseCode = "503", description = "Too many uploads at once; nothing was stored")
    public Response put(
            @PathParam("scanId") String scanId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(ref = "Upload")))
                    MultipartFormDataInput message)
            throws InterruptedException {
        var id = ScanId.of(scanId);
        var name = tenant.name();
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw Problem.of("busy", "Too many uploads at once", 503)
                    .withDetail("Nothing was stored. Send the same again in a while.")
                    .withHeader("Retry-After", 5)
                    .build();
        }
        try {
            var received = receivingScan.receive(reading.read(id, name, message));
            return Response.status(received.isNew() ? 201 : 200)
                    .entity(received.receipt())
                    .build();
        } finally {
            places.release();
        }
    }
}
