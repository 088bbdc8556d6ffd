package nl.bovenstrooms.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where the service gets its time. */
@ApplicationScoped
final class ScoringClock {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
