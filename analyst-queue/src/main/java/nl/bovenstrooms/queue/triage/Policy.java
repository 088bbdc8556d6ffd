package nl.bovenstrooms.queue.triage;

import java.util.UUID;

/**
 * Which containers get read.
 *
 * @param threshold probability above which a container is read
 * @param randomShare of the others that is read, 0 to 1
 */
record Policy(double threshold, double randomShare, Draw draw) {

    /** A container exactly at the threshold is not above it. */
    Route route(UUID scanId, int containerIndex, double probability) {
        if (probability > threshold) {
            return Route.ABOVE_THRESHOLD;
        }
        return draw.isChosen(scanId, containerIndex, randomShare) ? Route.RANDOM_SHARE : Route.NOT_READ;
    }

    /**
     * What becomes of a container that was routed before: who is to be read stays to be read, whatever a later score says, or a
     * case would vanish from under its reader.
     */
    Route reroute(Route before, UUID scanId, int containerIndex, double probability) {
        var now = route(scanId, containerIndex, probability);
        return before.isRead() && !now.isRead() ? before : now;
    }

    /** By which a case is ranked; never below the threshold. */
    double risk(Route route, UUID scanId, int containerIndex, double probability) {
        return route == Route.ABOVE_THRESHOLD
                ? Math.max(threshold, probability)
                : draw.standInRisk(scanId, containerIndex, threshold);
    }
}
