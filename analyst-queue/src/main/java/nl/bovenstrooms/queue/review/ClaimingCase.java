package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.LeaseToken;
import nl.bovenstrooms.queue.review.Cases.Claimant;
import nl.bovenstrooms.queue.review.Cases.NewClaim;
import nl.bovenstrooms.queue.review.Cases.StoredCase;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reader the next case: the one that comes first in order, or the one they hold already. Nobody chooses.
 *
 * <p>Order: the probability of contraband, weighed by how soon it can no longer be stopped. The weight halves for each day that is
 * left: {@code p · 2^(-hours left / 24)}, the expected loss of not looking now. Its logarithm differs between two cases by an amount
 * that does not change as time goes by, so it is computed once, by the database, and kept in an index: {@code rank = hours of the
 * deadline - 24 · log2(p)}, the smallest first. In words: twice the risk is worth a day. What can't be stopped any more comes last.
 */
@ApplicationScoped
public class ClaimingCase {

    private final Cases cases;
    private final LeaseRules rules;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    ClaimingCase(Cases cases, LeaseRules rules, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a reader got. */
    sealed interface Outcome {

        record Got(StoredCase claimed, LeaseToken token) implements Outcome {}

        record Nothing(Empty empty) implements Outcome {}
    }

    /** Why there is nothing for this reader. */
    record Empty(Why why, long claimed, @Nullable Instant nextExpected) {

        enum Why {
            NOTHING_WAITS,
            ALL_CLAIMED,
            ONLY_YOUR_OWN
        }
    }

    /** The running claim of this reader with a new token, or else the next case. */
    @Transactional
    public Outcome claim(String reader, boolean senior) {
        var now = clock.instant();
        cases.lockReader(reader);
        var running = renewed(reader, now);
        if (running.isPresent()) {
            return running.get();
        }
        cases.passDeadlines(now);
        var token = LeaseToken.random(random);
        var claim = new NewClaim(UUID.randomUUID(), reader, token.hash(), now, now.plus(rules.lease()));
        var claimed = cases.claimNext(new Claimant(reader, senior, now.minus(rules.releasePause())), claim);
        if (claimed.isEmpty()) {
            return nothing(now);
        }
        var got = claimed.get();
        audit.append(
                reader,
                Action.CASE_CLAIMED,
                "case/" + got.caseId(),
                Map.of(
                        "claimId",
                        claim.claimId().toString(),
                        "purpose",
                        got.purpose().name()));
        return new Outcome.Got(got, token);
    }

    /** The running claim of this reader, if any, with a new token; the token before it is void. */
    @Transactional
    public Outcome mine(String reader) {
        var now = clock.instant();
        cases.lockReader(reader);
        var running = renewed(reader, now);
        return running.isPresent() ? running.get() : nothing(now);
    }

    private Optional<Outcome.Got> renewed(String reader, Instant now) {
        var token = LeaseToken.random(random);
        return cases.renewToken(reader, token.hash(), now).map(held -> new Outcome.Got(held, token));
    }

    private Outcome nothing(Instant now) {
        var there = cases.whatIsThere(now);
        if (there.waiting() > 0) {
            return new Outcome.Nothing(new Empty(Empty.Why.ONLY_YOUR_OWN, there.claimed(), there.nextExpiry()));
        }
        var why = there.claimed() > 0 ? Empty.Why.ALL_CLAIMED : Empty.Why.NOTHING_WAITS;
        return new Outcome.Nothing(new Empty(why, there.claimed(), there.nextExpiry()));
    }
}
