package nl.bovenstrooms.queue.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.bovenstrooms.queue.access.Person;
import nl.bovenstrooms.queue.access.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proof of who saw and did what. Asking is noted, too. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
public class AuditResource {

    private final Person person;
    private final VerifyingAudit verifyingAudit;

    @Inject
    AuditResource(Person person, VerifyingAudit verifyingAudit) {
        this.person = person;
        this.verifyingAudit = verifyingAudit;
    }

    /** @param next to ask with the next time; the same as asked with when there is nothing new */
    record Entries(List<EntryRepresentation> entries, long next) {
        Entries {
            entries = List.copyOf(entries);
        }
    }

    /** @param hash 64 hexadecimal digits */
    record EntryRepresentation(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String payload,
            String hash) {

        static EntryRepresentation from(AuditEntry entry) {
            return new EntryRepresentation(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.payload(),
                    entry.hash());
        }
    }

    /**
     * @param brokenAt the first entry that is not as it was
     * @param why in a few words, when broken
     * @param head hash of the last intact entry
     * @param checkpoints signed ones that the chain was compared with
     */
    record VerificationRepresentation(
            long entries,
            boolean intact,
            @Nullable Long brokenAt,
            @Nullable String why,
            String head,
            int checkpoints,
            Instant verifiedAt) {}

    @GET
    @Operation(summary = "Entries after a position", description = "The oldest first. Ask again with `next`.")
    public Entries entries(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var entries = verifyingAudit.read(person.userName(), after, limit).stream()
                .map(EntryRepresentation::from)
                .toList();
        return new Entries(
                entries,
                entries.isEmpty() ? after : entries.get(entries.size() - 1).seq());
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Is everything as it was written?")
    public VerificationRepresentation verification() {
        var verified = verifyingAudit.verify(person.userName());
        var verification = verified.verification();
        return new VerificationRepresentation(
                verification.entries(),
                verification.intact(),
                verification.brokenAt(),
                verification.why(),
                verification.head(),
                verification.checkpoints(),
                verified.at());
    }
}
