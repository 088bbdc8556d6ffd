package nl.bovenstrooms.queue.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import nl.bovenstrooms.outbox.ProcessedEvents;
import nl.bovenstrooms.queue.QueueConfiguration;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.Moments;
import nl.bovenstrooms.queue.review.CaseId;
import nl.bovenstrooms.queue.review.Cases;
import nl.bovenstrooms.queue.review.Cases.NewCase;
import nl.bovenstrooms.queue.score.ScoredScans;

/**
 * Takes a score in, once: for each container of the scan a case, or the record that it is not read. A newer score of the same scan
 * changes a case that is not decided, and can make a case of a container that was not to be read; an older one does nothing.
 */
@ApplicationScoped
public class TakingScoreIn {

    private final ProcessedEvents processed;
    private final ScoredScans scoredScans;
    private final Assessments assessments;
    private final Cases cases;
    private final AuditTrail audit;
    private final Policy policy;
    private final Draw draw;
    private final QueueConfiguration.CompleteAnswer completeAnswer;
    private final Clock clock;

    @Inject
    TakingScoreIn(
            ProcessedEvents processed,
            ScoredScans scoredScans,
            Assessments assessments,
            Cases cases,
            AuditTrail audit,
            Draw draw,
            QueueConfiguration configuration,
            Clock clock) {
        this.processed = processed;
        this.scoredScans = scoredScans;
        this.assessments = assessments;
        this.cases = cases;
        this.audit = audit;
        this.policy = new Policy(configuration.threshold(), configuration.randomShare(), draw);
        this.draw = draw;
        this.completeAnswer = configuration.completeAnswer();
        this.clock = clock;
    }

    /** @throws UnreadableEvent when it lacks something */
    @Transactional
    public void take(Event<ScanScored> event) {
        var scored = event.data();
        WholeScore.require(scored);
        if (!processed.firstTime("scan-scored", event.id())) {
            return;
        }
        if (!scoredScans.takeNewer(scored, event.time())) {
            return;
        }
        cases.lockOf(scored.scan().scanId());
        var routes = new ArrayList<Map<String, Object>>();
        var changedAfterDecision = new ArrayList<ContainerScore>();
        for (var container : scored.containers()) {
            var route = assess(scored, container, changedAfterDecision);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("container", container.index());
            entry.put("route", route.name());
            entry.put("probability", container.probability());
            routes.add(entry);
        }
        // Only now, when no row is waited for any more: who holds a case may be waiting for the end of the audit.
        changedAfterDecision.forEach(container -> auditChangedScore(scored, container));
        audit.append(
                AuditTrail.SYSTEM,
                Action.SCAN_ASSESSED,
                "scan/" + scored.scan().scanId(),
                Map.of(
                        "scoreId",
                        scored.scoreId().toString(),
                        "threshold",
                        policy.threshold(),
                        "randomShare",
                        policy.randomShare(),
                        "containers",
                        List.copyOf(routes)));
    }

    private Route assess(ScanScored scored, ContainerScore container, List<ContainerScore> changedAfterDecision) {
        var scan = scored.scan();
        var scanId = scan.scanId();
        var index = container.index();
        var now = clock.instant();
        var caseId = CaseId.of(scanId, index);
        var before = assessments.find(scanId, index);
        var route = before.map(known -> policy.reroute(known.route(), scanId, index, container.probability()))
                .orElseGet(() -> policy.route(scanId, index, container.probability()));
        var delay = draw.delay(scanId, index, completeAnswer.earliest(), completeAnswer.latest());
        assessments.put(caseId, scanId, container, route, now, now.plus(delay));
        if (route.isRead()) {
            cases.openOrUpdate(
                    new NewCase(
                            caseId,
                            scanId,
                            index,
                            reference(scored, index),
                            Moments.of(scan.manifest(), scan.receivedAt().toInstant()),
                            !scan.images().isEmpty(),
                            policy.risk(route, scanId, index, container.probability())),
                    now);
            if (before.filter(known -> isOfAnother(known.score(), container)).isPresent()) {
                cases.startLookingAgain(caseId);
            }
            var changed =
                    before.filter(known -> !known.score().equals(container)).isPresent();
            if (changed && cases.noteChangedScore(caseId, now)) {
                changedAfterDecision.add(container);
            }
        }
        return route;
    }

    private static boolean isOfAnother(ContainerScore before, ContainerScore now) {
        return !Objects.equals(before.containerNumber(), now.containerNumber());
    }

    private void auditChangedScore(ScanScored scored, ContainerScore container) {
        var caseId = CaseId.of(scored.scan().scanId(), container.index());
        var revision = scored.revision();
        audit.append(
                AuditTrail.SYSTEM,
                Action.SCORE_CHANGED_AFTER_DECISION,
                "case/" + caseId,
                Map.of(
                        "scoreId",
                        scored.scoreId().toString(),
                        "probability",
                        container.probability(),
                        "because",
                        revision == null
                                ? List.of()
                                : revision.changes().stream()
                                        .map(change -> change.because().name())
                                        .toList()));
    }

    /** What people call the case: the reference of the scan, and where it shows several containers, which of them. */
    private static String reference(ScanScored scored, int index) {
        var reference = scored.scan().caseReference();
        return scored.containers().size() == 1 ? reference : reference + "-" + (index + 1);
    }
}
