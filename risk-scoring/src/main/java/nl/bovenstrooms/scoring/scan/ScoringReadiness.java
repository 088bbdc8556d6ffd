package nl.bovenstrooms.scoring.scan;

import jakarta.inject.Inject;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.rules.RuleBook;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when model and rule book are loaded; tells which. */
@Readiness
class ScoringReadiness implements HealthCheck {

    private final ImageModel model;
    private final RuleBook ruleBook;

    @Inject
    ScoringReadiness(ImageModel model, RuleBook ruleBook) {
        this.model = model;
        this.ruleBook = ruleBook;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("scoring")
                .withData("model", model.version())
                .withData("ruleBook", ruleBook.version())
                .up()
                .build();
    }
}
