package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.Refusal;
import nl.bovenstrooms.queue.review.Cases.Reading;
import nl.bovenstrooms.queue.review.Cases.StoredCase;
import nl.bovenstrooms.queue.review.HeldCases.Proof;

/** What a holder does with a claim short of deciding: keep it, give it back, ask for the marks of the machine. */
@ApplicationScoped
public class HoldingClaim {

    private final Cases cases;
    private final HeldCases heldCases;
    private final LeaseRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    HoldingClaim(Cases cases, HeldCases heldCases, LeaseRules rules, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.heldCases = heldCases;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return when the lease now ends */
    @Transactional
    Instant heartbeat(Proof proof) {
        var now = clock.instant();
        var held = heldCases.lock(proof, now);
        var expiresAt = held.held().extended(now, rules.lease(), rules.longestClaim());
        cases.extend(proof.caseId(), expiresAt);
        return expiresAt;
    }

    @Transactional
    void release(Proof proof, String reason) {
        var now = clock.instant();
        var held = heldCases.lock(proof, now);
        cases.add(new Reading(
                proof.caseId(),
                held.claimId(),
                proof.reader(),
                held.stored().purpose(),
                Reading.Ended.RELEASED,
                null,
                reason,
                now));
        cases.release(held.stored());
        audit.append(
                proof.reader(),
                Action.CASE_RELEASED,
                "case/" + proof.caseId(),
                Map.of("claimId", held.claimId().toString(), "reason", reason));
    }

    /** @throws CaseRefused before the image was opened: first a look of one's own */
    @Transactional
    StoredCase reveal(Proof proof) {
        var now = clock.instant();
        var held = heldCases.lock(proof, now);
        if (!held.held().mayReveal(held.stored().circumstances(now))) {
            throw new CaseRefused(Refusal.IMAGE_NOT_OPENED);
        }
        cases.revealed(proof.caseId(), now);
        audit.append(
                proof.reader(),
                Action.MARKS_REVEALED,
                "case/" + proof.caseId(),
                Map.of(
                        "claimId",
                        held.claimId().toString(),
                        "again",
                        held.held().revealed()));
        return held.stored();
    }
}
