package nl.bovenstrooms.queue.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.queue.access.Person;
import nl.bovenstrooms.queue.access.Role;
import nl.bovenstrooms.queue.casefile.CaseState.Claimed;
import nl.bovenstrooms.queue.review.ClaimingCase.Empty;
import nl.bovenstrooms.queue.review.ClaimingCase.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The next case: readers get it here, and don't choose. */
@Path("/api/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ANALYST, Role.SENIOR})
@Tag(name = "Claims")
public class ClaimResource {

    private final Person person;
    private final ClaimingCase claimingCase;
    private final ShowingCase showingCase;
    private final LeaseRules rules;

    @Inject
    ClaimResource(Person person, ClaimingCase claimingCase, ShowingCase showingCase, LeaseRules rules) {
        this.person = person;
        this.claimingCase = claimingCase;
        this.showingCase = showingCase;
        this.rules = rules;
    }

    /** Either a claim, or why there is none. */
    record NextCase(
            @Nullable ClaimRepresentation claim, @Nullable EmptyRepresentation empty) {}

    /**
     * @param token proves the claim: the header {@code Lease-Token} of all that is done with the case
     * @param heartbeatSeconds how often to give a sign of life
     */
    record ClaimRepresentation(
            String token,
            Instant expiresAt,
            long heartbeatSeconds,
            @JsonProperty("case") CaseRepresentation caseFile) {}

    /** @param nextExpected when a claim of somebody ends at the latest, unless it is kept up */
    record EmptyRepresentation(
            Empty.Why why,
            LocalText text,
            long claimed,
            @Nullable Instant nextExpected) {

        static EmptyRepresentation from(Empty empty) {
            var text =
                    switch (empty.why()) {
                        case NOTHING_WAITS ->
                            new LocalText(
                                    "Er wacht nu geen zaak op beoordeling.", "No case is waiting for review now.");
                        case ALL_CLAIMED ->
                            new LocalText(
                                    "Alle zaken zijn bij collega's in behandeling.",
                                    "All cases are being read by colleagues.");
                        case ONLY_YOUR_OWN ->
                            new LocalText(
                                    "Wat nog wacht, hebt u zelf al gelezen of teruggegeven, of is voor een senior analist.",
                                    "What still waits you have read or given back yourself, or it is for a senior analyst.");
                    };
            return new EmptyRepresentation(empty.why(), text, empty.claimed(), empty.nextExpected());
        }
    }

    @POST
    @Operation(summary = "Claim the next case", description = """
                    The case that comes first: by risk, and by how soon the container can no longer be stopped. Who holds a \
                    running claim gets the same case again, with a new token; the one before is void.""")
    public NextCase claim() {
        return representation(claimingCase.claim(person.userName(), person.isSenior()));
    }

    @GET
    @Path("/mine")
    @Operation(summary = "The running claim", description = "For a page that was loaded again. It gets a new token.")
    public NextCase mine() {
        return representation(claimingCase.mine(person.userName()));
    }

    private NextCase representation(Outcome outcome) {
        if (outcome instanceof Outcome.Nothing nothing) {
            return new NextCase(null, EmptyRepresentation.from(nothing.empty()));
        }
        var got = (Outcome.Got) outcome;
        var claimed = (Claimed) got.claimed().state();
        return new NextCase(
                new ClaimRepresentation(
                        got.token().value(),
                        claimed.lease().expiresAt(),
                        rules.heartbeatSeconds(),
                        showingCase.show(got.claimed())),
                null);
    }
}
