package nl.bovenstrooms.ingest.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import nl.bovenstrooms.ingest.scan.Scans;
import nl.bovenstrooms.outbox.ProcessedEvents;
import org.jspecify.annotations.Nullable;

/** Takes the end of an assessment into the feed of the source, once. */
@ApplicationScoped
public class RecordingOutcome {

    private final ProcessedEvents processed;
    private final Outcomes outcomes;
    private final Scans scans;

    @Inject
    RecordingOutcome(ProcessedEvents processed, Outcomes outcomes, Scans scans) {
        this.processed = processed;
        this.outcomes = outcomes;
        this.scans = scans;
    }

    /** @throws UnreadableEvent when it lacks something, or is about a scan that was never taken in, or of another tenant */
    @Transactional
    public void record(Event<CaseDecided> event) {
        requireWhole(event.data());
        if (!processed.firstTime("case-decided", event.id())) {
            return;
        }
        var decided = event.data();
        var scan = scans.find(decided.scanId())
                .filter(found -> found.tenant().equals(decided.tenant()))
                .orElseThrow(
                        () -> new UnreadableEvent("no scan " + decided.scanId() + " of tenant " + decided.tenant()));
        if (scan.containersFound() == null) {
            scans.found(decided.scanId(), decided.containersInScan());
        }
        outcomes.add(
                decided.tenant(),
                new Outcome(
                        decided.caseId(),
                        decided.scanId(),
                        decided.containerIndex(),
                        decided.containerNumber(),
                        decided.decision(),
                        decided.toldToSource(),
                        decided.decidedAt()));
    }

    /** JSON does not promise what the record does; tried again, it would lack the same. */
    private static void requireWhole(CaseDecided decided) {
        require("caseId", decided.caseId());
        require("scanId", decided.scanId());
        require("tenant", decided.tenant());
        require("decision", decided.decision());
        require("decidedAt", decided.decidedAt());
        require("toldToSource", decided.toldToSource());
        require("toldToSource.nl", decided.toldToSource().nl());
        require("toldToSource.en", decided.toldToSource().en());
        if (decided.containerIndex() < 0 || decided.containersInScan() <= decided.containerIndex()) {
            throw new UnreadableEvent("container " + decided.containerIndex() + " of " + decided.containersInScan());
        }
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new UnreadableEvent("a decision lacks " + field);
        }
    }
}
