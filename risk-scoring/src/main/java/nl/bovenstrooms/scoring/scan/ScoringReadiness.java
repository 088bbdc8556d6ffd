package nl.bovenstrooms.scoring.scan;

import jakarta.inject.Inject;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.serving.ServedModel;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when model and rule book are loaded; tells which, and whether a newer rule book is refused. */
@Readiness
class ScoringReadiness implements HealthCheck {

    private final ServedModel model;
    private final ActiveRuleBook rules;

    @Inject
    ScoringReadiness(ServedModel model, ActiveRuleBook rules) {
        this.model = model;
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("scoring")
                .withData("model", model.version())
                .withData("modelDigest", model.digest())
                .withData("ruleBook", rules.get().version());
        rules.refusal().ifPresent(why -> response.withData("newerRuleBook", "refused, see the log"));
        return response.up().build();
    }
}
