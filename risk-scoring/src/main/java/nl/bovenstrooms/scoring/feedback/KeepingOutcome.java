package nl.bovenstrooms.scoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.scoring.ScoringConfiguration;
import nl.bovenstrooms.scoring.scan.Retrying;

/** Keeps what was said of a container; a database that is away is waited for. */
@ApplicationScoped
class KeepingOutcome {

    private final Outcomes outcomes;
    private final Retrying whenDatabaseIsAway;

    @Inject
    KeepingOutcome(Outcomes outcomes, ScoringConfiguration configuration) {
        this.outcomes = outcomes;
        whenDatabaseIsAway = Retrying.of(
                configuration.archive().attempts(), configuration.archive().pause());
    }

    void keep(Outcome outcome) {
        whenDatabaseIsAway.call(
                () -> {
                    outcomes.keep(outcome);
                    return outcome;
                },
                failure -> true);
    }
}
