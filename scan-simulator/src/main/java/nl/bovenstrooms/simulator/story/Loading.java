package nl.bovenstrooms.simulator.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.Voyage;

/**
 * The containers of a passage with what is in them.
 *
 * @param changes since the port of loading
 */
record Loading(List<Container> containers, Set<Truth.Change> changes) {

    Loading {
        containers = List.copyOf(containers);
        changes = Set.copyOf(changes);
    }

    static Loading of(Plan plan) {
        return plan.origin() == null ? atDeparture(plan) : onArrival(plan, plan.origin());
    }

    private static Loading atDeparture(Plan plan) {
        var containers = new ArrayList<Container>();
        var shipment = plan.shipment();
        var holder = shipment.chance().of("holder").oneOf(plan.members());
        for (var member : plan.members()) {
            var own = shipment.own(member);
            var lot = plan.has(Twist.ODD_LOAD) ? own.of("packed otherwise") : shipment.lot();
            var container = Container.of(shipment.box(), shipment.kind(), lot, own);
            containers.add(
                    plan.has(Twist.THREAT) && member.equals(holder)
                            ? container.withThreat(plan.places(), own.of("threat"))
                            : container);
        }
        return new Loading(containers, Set.of());
    }

    private static Loading onArrival(Plan plan, Plan origin) {
        var chance = new Chance(origin.shipment().chance().seedOf("voyage"))
                .of(origin.members().get(0));
        var changes = EnumSet.of(Truth.Change.LOAD_SHIFTED);
        var containers = new ArrayList<Container>();
        for (var container : atDeparture(origin).containers()) {
            var arrived = Voyage.after(container, chance.of("sea"));
            if (plan.has(Twist.ADDED_UNDERWAY)) {
                containers.add(added(arrived, changes, chance));
            } else {
                containers.add(plan.has(Twist.CHANGED_UNDERWAY) ? changed(arrived, changes, chance) : arrived);
            }
        }
        if (plan.has(Twist.RESEALED)) {
            changes.add(Truth.Change.SEAL_CHANGED);
        }
        return new Loading(containers, changes);
    }

    private static Container changed(Container container, Set<Truth.Change> changes, Chance chance) {
        changes.add(Truth.Change.SEAL_CHANGED);
        if (container.hidden().isPresent()) {
            changes.add(Truth.Change.THREAT_REMOVED);
            return container.withoutThreat();
        }
        return added(container, changes, chance);
    }

    private static Container added(Container container, Set<Truth.Change> changes, Chance chance) {
        var added = container.withThreat(HidingPlace.BAGS_AT_DOORS, chance.of("added"));
        if (added.hidden().isPresent()) {
            changes.add(Truth.Change.THREAT_ADDED);
        }
        return added;
    }
}
