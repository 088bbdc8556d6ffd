package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.outbox.Outbox;
import nl.bovenstrooms.queue.casefile.CaseState.Decided;
import nl.bovenstrooms.queue.review.Cases.StoredCase;

/** Publishes that a case was read, in the transaction that decides it. No source hears this. */
@ApplicationScoped
class TellingScoring {

    private static final String SOURCE = "/analyst-queue";

    private final Outbox outbox;

    @Inject
    TellingScoring(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param now in whole milliseconds */
    @Transactional(TxType.MANDATORY)
    void tell(StoredCase read, Decided decided, Instant now) {
        var readAt = now.atOffset(ZoneOffset.UTC);
        var data = new CaseRead(read.caseId(), read.scanId(), read.containerIndex(), decided.judgement(), readAt);
        var key = read.scanId().toString();
        var id = DeterministicId.of("case.read", read.caseId().toString(), readAt.toString());
        outbox.append(EventType.CASE_READ, key, Event.of(EventType.CASE_READ, id, SOURCE, key, readAt, data));
    }
}
