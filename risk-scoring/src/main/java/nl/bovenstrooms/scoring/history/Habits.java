package nl.bovenstrooms.scoring.history;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * How a shipment fits what its sender sent in the year before, by the time of the scans and not of their coming in.
 *
 * @param firstOfPair whether none of these shipments went to the same receiver; absent while there are too few to tell
 * @param unusualGoods whether none of them had goods of its HS chapters; absent likewise, and where it names none
 * @param earlierBills of the sender in that year; absent when the sender is unknown
 */
public record Habits(
        @Nullable Boolean firstOfPair,
        @Nullable Boolean unusualGoods,
        @Nullable Long earlierBills) {

    /** Of a container of which nobody knows that one company sends all of it to one other. */
    public static final Habits UNKNOWN = new Habits(null, null, null);

    /** What is longer ago is no habit any more, and some trades come round once a year. */
    public static final Duration REMEMBERED = Duration.ofDays(365);

    /** Of a company with fewer nobody can tell what it usually does. A young archive knows nothing of anybody, and so says nothing. */
    static final int FEWEST = 5;

    /** @param all of the same sender, in any order, itself among them or not */
    public static Habits of(Shipment own, Collection<Shipment> all) {
        var earlier = all.stream()
                .filter(other -> other.sender().equals(own.sender()))
                .filter(other -> !other.bill().equals(own.bill()))
                .filter(other -> other.at().isBefore(own.at())
                        && !other.at().isBefore(own.at().minus(REMEMBERED)))
                .toList();
        var bills = earlier.stream().map(Shipment::bill).distinct().count();
        if (bills < FEWEST) {
            return new Habits(null, null, bills);
        }
        return new Habits(
                earlier.stream().noneMatch(other -> other.receiver().equals(own.receiver())),
                own.chapters().isEmpty()
                        ? null
                        : (Boolean) earlier.stream()
                                .allMatch(other -> Collections.disjoint(other.chapters(), own.chapters())),
                bills);
    }
}
