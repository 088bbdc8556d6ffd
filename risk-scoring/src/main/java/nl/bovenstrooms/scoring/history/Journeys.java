package nl.bovenstrooms.scoring.history;

import java.time.Duration;
import java.time.Instant;
import nl.bovenstrooms.contracts.place.UnLocodes;

/** What a container can do between two scanners, and what it can't. */
final class Journeys {

    /** No lorry makes more, from gate to gate, in kilometres an hour. */
    private static final double BY_ROAD = 80;

    /** Nor does it keep that up for longer than a day. */
    private static final double LONGEST_BY_ROAD = 1_500;

    /** The fastest container ships make 25 knots, and no lorry makes more over days. */
    private static final double FAR = 50;

    /** Ports are known to about ten kilometres, and clocks to some minutes. */
    private static final double SAME_AREA = 100;

    /** Ships leave late. */
    private static final Duration LATE = Duration.ofDays(2);

    /** And come early. */
    private static final Duration EARLY = Duration.ofDays(1);

    private Journeys() {}

    /** Whether a container can have been at both. What is unknown is possible. */
    static boolean isPossible(Passage one, Passage other) {
        var kilometres = UnLocodes.kilometresBetween(one.place(), other.place());
        if (kilometres.isPresent() && hoursBetween(one, other) < hoursFor(kilometres.getAsDouble())) {
            return false;
        }
        return Passage.IN_TIME.compare(one, other) <= 0 ? !isAtSea(one, other) : !isAtSea(other, one);
    }

    static double hoursBetween(Passage one, Passage other) {
        return Duration.between(one.at(), other.at()).abs().toMinutes() / 60.0;
    }

    private static double hoursFor(double kilometres) {
        if (kilometres <= SAME_AREA) {
            return 0;
        }
        return Math.min(kilometres, LONGEST_BY_ROAD) / BY_ROAD + Math.max(0, kilometres - LONGEST_BY_ROAD) / FAR;
    }

    /**
     * Whether the container, by the manifest of its earlier scan, is on a ship while it is scanned again at a place where that ship does
     * not call. One that is scanned where it was before has missed the ship.
     */
    private static boolean isAtSea(Passage earlier, Passage later) {
        var voyage = earlier.voyage();
        var departure = voyage.departure();
        var arrival = voyage.arrival();
        return departure != null
                && arrival != null
                && earlier.direction().equals("EXPORT")
                && !later.place().isEmpty()
                && !earlier.place().isEmpty()
                && !later.place().equals(earlier.place())
                && !voyage.ports().contains(later.place())
                && earlier.at().isBefore(departure.plus(LATE))
                && isBetween(later.at(), departure.plus(LATE), arrival.minus(EARLY));
    }

    private static boolean isBetween(Instant at, Instant from, Instant until) {
        return at.isAfter(from) && at.isBefore(until);
    }
}
