package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.bovenstrooms.queue.casefile.CaseState.Claimed;
import nl.bovenstrooms.queue.casefile.CaseState.Held;
import nl.bovenstrooms.queue.casefile.LeaseToken;
import nl.bovenstrooms.queue.casefile.Refusal;
import nl.bovenstrooms.queue.review.Cases.StoredCase;

/** Cases in the hands of their holders: every move of a reader begins here. */
@ApplicationScoped
class HeldCases {

    private final Cases cases;

    @Inject
    HeldCases(Cases cases) {
        this.cases = cases;
    }

    /** What a reader shows to prove a claim. */
    record Proof(UUID caseId, String reader, LeaseToken token) {}

    /** A case with the moves of its holder. */
    record HeldCase(StoredCase stored, Held held) {

        UUID claimId() {
            return Objects.requireNonNull(stored.claimId(), "a claimed case has a claim");
        }
    }

    /**
     * The case, locked until the transaction ends.
     *
     * @throws CaseRefused when this reader does not hold it; whether there is such a case at all is not told
     */
    HeldCase lock(Proof proof, Instant now) {
        var stored = cases.lock(proof.caseId()).orElseThrow(() -> new CaseRefused(Refusal.LEASE_LOST));
        if (stored.state() instanceof Claimed claimed) {
            var held = claimed.heldBy(proof.reader(), proof.token(), now);
            if (held.isPresent()) {
                return new HeldCase(stored, held.get());
            }
        }
        throw new CaseRefused(Refusal.LEASE_LOST);
    }
}
