package nl.bovenstrooms.queue.triage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import nl.bovenstrooms.queue.QueueConfiguration;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;

/** Notes the settings that decide who gets read, when the service starts with other ones than before. */
@ApplicationScoped
public class NotingSettings {

    private final QueueConfiguration configuration;
    private final AuditTrail audit;

    @Inject
    NotingSettings(QueueConfiguration configuration, AuditTrail audit) {
        this.configuration = configuration;
        this.audit = audit;
    }

    @Transactional
    void atStart(@Observes StartupEvent event) {
        audit.appendIfChanged(
                AuditTrail.SYSTEM,
                Action.SETTINGS_CHANGED,
                "settings",
                Map.of(
                        "threshold",
                        configuration.threshold(),
                        "randomShare",
                        configuration.randomShare(),
                        "lease",
                        configuration.lease().toString(),
                        "longestClaim",
                        configuration.longestClaim().toString(),
                        "releasePause",
                        configuration.releasePause().toString(),
                        "completeAnswerEarliest",
                        configuration.completeAnswer().earliest().toString(),
                        "completeAnswerLatest",
                        configuration.completeAnswer().latest().toString(),
                        "holdsCleared",
                        configuration.completeAnswer().holdsCleared()));
    }
}
