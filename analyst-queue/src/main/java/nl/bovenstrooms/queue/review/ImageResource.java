package nl.bovenstrooms.queue.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.queue.access.Person;
import nl.bovenstrooms.queue.access.Role;
import nl.bovenstrooms.queue.casefile.LeaseToken;
import nl.bovenstrooms.queue.review.HeldCases.Proof;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pixels, as they are stored: see {@code RasterCodec} of the contracts. */
@Path("/api/v1/cases/{caseId}")
@Produces({MediaType.APPLICATION_OCTET_STREAM, "application/problem+json"})
@RolesAllowed({Role.ANALYST, Role.SENIOR})
@Tag(name = "Images")
public class ImageResource {

    private final Person person;
    private final ViewingImage viewingImage;

    @Inject
    ImageResource(Person person, ViewingImage viewingImage) {
        this.person = person;
        this.viewingImage = viewingImage;
    }

    @GET
    @Path("/images/{imageId}/{energy}")
    @Operation(
            summary = "A channel of an image",
            description = "Noted as a view. After the first, the case can be decided.")
    @APIResponse(responseCode = "200", description = "The stored bytes")
    @APIResponse(responseCode = "404", description = "The scan has no such image or channel")
    @APIResponse(responseCode = "409", description = "The claim is over or another's")
    public Response image(
            @PathParam("caseId") UUID caseId,
            @PathParam("imageId") String imageId,
            @PathParam("energy") Energy energy,
            @HeaderParam("Lease-Token") @NotNull String leaseToken) {
        return raster(viewingImage.open(proof(caseId, leaseToken), imageId, energy));
    }

    @GET
    @Path("/other-scans/{scanId}/images/{imageId}/{energy}")
    @Operation(summary = "A channel of another scan of the same container")
    @APIResponse(responseCode = "200", description = "The stored bytes")
    @APIResponse(responseCode = "404", description = "No such scan of this container, or no such image or channel")
    @APIResponse(responseCode = "409", description = "The claim is over or another's")
    public Response otherImage(
            @PathParam("caseId") UUID caseId,
            @PathParam("scanId") UUID scanId,
            @PathParam("imageId") String imageId,
            @PathParam("energy") Energy energy,
            @HeaderParam("Lease-Token") @NotNull String leaseToken) {
        return raster(viewingImage.openOther(proof(caseId, leaseToken), scanId, imageId, energy));
    }

    @GET
    @Path("/heat-map")
    @Operation(summary = "How suspicious each spot is", description = "8 bit; only after the marks were revealed.")
    @APIResponse(responseCode = "200", description = "The stored bytes")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "The claim is over, or the marks were not revealed")
    public Response heatMap(@PathParam("caseId") UUID caseId, @HeaderParam("Lease-Token") @NotNull String leaseToken) {
        return raster(viewingImage.heatMap(proof(caseId, leaseToken)));
    }

    private static Response raster(byte[] bytes) {
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE).build();
    }

    private Proof proof(UUID caseId, String leaseToken) {
        return new Proof(caseId, person.userName(), new LeaseToken(leaseToken));
    }
}
