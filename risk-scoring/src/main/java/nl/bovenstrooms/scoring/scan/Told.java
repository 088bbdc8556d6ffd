package nl.bovenstrooms.scoring.scan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;

/**
 * What a source told of a scan, in one message. Of two, the later one counts, in whatever order they come.
 *
 * @param time of the message
 * @param eventId of the message: decides between two of the same time
 */
record Told(ScanReceived scan, OffsetDateTime time, UUID eventId) implements Comparable<Told> {

    private static final Comparator<Told> IN_TIME =
            Comparator.<Told, Instant>comparing(told -> told.time().toInstant()).thenComparing(Told::eventId);

    boolean isSameMessage(Told other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(Told other) {
        return IN_TIME.compare(this, other);
    }
}
