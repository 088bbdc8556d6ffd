package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.bovenstrooms.queue.QueueConfiguration;

/** How long a claim lasts. */
@ApplicationScoped
class LeaseRules {

    private static final int HEARTBEATS_PER_LEASE = 4;

    private final QueueConfiguration configuration;

    @Inject
    LeaseRules(QueueConfiguration configuration) {
        this.configuration = configuration;
    }

    Duration lease() {
        return configuration.lease();
    }

    Duration longestClaim() {
        return configuration.longestClaim();
    }

    Duration releasePause() {
        return configuration.releasePause();
    }

    /** How often the holder should give a sign of life: three may get lost. At least a second. */
    long heartbeatSeconds() {
        return Math.max(1, lease().toSeconds() / HEARTBEATS_PER_LEASE);
    }
}
