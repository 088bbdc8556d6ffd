package nl.bovenstrooms.simulator.scene;

import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.simulator.Chance;

/**
 * What drives through the scanner: a vehicle with one or two containers, seen from one side.
 *
 * @param deck height of the corner castings above the ground in m
 * @param vehicleParts in the axes of the scene: x = 0 at the first casting
 * @param containers from left to right
 */
public record Scene(Vehicle vehicle, double deck, List<Solid> vehicleParts, List<Placed> containers) {

    /** Between the castings of two containers of 20 feet on one chassis. */
    private static final double GAP = 0.076;

    public Scene {
        vehicleParts = List.copyOf(vehicleParts);
        containers = List.copyOf(containers);
    }

    /**
     * @param x left end in the scene
     * @param doorsRight the doors are at the right end, otherwise at the left
     * @param farSide the source stands at the container's other long side
     */
    public record Placed(Container container, double x, boolean doorsRight, boolean farSide) {

        public double left() {
            return x;
        }

        public double right() {
            return x + container.box().length();
        }
    }

    /**
     * @param containers one, or two of 20 feet
     * @param doorsRight all doors at the right end
     */
    public static Scene of(
            Vehicle vehicle, List<Container> containers, boolean doorsRight, boolean farSide, Chance chance) {
        var placed = new ArrayList<Placed>();
        var x = 0.0;
        for (var container : containers) {
            placed.add(new Placed(container, x, doorsRight, farSide));
            x += container.box().length() + GAP;
        }
        var length = x - GAP;
        var deck = vehicle.deck(chance);
        var parts = vehicle.parts(length, deck, chance.of("vehicle")).solids();
        var turned = chance.in(0.5)
                ? parts.stream()
                        .map(solid -> solid.placed(true, false, BoxType.WIDTH, length, 0))
                        .toList()
                : parts;
        return new Scene(vehicle, deck, turned, placed);
    }

    /** Length of all containers, in m. */
    public double length() {
        return containers.get(containers.size() - 1).right();
    }

    /** The same scene before anything was put in. */
    public Scene withoutThreats() {
        return new Scene(
                vehicle,
                deck,
                vehicleParts,
                containers.stream()
                        .map(placed -> new Placed(
                                placed.container().withoutThreat(), placed.x(), placed.doorsRight(), placed.farSide()))
                        .toList());
    }

    /** All of it, in the axes of the scene. */
    public List<Solid> solids() {
        var all = new ArrayList<Solid>(vehicleParts);
        for (var placed : containers) {
            var length = placed.container().box().length();
            for (var solid : placed.container().solids()) {
                all.add(solid.placed(
                        placed.doorsRight(),
                        placed.farSide(),
                        BoxType.WIDTH,
                        placed.x() + (placed.doorsRight() ? length : 0),
                        0));
            }
        }
        return all;
    }

    /** Of the highest container, in m above the bottom castings. */
    public double height() {
        return containers.stream()
                .mapToDouble(placed -> placed.container().box().height())
                .max()
                .orElse(0);
    }

    /** All of it as a source above sees it: y is the depth under the roof, z goes across. */
    public List<Solid> solidsFromAbove() {
        var height = height();
        return solids().stream().map(solid -> solid.seenFromAbove(height)).toList();
    }
}
