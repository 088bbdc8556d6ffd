package nl.bovenstrooms.simulator.scene;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.BoxType.Build;

/** What looks wrong, is not, and is in no other container: left behind by loaders, or sent along. To measure with. */
final class StrangeThings {

    private final Space space;
    private final Load load;
    private final Chance chance;
    private final Parts parts = new Parts(Layer.LOAD);

    private StrangeThings(BoxType box, Load load, Chance chance) {
        space = box.inside();
        this.load = load;
        this.chance = chance;
    }

    static List<Solid> in(BoxType box, Load load, Chance chance) {
        var things = new StrangeThings(box, load, chance);
        if (box.build() != Build.TANK) {
            things.add();
        }
        return things.parts.solids();
    }

    private void add() {
        if (chance.in(0.35)) {
            palletTruck();
        }
        if (chance.in(0.35)) {
            gasBottles();
        }
        if (chance.in(0.35)) {
            toolChest();
        }
        if (chance.in(0.35)) {
            steelTubes();
        }
    }

    /** Two forks, a pump with a handle, small wheels. */
    private void palletTruck() {
        var x = chance.between(space.x0(), space.x1() - 1.7);
        var z = standing(x, 1.6, 0.3);
        var y = chance.between(space.y0() + 0.1, space.y1() - 0.7);
        for (var fork = 0; fork < 2; fork++) {
            parts.block(Material.STEEL, 3.5, x, x + 1.15, y + 0.38 * fork, y + 0.38 * fork + 0.16, z + 0.08, z + 0.14);
        }
        parts.block(Material.STEEL, 4, x + 1.15, x + 1.32, y + 0.12, y + 0.42, z + 0.05, z + 0.55);
        parts.block(Material.STEEL, 3, x + 1.3, x + 1.34, y + 0.25, y + 0.29, z + 0.5, Math.min(space.z1(), z + 1.2));
        parts.wheel(Material.PLASTIC, 1.2, x + 1.25, z + 0.1, 0.1, y + 0.17, y + 0.37);
    }

    /** Upright, or lying where there is no room. */
    private void gasBottles() {
        var x = chance.between(space.x0() + 0.2, space.x1() - 1.2);
        var z = standing(x, 0.9, 1.3);
        var y = chance.between(space.y0() + 0.15, space.y1() - 0.15);
        for (var index = chance.between(1, 3); index > 0; index--) {
            var middle = x + 0.27 * index;
            parts.drum(Material.STEEL, 1.1, middle, y, 0.115, z, Math.min(space.z1(), z + 1.2));
            parts.drum(Material.STEEL, 4, middle, y, 0.03, z + 1.2, Math.min(space.z1(), z + 1.3));
        }
    }

    /** Plates around drawers with iron in them. */
    private void toolChest() {
        var x = chance.between(space.x0(), space.x1() - 0.8);
        var z = standing(x, 0.7, 0.9);
        var y = chance.between(space.y0() + 0.05, space.y1() - 0.5);
        var top = Math.min(space.z1(), z + 0.85);
        parts.shell(Material.STEEL, 7.8, 0.002, x, x + 0.68, y, y + 0.45, z, top);
        for (var drawer = z + 0.05; drawer < top - 0.1; drawer += 0.13) {
            parts.block(
                    Material.STEEL,
                    chance.between(0.6, 2.2),
                    x + 0.04,
                    x + chance.between(0.3, 0.64),
                    y + 0.05,
                    y + 0.4,
                    drawer,
                    drawer + chance.between(0.02, 0.07));
        }
    }

    /** A bundle lying along the container. */
    private void steelTubes() {
        var length = chance.between(1.5, 3.5);
        var x = chance.between(space.x0(), Math.max(space.x0() + 0.01, space.x1() - length));
        var z = standing(x, length, 0.25);
        var y = chance.between(space.y0() + 0.15, space.y1() - 0.3);
        for (var layer = 0; layer < 2; layer++) {
            for (var tube = 0; tube < 3; tube++) {
                parts.log(
                        Material.STEEL,
                        2.4,
                        y + 0.07 * tube,
                        z + 0.05 + 0.07 * layer,
                        0.03,
                        x,
                        Math.min(space.x1(), x + length));
            }
        }
    }

    /** On the load where there is room above it, on the floor beside it otherwise. */
    private double standing(double x, double length, double height) {
        var top = load.topBetween(x, x + length, space.z0());
        return top + height < space.z1() ? top : space.z0();
    }
}
