package nl.bovenstrooms.simulator.scene;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.BoxType.Build;

/** What looks wrong and is not. */
final class Confusers {

    private final BoxType box;
    private final Load load;
    private final Chance chance;
    private final Parts parts = new Parts(Layer.LOAD);

    private Confusers(BoxType box, Load load, Chance chance) {
        this.box = box;
        this.load = load;
        this.chance = chance;
    }

    static List<Solid> in(BoxType box, Load load, Chance chance) {
        var confusers = new Confusers(box, load, chance);
        if (box.build() != Build.TANK && load.kind() != LoadKind.EMPTY) {
            confusers.add();
        }
        return confusers.parts.solids();
    }

    private void add() {
        if (chance.in(0.15)) {
            bulkheadAtDoors();
        }
        if (chance.in(0.2)) {
            dataLogger();
        }
        if (chance.in(0.15)) {
            airbags();
        }
        if (chance.in(0.2)) {
            bundleAtDoors();
        }
        if (chance.in(0.1)) {
            restOfTheGoods();
        }
        if (chance.in(0.12)) {
            desiccants();
        }
        if (box.build() == Build.REEFER && chance.in(0.12)) {
            spareParts();
        }
    }

    private void bulkheadAtDoors() {
        var space = box.inside();
        var x = Math.max(space.x0(), load.doorSide(space.x1()) - chance.between(0.05, 0.15));
        for (var post : new double[] {space.y0() + 0.1, space.middle(), space.y1() - 0.2}) {
            parts.block(Material.WOOD, 0.6, x, x + 0.1, post, post + 0.1, space.z0(), space.z1() - 0.1);
        }
        for (var z = space.z0() + 0.3; z < space.z1() - 0.3; z += chance.between(0.4, 0.7)) {
            parts.block(Material.WOOD, 0.6, x, x + 0.05, space.y0(), space.y1(), z, z + 0.12);
        }
    }

    private void dataLogger() {
        var space = box.inside();
        var x = chance.between(space.x0(), space.x1() - 0.2);
        var z = Math.min(space.z1(), load.topBetween(x, x + 0.1, space.z0()));
        parts.block(Material.PLASTIC, 1.1, x, x + 0.09, space.y1() - 0.1, space.y1() - 0.05, z, z + 0.06);
        parts.block(Material.STEEL, 3, x + 0.02, x + 0.05, space.y1() - 0.09, space.y1() - 0.07, z + 0.01, z + 0.04);
    }

    private void airbags() {
        var space = box.inside();
        for (var index = chance.between(1, 3); index > 0; index--) {
            var x = chance.between(space.x0(), space.x1() - 0.5);
            parts.shell(
                    Material.PAPER,
                    0.8,
                    0.0012,
                    x,
                    x + 0.2,
                    space.middle() - 0.5,
                    space.middle() + 0.5,
                    space.z0() + 0.2,
                    space.z0() + 1.3);
        }
    }

    /** Lashings, jackets, jute, a bag of tools: the size of a sports bag, and light or partly iron. */
    private void bundleAtDoors() {
        var space = box.inside();
        var x = chance.between(space.x0(), space.x0() + 1.2);
        var base = load.topBetween(x, x + 0.4, space.z0());
        var z = base > space.z1() - 0.3 ? space.z0() : base;
        var y = chance.between(space.y0() + 0.1, space.y1() - 0.5);
        parts.lump(
                Material.COTTON,
                chance.between(0.1, 0.3),
                x + 0.25,
                y + 0.2,
                z + 0.12,
                chance.between(0.18, 0.35),
                0.25,
                0.13);
        if (chance.in(0.4)) {
            for (var index = 0; index < 4; index++) {
                parts.block(
                        Material.STEEL,
                        3,
                        x + 0.1 + 0.07 * index,
                        x + 0.13 + 0.07 * index,
                        y + 0.1,
                        y + 0.3,
                        z + 0.03,
                        z + chance.between(0.06, 0.14));
            }
        }
    }

    private void restOfTheGoods() {
        var space = box.inside();
        var x = chance.between(space.x0(), Math.max(space.x0() + 0.01, space.x1() - 1));
        var z = load.topBetween(x, x + 0.5, space.z0());
        // A load may be too small to have anything of it left.
        if (z > space.z1() - 0.25 || load.solids().isEmpty()) {
            return;
        }
        var some = load.solids().get(chance.between(0, load.solids().size() - 1));
        for (var index = chance.between(1, 3); index > 0; index--) {
            var y = chance.between(space.y0(), space.y1() - 0.5);
            var left = x + chance.between(0.0, 0.5);
            parts.block(
                    some.material(),
                    Math.min(0.7, Math.abs(some.density())),
                    left,
                    left + 0.45,
                    y,
                    y + 0.38,
                    z,
                    z + 0.22);
        }
    }

    private void desiccants() {
        var space = box.inside();
        for (var x = space.x0() + 0.8; x < space.x1(); x += chance.between(1.2, 2.4)) {
            parts.block(
                    Material.STARCH,
                    0.7,
                    x,
                    x + 0.12,
                    space.y0(),
                    space.y0() + 0.04,
                    space.z1() - 0.9,
                    space.z1() - 0.1);
        }
    }

    private void spareParts() {
        var back = box.length() - 0.38;
        var y = chance.between(0.2, 1.4);
        parts.block(Material.COPPER, 1.4, back + 0.04, back + 0.22, y, y + 0.25, 0.24, 0.38);
        parts.block(Material.PLASTIC, 0.5, back + 0.02, back + 0.3, y + 0.3, y + 0.6, 0.24, 0.5);
    }
}
