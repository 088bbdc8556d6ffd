package nl.bovenstrooms.queue.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.contracts.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a voyage after which less can be done, as far as the manifest knows them.
 *
 * @param direction of the container at the scanner
 * @param receivedAt when the scan came in
 */
public record Moments(
        @Nullable Instant cutOff,
        @Nullable Instant departure,
        @Nullable Instant arrival,
        Direction direction,
        Instant receivedAt) {

    /** Dutch practice: what is scanned is analysed within 36 hours; then a container leaves the terminal. */
    public static final Duration TIME_AT_TERMINAL = Duration.ofHours(36);

    /** Where the container goes from the scanner. */
    public enum Direction {
        EXPORT,
        IMPORT,
        TRANSIT,
        UNKNOWN;

        static Direction of(@Nullable String text) {
            for (var direction : values()) {
                if (direction.name().equalsIgnoreCase(text)) {
                    return direction;
                }
            }
            return UNKNOWN;
        }
    }

    public static Moments of(Manifest manifest, Instant receivedAt) {
        var scan = manifest.scan();
        var direction = Direction.of(scan == null ? null : scan.direction());
        var transport = manifest.transport();
        if (transport == null) {
            return new Moments(null, null, null, direction, receivedAt);
        }
        return new Moments(
                instant(transport.loadingCutOff()),
                instant(transport.etd()),
                instant(transport.eta()),
                direction,
                receivedAt);
    }

    /**
     * The next moment after {@code now}. Where the manifest names none, and at the port of arrival, 36 hours from the scan stand
     * in for it in the order of the queue; readers see that there is none.
     */
    public Deadline next(Instant now) {
        if (cutOff != null && cutOff.isAfter(now)) {
            return new Deadline(cutOff, Deadline.Kind.CUT_OFF, false);
        }
        if (departure != null && departure.isAfter(now)) {
            return new Deadline(departure, Deadline.Kind.DEPARTURE, false);
        }
        if (arrival != null && arrival.isAfter(now)) {
            return new Deadline(arrival, Deadline.Kind.ARRIVAL, false);
        }
        var atTerminal = receivedAt.plus(TIME_AT_TERMINAL);
        var standIn = nothingIsKnown() || direction == Direction.IMPORT;
        return new Deadline(atTerminal, Deadline.Kind.NONE, !standIn || !atTerminal.isAfter(now));
    }

    /** Which of them the manifest does not name. */
    public List<Deadline.Kind> missing() {
        var missing = new ArrayList<Deadline.Kind>();
        if (cutOff == null) {
            missing.add(Deadline.Kind.CUT_OFF);
        }
        if (departure == null) {
            missing.add(Deadline.Kind.DEPARTURE);
        }
        if (arrival == null) {
            missing.add(Deadline.Kind.ARRIVAL);
        }
        return missing;
    }

    private boolean nothingIsKnown() {
        return cutOff == null && departure == null && arrival == null;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
