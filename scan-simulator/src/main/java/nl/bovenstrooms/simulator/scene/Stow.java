package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/**
 * One container being filled, from the front wall to the doors, until the mass is reached or the room is full.
 *
 * @param space the room
 * @param targetKg mass to be reached, with packaging
 * @param lot what the containers of one lot have in common: sizes, densities, the way of stowing
 * @param own what happens in this container only
 * @param parts takes the goods
 */
record Stow(Space space, double targetKg, Chance lot, Chance own, Parts parts) {

    boolean isHeavyEnough() {
        return parts.mass() >= targetKg;
    }

    /** How many fit along a length, at least one. */
    static int times(double length, double each) {
        return Math.max(1, (int) (length / each + 0.001));
    }

    /** A four-way pallet: boards above, blocks and runners below. Returns its height. */
    double pallet(double x0, double x1, double y0, double y1, double z) {
        var high = 0.144;
        parts.block(Material.WOOD, 0.52, x0, x1, y0, y1, z + high - 0.044, z + high);
        for (var x : new double[] {x0, (x0 + x1) / 2 - 0.05, x1 - 0.1}) {
            parts.block(Material.WOOD, 0.5, x, x + 0.1, y0, y1, z, z + 0.1);
        }
        return high;
    }

    /** A beam across the container under goods. */
    void dunnage(double x, double z, double width, double height) {
        parts.block(Material.WOOD, 0.55, x, x + width, space.y0() + 0.03, space.y1() - 0.03, z, z + height);
    }
}
