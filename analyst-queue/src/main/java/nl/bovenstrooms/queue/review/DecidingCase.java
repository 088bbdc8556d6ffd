package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.CaseState.Verdict;
import nl.bovenstrooms.queue.casefile.Refusal;
import nl.bovenstrooms.queue.casefile.ToldToSource;
import nl.bovenstrooms.queue.review.Cases.Reading;
import nl.bovenstrooms.queue.review.HeldCases.HeldCase;
import nl.bovenstrooms.queue.review.HeldCases.Proof;
import nl.bovenstrooms.queue.score.ScoredScans;
import nl.bovenstrooms.queue.score.ScoredScans.ScoredContainer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a reading: decision, audit and the words to source and scoring, in one transaction. That the assessment is complete is said when it is
 * due: see {@link Answers}.
 */
@ApplicationScoped
public class DecidingCase {

    private final Cases cases;
    private final HeldCases heldCases;
    private final ScoredScans scoredScans;
    private final Answers answers;
    private final TellingSource tellingSource;
    private final TellingScoring tellingScoring;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    DecidingCase(
            Cases cases,
            HeldCases heldCases,
            ScoredScans scoredScans,
            Answers answers,
            TellingSource tellingSource,
            TellingScoring tellingScoring,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.heldCases = heldCases;
        this.scoredScans = scoredScans;
        this.answers = answers;
        this.tellingSource = tellingSource;
        this.tellingScoring = tellingScoring;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param told to the source; null when it hears nothing */
    record Taken(Decision decision, Instant at, @Nullable LocalText told) {}

    /**
     * The same decision once more, by the same reader with the same token, gives the same answer: the first one may have got lost
     * on its way.
     *
     * @param shown what the reader looked at, see {@link ScoredContainer#shown()}: a corrected manifest can list containers in another
     *     order
     * @throws CaseRefused when the reader does not hold the case, it changed meanwhile, or this can't be decided
     */
    @Transactional
    Taken decide(Proof proof, UUID shown, Decision decision, String note) {
        var before = takenBefore(proof, decision);
        if (before.isPresent()) {
            return before.get();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var held = heldCases.lock(proof, clock.instant());
        var scored = scored(held);
        if (!scored.shown().equals(shown)) {
            throw new CaseRefused(Refusal.CASE_CHANGED);
        }
        var verdict = held.held().decide(decision, note, held.stored().circumstances(now));
        if (verdict instanceof Verdict.Refused refused) {
            throw new CaseRefused(refused.refusal(), refused.why());
        }
        var ended = verdict instanceof Verdict.Ended closed ? closed.state() : null;
        cases.add(new Reading(
                proof.caseId(),
                held.claimId(),
                proof.reader(),
                held.stored().purpose(),
                ended == null ? Reading.Ended.PASSED_ON : Reading.Ended.DECIDED,
                decision,
                note,
                now));
        if (ended == null) {
            cases.passOn(proof.caseId(), now);
            audit(Action.CASE_PASSED_ON, proof, held, scored, decision, note);
            return new Taken(decision, now, null);
        }
        cases.decide(proof.caseId(), decision, proof.reader(), now);
        var told = tell(held, scored, decision, now);
        tellingScoring.tell(held.stored(), ended, now);
        audit(Action.CASE_DECIDED, proof, held, scored, decision, note);
        return new Taken(decision, now, told);
    }

    private Optional<Taken> takenBefore(Proof proof, Decision decision) {
        return cases.takenBy(proof.caseId(), proof.reader(), proof.token().hash())
                .filter(taken -> taken.decision() == decision)
                .map(taken -> new Taken(
                        decision,
                        taken.at(),
                        ToldToSource.of(decision).map(ToldToSource::text).orElse(null)));
    }

    private ScoredContainer scored(HeldCase held) {
        return scoredScans
                .find(held.stored().scanId(), held.stored().containerIndex())
                .orElseThrow(() -> new IllegalStateException("a case has a score"));
    }

    private LocalText tell(HeldCase held, ScoredContainer scored, Decision decision, Instant now) {
        var told = ToldToSource.of(decision)
                .orElseThrow(() -> new IllegalStateException("what ends an assessment is told to the source"));
        var stored = held.stored();
        if (told.isSameAsUnread() && answers.complete(stored.caseId(), now) != Answers.Moment.NOW) {
            return told.text();
        }
        tellingSource.tell(
                new TellingSource.About(
                        stored.caseId(),
                        stored.scanId(),
                        scored.scan().tenant(),
                        stored.containerIndex(),
                        scored.containersInScan(),
                        scored.score().containerNumber()),
                told,
                now);
        return told.text();
    }

    private void audit(
            Action action, Proof proof, HeldCase held, ScoredContainer scored, Decision decision, String note) {
        audit.append(
                proof.reader(),
                action,
                "case/" + proof.caseId(),
                Map.of(
                        "claimId",
                        held.claimId().toString(),
                        "purpose",
                        held.stored().purpose().name(),
                        "scoreId",
                        scored.scoreId().toString(),
                        "decision",
                        decision.name(),
                        "note",
                        note,
                        "marksRevealed",
                        held.held().revealed()));
    }
}
