package nl.bovenstrooms.simulator.story;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.HidingPlace;

/**
 * How contraband comes into a container, and what that leaves behind beside the picture. Shares and rates are assumptions, made
 * from what customs services publish about methods and set before anything was measured with them; they are no statistics. Most of
 * what gives a smuggler away happens to honest shippers too, see the rates of the scenario.
 */
public enum Smuggling {
    /** Bags thrown in at the terminal of loading, behind the back of a shipper whose papers are in order. */
    RIP_ON_AT_LOADING(0.3),
    /** Bags thrown in on the way, mostly where containers change ships. A copied seal leaves no trace. */
    RIP_ON_UNDERWAY(0.2),
    /** Among goods of a shipper who knows of it, often a company of straw. */
    BY_SHIPPER(0.3),
    /** Built into the container itself, which nobody who ships with it needs to know. */
    IN_STRUCTURE(0.15),
    /** A container that travels under the number of another one. */
    SWITCH(0.05);

    private final double share;

    Smuggling(double share) {
        this.share = share;
    }

    static Smuggling drawn(Chance chance) {
        var left = chance.between(
                0, Arrays.stream(values()).mapToDouble(method -> method.share).sum());
        for (var method : values()) {
            left -= method.share;
            if (left < 0) {
                return method;
            }
        }
        return SWITCH;
    }

    /** Where it is put; empty for anywhere. */
    Set<HidingPlace> places() {
        return switch (this) {
            case RIP_ON_AT_LOADING, RIP_ON_UNDERWAY -> EnumSet.of(HidingPlace.BAGS_AT_DOORS);
            case BY_SHIPPER ->
                EnumSet.of(
                        HidingPlace.INSIDE_CARGO,
                        HidingPlace.BETWEEN_CARGO,
                        HidingPlace.HOLLOWED_GOODS,
                        HidingPlace.INSIDE_MACHINERY,
                        HidingPlace.IN_DRUMS,
                        HidingPlace.FALSE_WALL);
            case IN_STRUCTURE ->
                EnumSet.of(
                        HidingPlace.FLOOR,
                        HidingPlace.ROOF,
                        HidingPlace.WALL,
                        HidingPlace.BEAMS,
                        HidingPlace.REEFER_MACHINERY,
                        HidingPlace.REEFER_EVAPORATOR);
            case SWITCH -> EnumSet.noneOf(HidingPlace.class);
        };
    }

    /** How often it leaves such a trace, 0 to 1, beside what happens to everybody. */
    double rate(Twist twist) {
        return traces().getOrDefault(twist, 0.0);
    }

    private Map<Twist, Double> traces() {
        return switch (this) {
            case RIP_ON_AT_LOADING -> Map.of(Twist.NO_SEAL, 0.06);
            case RIP_ON_UNDERWAY -> Map.of(Twist.RESEALED, 0.6);
            case BY_SHIPPER ->
                Map.of(
                        Twist.NO_ADDRESS, 0.3,
                        Twist.VAGUE_GOODS, 0.2,
                        Twist.OTHER_GOODS, 0.15,
                        Twist.OTHER_WEIGHT, 0.15,
                        Twist.AMENDED, 0.25,
                        Twist.ODD_LOAD, 0.3);
            case IN_STRUCTURE -> Map.of();
            case SWITCH -> Map.of(Twist.CLONE, 1.0, Twist.UNREADABLE_NUMBER, 0.1);
        };
    }
}
