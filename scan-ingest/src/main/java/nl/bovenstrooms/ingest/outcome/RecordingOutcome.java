package nl.bovenstrooms.ingest.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import nl.bovenstrooms.ingest.scan.Scans;
import nl.bovenstrooms.outbox.ProcessedEvents;

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

    /** @throws UnreadableEvent when it is about a scan that was never taken in, or of another tenant */
    @Transactional
    public void record(Event<CaseDecided> event) {
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
}
