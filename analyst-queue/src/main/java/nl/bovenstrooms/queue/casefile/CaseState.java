package nl.bovenstrooms.queue.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.bovenstrooms.contracts.event.CaseRead.Judgement;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;

/**
 * Where a case is in its life. Only a {@link Claimed} case can be held, and only who holds it gets a {@link Held}, which is where
 * looking, revealing, giving back and deciding are: no other state has these moves.
 */
public sealed interface CaseState {

    /** Waits for its first reader. */
    record Open() implements CaseState {}

    /** Waits for a senior reader, who sees nothing of the first reading. */
    record AwaitingSecondReading() implements CaseState {}

    /**
     * One reader has it.
     *
     * @param imageOpened under this claim
     * @param revealed whether the marks of the machine were shown under this claim
     */
    record Claimed(Lease lease, boolean imageOpened, boolean revealed) implements CaseState {

        /** The case in the hands of this reader; empty when the lease is another's, or over. */
        public Optional<Held> heldBy(String reader, LeaseToken token, Instant now) {
            return lease.isHeldBy(reader, token, now) ? Optional.of(new Held(this)) : Optional.empty();
        }
    }

    /** A claimed case in the hands of its holder. Made by {@link Claimed#heldBy} alone. */
    final class Held {

        private final Claimed claimed;

        private Held(Claimed claimed) {
            this.claimed = claimed;
        }

        public boolean imageOpened() {
            return claimed.imageOpened();
        }

        public boolean revealed() {
            return claimed.revealed();
        }

        /** The marks may be seen after a first look of one's own. */
        public boolean mayReveal(Circumstances circumstances) {
            return claimed.imageOpened() || !circumstances.hasImage();
        }

        public Instant extended(Instant now, Duration lease, Duration longestClaim) {
            return claimed.lease().extended(now, lease, longestClaim);
        }

        /** What becomes of the case when its holder decides so. */
        public Verdict decide(Decision decision, String note, Circumstances circumstances) {
            if (circumstances.hasImage() && !claimed.imageOpened()) {
                return new Verdict.Refused(Refusal.IMAGE_NOT_OPENED, Refusal.IMAGE_NOT_OPENED.why());
            }
            var forbidden = DecisionRules.whyNot(decision, circumstances);
            if (forbidden.isPresent()) {
                return new Verdict.Refused(Refusal.DECISION_NOT_POSSIBLE, forbidden.get());
            }
            if (!DecisionRules.noteSuffices(decision, note)) {
                return new Verdict.Refused(Refusal.NOTE_TOO_SHORT, Refusal.NOTE_TOO_SHORT.why());
            }
            if (decision == Decision.SECOND_OPINION) {
                return new Verdict.PassedOn(new AwaitingSecondReading());
            }
            return new Verdict.Ended(new Decided(decision));
        }
    }

    /** Closed. */
    record Decided(Decision decision) implements CaseState {

        /** What the reader made of it, in as few words as serve to see what a score was worth. */
        public Judgement judgement() {
            return switch (decision) {
                case NO_FINDING -> Judgement.CLEARED;
                case INSPECT_AT_ORIGIN, RECOMMEND_DO_NOT_LOAD, CONTROL_ON_ARRIVAL, ESCALATE -> Judgement.ACTED_ON;
                case NOT_READABLE, REQUEST_INFORMATION, SECOND_OPINION -> Judgement.UNCLEAR;
            };
        }
    }

    /** The answer to a decision. */
    sealed interface Verdict {

        /** The assessment ends, and the source hears of it. */
        record Ended(Decided state) implements Verdict {}

        /** The case stays open for another reader; the source hears nothing. */
        record PassedOn(AwaitingSecondReading state) implements Verdict {}

        /** Nothing changes. */
        record Refused(Refusal refusal, LocalText why) implements Verdict {}
    }
}
