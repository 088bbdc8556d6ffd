package nl.bovenstrooms.queue.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.outbox.Outbox;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.inspection.Inspections.Container;
import nl.bovenstrooms.queue.inspection.Inspections.Report;

/**
 * Takes in what a physical check found, and publishes it, in one transaction with the audit. Any container can have been checked, read
 * or not: a find in one that nobody read says the most. It changes no case, and no source hears of it.
 */
@ApplicationScoped
class ReportingInspection {

    private static final String SOURCE = "/analyst-queue";

    private final Inspections inspections;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ReportingInspection(Inspections inspections, Outbox outbox, AuditTrail audit, Clock clock) {
        this.inspections = inspections;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of telling. */
    sealed interface Answer {

        /** It stands, now or since it was told first. */
        record Taken(Report report) implements Answer {}

        /** Nobody can have done such a check. */
        record Impossible(LocalText why) implements Answer {}

        /** Nobody marks their own work. */
        record OwnReading() implements Answer {}

        /** No container has this case. */
        record Unknown() implements Answer {}
    }

    /** The same once more gives the same answer, and nothing else; something else corrects what was told before. */
    @Transactional
    Answer report(UUID caseId, String reporter, Inspection inspection) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var impossible = inspection.whyNot(now);
        if (impossible.isPresent()) {
            return new Answer.Impossible(impossible.get());
        }
        var container = inspections.lock(caseId);
        if (container.isEmpty()) {
            return new Answer.Unknown();
        }
        if (inspections.isReader(caseId, reporter)) {
            return new Answer.OwnReading();
        }
        var before = inspections.find(caseId);
        if (before.filter(told -> told.inspection().equals(inspection)).isPresent()) {
            return new Answer.Taken(before.get());
        }
        var report = new Report(before.map(Report::version).orElse(0) + 1, inspection, now);
        inspections.put(caseId, report, reporter);
        publish(caseId, container.get(), report);
        audit(caseId, reporter, report);
        return new Answer.Taken(report);
    }

    private void publish(UUID caseId, Container container, Report report) {
        var inspection = report.inspection();
        var data = new InspectionReported(
                caseId,
                container.scanId(),
                container.index(),
                container.number(),
                inspection.outcome(),
                inspection.find(),
                inspection.why(),
                inspection.inspectedAt());
        var key = container.scanId().toString();
        var id = DeterministicId.of("inspection.reported", caseId.toString(), Integer.toString(report.version()));
        outbox.append(
                EventType.INSPECTION_REPORTED,
                key,
                Event.of(
                        EventType.INSPECTION_REPORTED,
                        id,
                        SOURCE,
                        key,
                        report.reportedAt().atOffset(ZoneOffset.UTC),
                        data));
    }

    private void audit(UUID caseId, String reporter, Report report) {
        var inspection = report.inspection();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("version", report.version());
        payload.put("outcome", inspection.outcome().name());
        payload.put("inspectedAt", inspection.inspectedAt().toString());
        var find = inspection.find();
        if (find != null) {
            payload.put(
                    "find",
                    Map.of(
                            "substance", find.substance(),
                            "kg", find.kg(),
                            "place", find.place(),
                            "method", find.method()));
        }
        if (inspection.why() != null) {
            payload.put("why", inspection.why());
        }
        audit.append(reporter, Action.INSPECTION_REPORTED, "case/" + caseId, payload);
    }
}
