package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.Set;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a passage is going to be, before anything is drawn.
 *
 * @param index of the passage in the stream, from 0
 * @param members which containers of the shipment are on the vehicle, one or two
 * @param origin the passage at the port of loading, when this one is its arrival
 * @param places where contraband may be put; empty for anywhere
 */
record Plan(
        long index,
        Shipment shipment,
        List<Integer> members,
        Set<Twist> twists,
        @Nullable Plan origin,
        Set<HidingPlace> places) {

    Plan {
        places = Set.copyOf(places);
        members = List.copyOf(members);
        twists = Set.copyOf(twists);
    }

    Plan(long index, Shipment shipment, List<Integer> members, Set<Twist> twists, @Nullable Plan origin) {
        this(index, shipment, members, twists, origin, Set.of());
    }

    boolean has(Twist twist) {
        return twists.contains(twist);
    }
}
