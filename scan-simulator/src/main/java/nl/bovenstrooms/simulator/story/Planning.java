package nl.bovenstrooms.simulator.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.simulator.Chance;
import org.jspecify.annotations.Nullable;

/** Decides what each passage of a stream is. Any passage can be planned without the ones before it. */
final class Planning {

    /** So many passages are dealt out to shipments at a time. */
    private static final int GROUP = 48;

    /** A container arrives so many passages after it left, at the most; at least two. */
    private static final int LONGEST_VOYAGE = 6;

    /** The others need a {@linkplain Stories story} around the passage. */
    private static final List<Twist> DRAWN = List.of(
            Twist.THREAT,
            Twist.TWO_CONTAINERS,
            Twist.DECLARED_EMPTY,
            Twist.OTHER_GOODS,
            Twist.OTHER_WEIGHT,
            Twist.CLONE,
            Twist.BAD_CHECK_DIGIT,
            Twist.UNREADABLE_NUMBER,
            Twist.NO_CUT_OFF,
            Twist.NO_SEAL,
            Twist.CONTINGENCY,
            Twist.OPERATOR_MARK,
            Twist.ARRIVAL,
            Twist.CHANGED_UNDERWAY,
            Twist.VAGUE_GOODS,
            Twist.NO_ADDRESS,
            Twist.ODD_LOAD);

    private final Scenario scenario;
    private final Chance chance;

    Planning(Scenario scenario, Chance chance) {
        this.scenario = scenario;
        this.chance = chance;
    }

    Plan plan(long index) {
        var twists = twists(index);
        if (twists.contains(Twist.ARRIVAL)) {
            var origin = origin(index);
            if (origin != null) {
                return new Plan(index, origin.shipment(), origin.members(), twists, origin);
            }
            twists.remove(Twist.ARRIVAL);
            twists.remove(Twist.CHANGED_UNDERWAY);
        }
        return departure(index, twists);
    }

    private Set<Twist> twists(long index) {
        if (isOpening(index)) {
            var twists = EnumSet.noneOf(Twist.class);
            twists.addAll(scenario.opening((int) index).deviations());
            return twists;
        }
        var drawn = EnumSet.noneOf(Twist.class);
        for (var twist : DRAWN) {
            if (chance.of("twist " + twist).of(index).in(scenario.rate(twist))) {
                drawn.add(twist);
            }
        }
        if (drawn.contains(Twist.CHANGED_UNDERWAY)) {
            drawn.add(Twist.ARRIVAL);
        }
        if (index == 0) {
            drawn.remove(Twist.ARRIVAL);
        }
        return drawn;
    }

    /** An ordinary departure before this passage that did not arrive yet. */
    private @Nullable Plan origin(long index) {
        var first = index - (isOpening(index) ? 1 : 2);
        for (var candidate = first; candidate >= 0 && candidate > index - 2 - LONGEST_VOYAGE; candidate--) {
            var twists = twists(candidate);
            if (!twists.contains(Twist.ARRIVAL)
                    && !twists.contains(Twist.TWO_CONTAINERS)
                    && !twists.contains(Twist.CLONE)
                    && !hasArrivedBefore(candidate, index)) {
                return departure(candidate, twists);
            }
        }
        return null;
    }

    /** The passage on which the container of an earlier one arrives; null when it never does. */
    @Nullable
    Plan arrival(long departure) {
        for (var later = departure + 1; later <= departure + 2 + LONGEST_VOYAGE; later++) {
            if (twists(later).contains(Twist.ARRIVAL)) {
                var plan = plan(later);
                if (plan.origin() != null && plan.origin().index() == departure) {
                    return plan;
                }
            }
        }
        return null;
    }

    private boolean hasArrivedBefore(long departure, long index) {
        for (var between = departure + 1; between < index; between++) {
            if (twists(between).contains(Twist.ARRIVAL)) {
                return true;
            }
        }
        return false;
    }

    private Plan departure(long index, Set<Twist> twists) {
        var port = isOpening(index) ? scenario.opening((int) index).port() : null;
        var goods = isOpening(index) ? scenario.opening((int) index).goods() : null;
        if (twists.contains(Twist.TWO_CONTAINERS)) {
            var own = chance.of("two").of(index);
            return new Plan(index, Shipment.ofTwo(own, source(own, port), goods), List.of(0, 1), twists, null);
        }
        if (port != null || goods != null) {
            var own = chance.of("opening").of(index);
            return new Plan(index, Shipment.of(own, source(own, port), 1, goods), List.of(0), twists, null);
        }
        var group = index / GROUP;
        var deal = deal(chance.of("deal").of(group));
        var place = deal.get((int) (index % GROUP));
        var own = chance.of("shipment").of(group * GROUP + place.shipment());
        return new Plan(
                index, Shipment.of(own, source(own, null), place.size(), null), List.of(place.member()), twists, null);
    }

    /** @param shipment within the group */
    private record Place(int shipment, int member, int size) {}

    private static List<Place> deal(Chance chance) {
        var places = new ArrayList<Place>();
        for (var shipment = 0; places.size() < GROUP; shipment++) {
            var size = Math.min(GROUP - places.size(), size(chance));
            for (var member = 0; member < size; member++) {
                places.add(new Place(shipment, member, size));
            }
        }
        for (var place = GROUP - 1; place > 0; place--) {
            var other = chance.between(0, place);
            var kept = places.get(place);
            places.set(place, places.get(other));
            places.set(other, kept);
        }
        return places;
    }

    /** Containers of a bill of lading. */
    static int size(Chance chance) {
        var drawn = chance.between(0, 1.0);
        if (drawn < 0.5) {
            return 1;
        }
        if (drawn < 0.75) {
            return chance.between(2, 4);
        }
        return drawn < 0.95 ? chance.between(5, 12) : chance.between(13, 40);
    }

    private boolean isOpening(long index) {
        return index < scenario.openingPassages();
    }

    private Source source(Chance own, @Nullable String port) {
        for (var source : scenario.sources()) {
            if (source.port().equals(port)) {
                return source;
            }
        }
        return source(scenario, own);
    }

    /** One of the sources of a scenario, by their shares. */
    static Source source(Scenario scenario, Chance own) {
        var total = scenario.sources().stream().mapToDouble(Source::share).sum();
        var drawn = own.of("source").between(0, total);
        for (var source : scenario.sources()) {
            drawn -= source.share();
            if (drawn < 0) {
                return source;
            }
        }
        return scenario.sources().get(0);
    }
}
