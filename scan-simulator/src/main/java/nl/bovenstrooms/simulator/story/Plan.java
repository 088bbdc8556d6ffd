package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a passage is going to be, before anything is drawn.
 *
 * @param index of the passage in the stream, from 0
 * @param members which containers of the shipment are on the vehicle, one or two
 * @param origin the passage at the port of loading, when this one is its arrival
 */
record Plan(
        long index,
        Shipment shipment,
        List<Integer> members,
        Set<Twist> twists,
        @Nullable Plan origin) {

    Plan {
        members = List.copyOf(members);
        twists = Set.copyOf(twists);
    }

    boolean has(Twist twist) {
        return twists.contains(twist);
    }
}
