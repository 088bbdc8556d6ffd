package nl.bovenstrooms.scoring.feedback;

import java.time.OffsetDateTime;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.InspectionReported;

/**
 * What somebody said of a container after it was scored. Who said it, and in what words, is not kept here.
 *
 * @param containerIndex in its scan, from 0
 * @param at when it was decided, or the container opened: the score of then is meant
 * @param toldAt when that was told: what is told later stands
 * @param eventId decides between two that were told at the same time
 */
record Outcome(
        UUID caseId,
        UUID scanId,
        int containerIndex,
        Said said,
        OffsetDateTime at,
        OffsetDateTime toldAt,
        UUID eventId) {

    /** Of a case there is one of each at most: what was told last. */
    enum Kind {
        DECISION,
        INSPECTION
    }

    /** What can be said. */
    enum Said {
        /** An analyst saw no reason to act. */
        CLEARED(Kind.DECISION),
        /** An analyst had something done about it. */
        ACTED_ON(Kind.DECISION),
        /** An analyst came to no judgement. */
        UNCLEAR(Kind.DECISION),
        FOUND(Kind.INSPECTION),
        NOTHING(Kind.INSPECTION),
        /** Something else was wrong: no contraband, but no mistake of the score either. */
        OTHER_IRREGULARITY(Kind.INSPECTION),
        NOT_DONE(Kind.INSPECTION);

        private final Kind kind;

        Said(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }

        static Said of(CaseRead.Judgement judgement) {
            return switch (judgement) {
                case CLEARED -> CLEARED;
                case ACTED_ON -> ACTED_ON;
                case UNCLEAR -> UNCLEAR;
            };
        }

        static Said of(InspectionReported.Outcome outcome) {
            return switch (outcome) {
                case FOUND -> FOUND;
                case NOTHING -> NOTHING;
                case OTHER_IRREGULARITY -> OTHER_IRREGULARITY;
                case NOT_DONE -> NOT_DONE;
            };
        }
    }

    static Outcome ofReading(Event<CaseRead> event) {
        var read = event.data();
        return new Outcome(
                read.caseId(),
                read.scanId(),
                read.containerIndex(),
                Said.of(read.judgement()),
                read.readAt(),
                event.time(),
                event.id());
    }

    static Outcome ofInspection(Event<InspectionReported> event) {
        var reported = event.data();
        return new Outcome(
                reported.caseId(),
                reported.scanId(),
                reported.containerIndex(),
                Said.of(reported.outcome()),
                reported.inspectedAt(),
                event.time(),
                event.id());
    }
}
