package nl.bovenstrooms.queue.triage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.ToldToSource;
import nl.bovenstrooms.queue.review.TellingSource;

/**
 * Tells sources that an assessment is complete, of containers that nobody reads and of those that were read and cleared: in the same
 * words, by the same event and after the same drawn time. Any number of instances may do it at once; each takes rows that no
 * other has.
 */
@ApplicationScoped
public class AnsweringWhenDue {

    private static final int AT_ONCE = 100;

    private final Assessments assessments;
    private final TellingSource tellingSource;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    AnsweringWhenDue(Assessments assessments, TellingSource tellingSource, AuditTrail audit, Clock clock) {
        this.assessments = assessments;
        this.tellingSource = tellingSource;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is left comes with the next look. */
    @Scheduled(
            every = "{bovenstrooms.queue.complete-answer.look-every:15S}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void answer() {
        var now = clock.instant();
        var complete = assessments.takeToAnswer(now, AT_ONCE);
        for (var container : complete) {
            tellingSource.tell(
                    new TellingSource.About(
                            container.caseId(),
                            container.scanId(),
                            container.tenant(),
                            container.containerIndex(),
                            container.containersInScan(),
                            container.containerNumber()),
                    ToldToSource.ASSESSMENT_COMPLETE,
                    now);
        }
        for (var container : complete) {
            audit.append(
                    AuditTrail.SYSTEM,
                    Action.SOURCE_TOLD,
                    "case/" + container.caseId(),
                    Map.of("scanId", container.scanId().toString(), "container", container.containerIndex()));
        }
    }
}
