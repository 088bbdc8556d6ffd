package nl.bovenstrooms.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where the service gets its time. */
@ApplicationScoped
final class QueueClock {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
