package nl.bovenstrooms.queue.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.queue.access.Person;
import nl.bovenstrooms.queue.access.Role;
import nl.bovenstrooms.queue.casefile.LeaseToken;
import nl.bovenstrooms.queue.review.HeldCases.Proof;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the holder of a claim does with the case. */
@Path("/api/v1/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ANALYST, Role.SENIOR})
@Tag(name = "Cases")
public class CaseResource {

    private final Person person;
    private final HoldingClaim holdingClaim;
    private final DecidingCase decidingCase;
    private final ShowingCase showingCase;

    @Inject
    CaseResource(Person person, HoldingClaim holdingClaim, DecidingCase decidingCase, ShowingCase showingCase) {
        this.person = person;
        this.holdingClaim = holdingClaim;
        this.decidingCase = decidingCase;
        this.showingCase = showingCase;
    }

    /** When the claim now ends. */
    record Extended(Instant expiresAt) {}

    /** Why a case is given back. */
    record Release(@NotNull @Size(min = 3, max = 500) String reason) {}

    /**
     * @param version of the case that was looked at, as its case file says
     * @param note what led to it, for the next who reads it; needed for everything but NO_FINDING
     */
    record DecisionRequest(
            @NotNull UUID version,
            @NotNull Decision decision,
            @Nullable @Size(max = 4000) String note) {}

    /** @param told what the source hears; null when it hears nothing */
    record DecisionTaken(
            Instant decidedAt, Decision decision, @Nullable LocalText told) {}

    @POST
    @Path("/heartbeat")
    @Operation(summary = "Keep the claim")
    @APIResponse(responseCode = "200", description = "It lasts longer, unless it is as long as a claim may be")
    @APIResponse(responseCode = "409", description = "The claim is over or another's")
    public Extended heartbeat(
            @PathParam("caseId") UUID caseId, @HeaderParam("Lease-Token") @NotNull String leaseToken) {
        return new Extended(holdingClaim.heartbeat(proof(caseId, leaseToken)));
    }

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give the case back")
    @APIResponse(responseCode = "204", description = "Others can claim it")
    @APIResponse(responseCode = "409", description = "The claim is over or another's")
    public void release(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Lease-Token") @NotNull String leaseToken,
            @NotNull @Valid Release release) {
        holdingClaim.release(proof(caseId, leaseToken), release.reason());
    }

    @POST
    @Path("/reveal")
    @Operation(summary = "Show the marks of the machine", description = "After the image was opened. It is noted.")
    @APIResponse(responseCode = "200", description = "The marks")
    @APIResponse(responseCode = "409", description = "The claim is over, or the image was not opened")
    public RevealedRepresentation reveal(
            @PathParam("caseId") UUID caseId, @HeaderParam("Lease-Token") @NotNull String leaseToken) {
        return showingCase.showMarks(holdingClaim.reveal(proof(caseId, leaseToken)));
    }

    @POST
    @Path("/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide", description = "The same decision once more gives the same answer.")
    @APIResponse(responseCode = "200", description = "Taken, and on its way to the source")
    @APIResponse(
            responseCode = "409",
            description = "The claim is over, the case changed since it was shown, or the image was not opened")
    @APIResponse(responseCode = "422", description = "This can't be decided here and now; the problem says why")
    public DecisionTaken decide(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Lease-Token") @NotNull String leaseToken,
            @NotNull @Valid DecisionRequest request) {
        var note = request.note() == null ? "" : request.note();
        var taken = decidingCase.decide(proof(caseId, leaseToken), request.version(), request.decision(), note);
        return new DecisionTaken(taken.at(), taken.decision(), taken.told());
    }

    private Proof proof(UUID caseId, String leaseToken) {
        return new Proof(caseId, person.userName(), new LeaseToken(leaseToken));
    }
}
