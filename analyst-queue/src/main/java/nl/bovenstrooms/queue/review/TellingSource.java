package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.outbox.Outbox;
import nl.bovenstrooms.queue.casefile.ToldToSource;
import org.jspecify.annotations.Nullable;

/** Publishes the end of an assessment, in the transaction that ends it. Read or unread: the event has the same shape. */
@ApplicationScoped
public class TellingSource {

    private static final String SOURCE = "/analyst-queue";

    private final Outbox outbox;

    @Inject
    TellingSource(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whose assessment ended. */
    public record About(
            UUID caseId,
            UUID scanId,
            String tenant,
            int containerIndex,
            int containersInScan,
            @Nullable String containerNumber) {}

    @Transactional(TxType.MANDATORY)
    public void tell(About about, ToldToSource told, Instant now) {
        var decidedAt = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        var data = new CaseDecided(
                about.caseId(),
                about.scanId(),
                about.tenant(),
                about.containerIndex(),
                about.containersInScan(),
                about.containerNumber(),
                told.decision(),
                decidedAt,
                told.text());
        var key = about.scanId().toString();
        var id = DeterministicId.of("case.decided", about.caseId().toString(), decidedAt.toString());
        outbox.append(EventType.CASE_DECIDED, key, Event.of(EventType.CASE_DECIDED, id, SOURCE, key, decidedAt, data));
    }
}
