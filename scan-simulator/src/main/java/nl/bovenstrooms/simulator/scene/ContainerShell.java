package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/**
 * The empty container, doors at x = 0, bottom of the corner castings at z = 0. Sections and sheet thicknesses as common
 * manufacturers' specifications give them.
 */
final class ContainerShell {

    private static final double STEEL = Material.STEEL.density();
    private static final double CASTING_LENGTH = 0.178;
    private static final double CASTING_WIDTH = 0.162;
    private static final double CASTING_HEIGHT = 0.118;
    private static final double POST_WIDTH = 0.11;
    private static final double FLOOR_TOP = 0.178;

    private final BoxType type;
    private final double length;
    private final double height;
    private final Chance chance;
    private final Parts parts = new Parts(Layer.STRUCTURE);

    private ContainerShell(BoxType type, Chance chance) {
        this.type = type;
        this.chance = chance;
        length = type.length();
        height = type.height();
    }

    /** @param chance of this one container: builders differ, and so do dents and repairs */
    static Parts of(BoxType type, Chance chance) {
        var shell = new ContainerShell(type, chance);
        shell.build();
        return shell.parts;
    }

    private void build() {
        castings();
        switch (type.build()) {
            case DRY -> dry(true);
            case OPEN_TOP -> dry(false);
            case REEFER -> reefer();
            case TANK -> tank();
            case FLAT_RACK -> flatRack();
        }
    }

    private void castings() {
        for (var x : new double[] {0, length - CASTING_LENGTH}) {
            for (var y : new double[] {0, BoxType.WIDTH - CASTING_WIDTH}) {
                for (var z : new double[] {0, height - CASTING_HEIGHT}) {
                    parts.block(
                            Material.STEEL, 4.6, x, x + CASTING_LENGTH, y, y + CASTING_WIDTH, z, z + CASTING_HEIGHT);
                }
            }
        }
    }

    private void dry(boolean roofed) {
        var frontPost = chance.between(1.2, 1.8);
        var rearPost = chance.between(2.0, 2.8);
        posts(0, rearPost);
        posts(length - POST_WIDTH, frontPost);
        topRails();
        bottomRails();
        floor();
        walls();
        ends();
        doors();
        if (roofed) {
            roof();
        } else {
            roofBowsAndTarpaulin();
        }
        fittings();
    }

    private void posts(double x, double density) {
        for (var y : new double[] {0, BoxType.WIDTH - 0.15}) {
            parts.block(
                    Material.STEEL, density, x, x + POST_WIDTH, y, y + 0.15, CASTING_HEIGHT, height - CASTING_HEIGHT);
        }
    }

    private void topRails() {
        var top = height - 0.02;
        for (var y : new double[] {0, BoxType.WIDTH - 0.06}) {
            tube(CASTING_LENGTH, length - CASTING_LENGTH, y, y + 0.06, top - 0.06, top, 0.003);
        }
    }

    private void bottomRails() {
        for (var side = 0; side < 2; side++) {
            var web = side == 0 ? 0 : BoxType.WIDTH - 0.0045;
            var flange = side == 0 ? 0 : BoxType.WIDTH - 0.048;
            parts.block(Material.STEEL, STEEL, CASTING_LENGTH, length - CASTING_LENGTH, web, web + 0.0045, 0.02, 0.18);
            for (var z : new double[] {0.02, 0.175}) {
                parts.block(
                        Material.STEEL,
                        STEEL,
                        CASTING_LENGTH,
                        length - CASTING_LENGTH,
                        flange,
                        flange + 0.048,
                        z,
                        z + 0.0045);
            }
        }
    }

    private void tube(double x0, double x1, double y0, double y1, double z0, double z1, double thickness) {
        parts.block(Material.STEEL, STEEL, x0, x1, y0, y1, z0, z0 + thickness);
        parts.block(Material.STEEL, STEEL, x0, x1, y0, y1, z1 - thickness, z1);
        parts.block(Material.STEEL, STEEL, x0, x1, y0, y0 + thickness, z0, z1);
        parts.block(Material.STEEL, STEEL, x0, x1, y1 - thickness, y1, z0, z1);
    }

    private void floor() {
        parts.block(
                Material.WOOD,
                chance.between(0.68, 0.8),
                0.06,
                length - 0.05,
                0.05,
                BoxType.WIDTH - 0.05,
                0.15,
                FLOOR_TOP);
        crossMembers(0.032, 0.15, chance.between(0.27, 0.31), true);
    }

    private void crossMembers(double bottom, double top, double spacing, boolean pockets) {
        var tunnelStart = length > 10 ? length - 3.3 : length + 1;
        for (var x = 0.25; x < length - 0.2; x += spacing) {
            if (pockets && isPocket(x)) {
                continue;
            }
            var from = x > tunnelStart ? bottom + 0.07 : bottom;
            parts.block(Material.STEEL, STEEL, x, x + 0.0042, 0.05, BoxType.WIDTH - 0.05, from, top);
            for (var z : new double[] {from, top - 0.004}) {
                parts.block(Material.STEEL, STEEL, x, x + 0.045, 0.05, BoxType.WIDTH - 0.05, z, z + 0.004);
            }
        }
        if (pockets && type.isTwentyFoot()) {
            for (var centre : new double[] {length / 2 - 1.03, length / 2 + 1.03}) {
                for (var x : new double[] {centre - 0.18, centre + 0.177}) {
                    parts.block(Material.STEEL, STEEL, x, x + 0.006, 0.02, BoxType.WIDTH - 0.02, 0.02, 0.15);
                }
                parts.block(
                        Material.STEEL, STEEL, centre - 0.18, centre + 0.18, 0.02, BoxType.WIDTH - 0.02, 0.135, 0.139);
            }
        }
        if (tunnelStart < length) {
            parts.block(Material.STEEL, STEEL, tunnelStart, length - 0.1, 0.7, 1.74, 0.12, 0.124);
            parts.block(Material.STEEL, STEEL, tunnelStart - 0.05, tunnelStart + 0.01, 0.05, 2.39, 0.02, 0.12);
        }
    }

    private boolean isPocket(double x) {
        var fromMiddle = Math.abs(x - length / 2);
        return type.isTwentyFoot() && fromMiddle > 0.83 && fromMiddle < 1.22;
    }

    /** Trapezoids of 36 mm depth: flat parts are 1.6 mm in the way of a ray, slanting ones more. */
    private void walls() {
        var period = chance.between(0.26, 0.29);
        var thickness = chance.between(0.0015, 0.0018);
        var phase = chance.between(0, period);
        var bottom = 0.165;
        var top = height - 0.075;
        for (var y : new double[] {0.01, BoxType.WIDTH - 0.046}) {
            var end = length - POST_WIDTH;
            for (var x = POST_WIDTH - phase; x < end; x += period) {
                sheet(x, x + period * 0.26, y, thickness, bottom, top, end);
                sheet(x + period * 0.26, x + period * 0.5, y, thickness * 1.28, bottom, top, end);
                sheet(x + period * 0.5, x + period * 0.76, y + 0.036, thickness, bottom, top, end);
                sheet(x + period * 0.76, x + period, y, thickness * 1.28, bottom, top, end);
            }
        }
        repair(bottom, top);
    }

    private void sheet(double x0, double x1, double y, double thickness, double bottom, double top, double end) {
        parts.block(Material.STEEL, STEEL, Math.max(POST_WIDTH, x0), Math.min(end, x1), y, y + thickness, bottom, top);
    }

    /** Patches welded onto a wall are common, and suspicious only to who has never seen one. */
    private void repair(double bottom, double top) {
        if (!chance.in(0.25)) {
            return;
        }
        var width = chance.between(0.3, 1.1);
        var x = chance.between(0.3, length - width - 0.3);
        var high = chance.between(0.3, 0.9);
        var z = chance.in(0.7) ? bottom : chance.between(bottom, top - high);
        var y = chance.in(0.5) ? 0.004 : BoxType.WIDTH - 0.006;
        parts.block(Material.STEEL, STEEL, x, x + width, y, y + 0.002, z, z + high);
    }

    private void roof() {
        var z = height - 0.05;
        var period = chance.between(0.195, 0.225);
        for (var x = 0.15; x < length - 0.15; x += period) {
            var end = Math.min(x + period, length - 0.15);
            var middle = Math.min(x + period * 0.45, end);
            parts.block(Material.STEEL, STEEL, x, middle, 0.05, BoxType.WIDTH - 0.05, z, z + 0.002);
            parts.block(Material.STEEL, STEEL, middle, end, 0.05, BoxType.WIDTH - 0.05, z + 0.02, z + 0.0228);
        }
    }

    private void roofBowsAndTarpaulin() {
        var z = height - 0.06;
        for (var x = 0.6; x < length - 0.4; x += 0.6) {
            parts.block(Material.STEEL, 2.6, x, x + 0.04, 0.05, BoxType.WIDTH - 0.05, z, z + 0.03);
        }
        parts.block(Material.PLASTIC, 1.2, 0.1, length - 0.1, 0, BoxType.WIDTH, z + 0.032, z + 0.0335);
    }

    private void ends() {
        parts.block(Material.STEEL, 0.62, length - 0.06, length - 0.012, 0.1, BoxType.WIDTH - 0.1, 0.12, height - 0.1);
        parts.block(Material.STEEL, 2.2, length - 0.09, length, 0.15, 2.29, height - 0.11, height - 0.03);
        parts.block(Material.STEEL, 2.6, length - 0.06, length, 0.15, 2.29, 0.03, 0.14);
        parts.block(Material.STEEL, 2.4, 0, 0.1, 0.15, 2.29, height - 0.12, height - 0.02);
        parts.block(Material.STEEL, 2.6, 0, 0.1, 0.15, 2.29, 0.02, 0.17);
    }

    private void doors() {
        parts.block(Material.STEEL, 0.5, 0.02, 0.062, 0.12, 2.32, 0.17, height - 0.12);
        for (var y : new double[] {0.12, 1.17, 1.22, 2.27}) {
            parts.block(Material.STEEL, 1.8, 0.01, 0.06, y, y + 0.05, 0.17, height - 0.12);
        }
        for (var y : new double[] {0.45, 0.85, 1.58, 1.98}) {
            parts.drum(Material.STEEL, 4.5, -0.02, y, 0.018, 0.1, height - 0.06);
            for (var z : new double[] {0.12, height - 0.1}) {
                parts.block(Material.STEEL, 5, -0.035, 0.02, y - 0.05, y + 0.05, z - 0.04, z + 0.04);
            }
            var handle = chance.between(0.9, 1.25);
            parts.block(Material.STEEL, 5, -0.035, -0.02, y - 0.02, y + 0.45, handle, handle + 0.03);
        }
        for (var z : new double[] {0.4, 0.9, height - 0.9, height - 0.4}) {
            parts.block(Material.STEEL, 6, -0.015, 0.03, 0.02, 0.12, z, z + 0.12);
            parts.block(Material.STEEL, 6, -0.015, 0.03, 2.32, 2.42, z, z + 0.12);
        }
    }

    /** Lashing rings along the rails, a ventilator or two, sometimes a data logger. */
    private void fittings() {
        for (var x = 0.7; x < length - 0.5; x += 1.2) {
            for (var y : new double[] {0.055, 2.36}) {
                parts.block(Material.STEEL, 5, x, x + 0.03, y, y + 0.02, 0.19, 0.21);
                parts.block(Material.STEEL, 5, x, x + 0.03, y, y + 0.02, height - 0.14, height - 0.12);
            }
        }
        for (var x : new double[] {0.5, length - 0.6}) {
            parts.block(Material.PLASTIC, 0.5, x, x + 0.09, 0, 0.04, height - 0.32, height - 0.1);
            parts.block(Material.PLASTIC, 0.5, x, x + 0.09, 2.4, 2.438, height - 0.32, height - 0.1);
        }
        if (chance.in(0.12)) {
            parts.block(Material.PLASTIC, 1.6, 0.3, 0.4, 2.33, 2.38, 1.5, 1.57);
        }
    }

    private void reefer() {
        posts(0, 2.2);
        posts(length - POST_WIDTH, 1.8);
        topRails();
        bottomRails();
        var skin = chance.between(0.0008, 0.0012);
        for (var y : new double[] {0.01, BoxType.WIDTH - 0.01 - skin}) {
            parts.block(Material.STEEL, STEEL, 0.1, length - 0.1, y, y + skin, 0.17, height - 0.06);
        }
        var foam = Material.FOAM.density() * chance.between(0.9, 1.3);
        for (var y : new double[] {0.012, BoxType.WIDTH - 0.072}) {
            parts.block(Material.FOAM, foam, 0.1, length - 0.4, y, y + 0.06, 0.17, height - 0.06);
        }
        for (var y : new double[] {0.072, BoxType.WIDTH - 0.073}) {
            parts.block(Material.ALUMINIUM, 2.7, 0.1, length - 0.4, y, y + 0.0009, 0.2, height - 0.1);
        }
        wallRibs();
        parts.block(Material.FOAM, foam, 0.1, length - 0.4, 0.05, 2.39, height - 0.12, height - 0.03);
        parts.block(Material.ALUMINIUM, 2.7, 0.1, length - 0.4, 0.05, 2.39, height - 0.121, height - 0.12);
        parts.block(Material.ALUMINIUM, 2.7, 0.05, length - 0.05, 0.02, 2.42, height - 0.03, height - 0.028);
        parts.block(Material.FOAM, foam * 1.3, 0.1, length - 0.4, 0.05, 2.39, 0.1, 0.185);
        crossMembers(0.02, 0.1, chance.between(0.38, 0.48), false);
        tFloor();
        parts.block(Material.STEEL, 0.45, 0.02, 0.035, 0.12, 2.32, 0.17, height - 0.1);
        parts.block(Material.FOAM, foam * 1.5, 0.035, 0.11, 0.1, 2.34, 0.17, height - 0.1);
        parts.block(Material.ALUMINIUM, 0.5, 0.11, 0.12, 0.1, 2.34, 0.17, height - 0.1);
        for (var y : new double[] {0.45, 0.85, 1.58, 1.98}) {
            parts.drum(Material.STEEL, 4.5, -0.02, y, 0.018, 0.1, height - 0.06);
        }
        machinery();
    }

    private void wallRibs() {
        var spacing = chance.between(0.28, 0.42);
        for (var x = 0.3; x < length - 0.5; x += spacing) {
            for (var y : new double[] {0.02, BoxType.WIDTH - 0.07}) {
                parts.block(Material.PLASTIC, 0.5, x, x + 0.03, y, y + 0.05, 0.2, height - 0.1);
            }
        }
    }

    /** Rails of T section along the container, 63 mm high. */
    private void tFloor() {
        for (var y = 0.09; y < 2.33; y += 0.06) {
            parts.block(Material.ALUMINIUM, 2.7, 0.1, length - 0.5, y, y + 0.003, 0.187, 0.246);
            parts.block(Material.ALUMINIUM, 2.7, 0.1, length - 0.5, y - 0.012, y + 0.015, 0.246, 0.25);
        }
        parts.block(Material.ALUMINIUM, 2.7, 0.1, length - 0.4, 0.07, 2.37, 0.185, 0.187);
    }

    /** Compressor, condenser, fan, electronics; above and behind a bulkhead the evaporator with its fans. */
    private void machinery() {
        var back = length - 0.42;
        parts.block(Material.FOAM, 0.06, back - 0.08, back, 0.08, 2.36, 0.75, height - 0.12);
        parts.block(Material.ALUMINIUM, 2.7, back - 0.082, back - 0.08, 0.08, 2.36, 0.25, height - 0.2);
        parts.block(Material.ALUMINIUM, 2.7, back - 0.2, back - 0.198, 0.08, 2.36, 0.25, height - 0.25);
        parts.block(Material.ALUMINIUM, 0.55, back - 0.19, back - 0.09, 0.25, 2.19, height - 0.95, height - 0.6);
        for (var y : new double[] {0.7, 1.7}) {
            parts.drum(Material.ALUMINIUM, 1.4, back - 0.14, y, 0.05, height - 0.5, height - 0.33);
        }
        var compressor = chance.between(0.5, 0.8);
        parts.drum(
                Material.STEEL, 3.6, back + 0.2, compressor, chance.between(0.1, 0.14), 0.3, chance.between(0.65, 0.8));
        parts.block(Material.COPPER, 0.42, back + 0.1, back + 0.2, 0.9, 1.6, 0.55, 1.15);
        parts.block(Material.ALUMINIUM, 0.5, back + 0.05, back + 0.3, 0.85, 1.65, 1.15, 1.22);
        parts.wheel(Material.ALUMINIUM, 0.35, back + 0.22, 0.85, 0.2, 1.1, 1.3);
        parts.block(Material.STEEL, 0.9, back + 0.12, back + 0.36, 1.75, 2.2, 0.55, 1.35);
        parts.block(Material.COPPER, 0.3, back + 0.16, back + 0.3, 1.8, 2.1, 0.6, 1.2);
        parts.log(Material.STEEL, 2.5, 1.9, 0.4, 0.09, back + 0.06, back + 0.36);
        for (var y : new double[] {0.25, 1.7, 2.15}) {
            parts.block(Material.STEEL, 3, back + 0.05, back + 0.4, y, y + 0.04, 0.2, 0.26);
        }
        for (var z : new double[] {0.22, 1.42, height - 0.2}) {
            parts.block(Material.STEEL, 3, back, length - 0.02, 0.12, 2.32, z, z + 0.02);
        }
        parts.block(Material.ALUMINIUM, 2.7, length - 0.04, length - 0.037, 0.15, 2.29, 1.42, height - 0.15);
        for (var pipe = 0; pipe < 6; pipe++) {
            var z = chance.between(0.35, 1.3);
            parts.block(
                    Material.COPPER, 4, back + 0.1, back + 0.12 + chance.between(0.05, 0.2), 0.3, 0.32, z, z + 0.018);
        }
        if (chance.in(0.2)) {
            // A spare fan motor and tools are kept there by honest mechanics too.
            parts.block(Material.STEEL, 2.2, back + 0.1, back + 0.3, 0.2, 0.4, 0.28, 0.42);
        }
    }

    private void tank() {
        var centre = 0.22 + 1.15;
        var radius = chance.between(1.02, 1.12);
        var x0 = 0.35;
        var x1 = length - 0.35;
        parts.log(Material.STEEL, STEEL, BoxType.WIDTH / 2, centre, radius + 0.005, x0, x1);
        parts.log(Material.STEEL, -STEEL, BoxType.WIDTH / 2, centre, radius, x0 + 0.006, x1 - 0.006);
        if (chance.in(0.6)) {
            parts.log(Material.FOAM, 0.06, BoxType.WIDTH / 2, centre, radius + 0.06, x0, x1);
            parts.log(Material.FOAM, -0.06, BoxType.WIDTH / 2, centre, radius + 0.005, x0, x1);
        }
        posts(0, 2.6);
        posts(length - POST_WIDTH, 2.6);
        for (var x : new double[] {0, length - 0.12}) {
            parts.block(Material.STEEL, 2.6, x, x + 0.12, 0.16, 2.28, 0.02, 0.14);
            parts.block(Material.STEEL, 2.6, x, x + 0.12, 0.16, 2.28, height - 0.14, height - 0.02);
            for (var share = 0; share < 2; share++) {
                var slope = share == 0 ? 0.0 : 1.0;
                parts.wedge(
                        Material.STEEL,
                        1.6,
                        x < 1 ? 0.1 : length - 0.8,
                        x < 1 ? 0.8 : length - 0.1,
                        slope == 0 ? 0.05 : 2.3,
                        slope == 0 ? 0.12 : 2.37,
                        x < 1 ? new Solid.Edge(1.2, 0.1) : new Solid.Edge(0.1, 1.2),
                        x < 1 ? new Solid.Edge(1.3, 0.2) : new Solid.Edge(0.2, 1.3));
            }
        }
        for (var y : new double[] {0, BoxType.WIDTH - 0.08}) {
            tube(CASTING_LENGTH, length - CASTING_LENGTH, y, y + 0.08, 0.03, 0.12, 0.005);
            if (chance.in(0.7)) {
                tube(CASTING_LENGTH, length - CASTING_LENGTH, y, y + 0.06, height - 0.1, height - 0.04, 0.004);
            }
        }
        parts.drum(Material.STEEL, 1.6, length / 2, BoxType.WIDTH / 2, 0.28, centre + radius, centre + radius + 0.1);
        parts.block(Material.ALUMINIUM, 0.4, 0.8, length - 0.8, 0.7, 1.1, height - 0.05, height - 0.02);
        parts.block(Material.STEEL, 2.8, 0.12, 0.4, 1.05, 1.4, 0.2, 0.55);
    }

    private void flatRack() {
        for (var y : new double[] {0.02, 0.7, 1.65, 2.34}) {
            beam(0.2, length - 0.2, y, 0.08, 0.1, 0.56);
        }
        for (var x = 0.5; x < length - 0.4; x += 0.6) {
            parts.block(Material.STEEL, STEEL, x, x + 0.006, 0.05, 2.39, 0.15, 0.5);
        }
        parts.block(Material.WOOD, 0.72, 0.3, length - 0.3, 0.05, 2.39, 0.56, 0.61);
        posts(0, 3.2);
        posts(length - POST_WIDTH, 3.2);
        for (var x : new double[] {0.02, length - 0.1}) {
            parts.block(Material.STEEL, 0.6, x, x + 0.08, 0.15, 2.29, 0.5, height - 0.15);
            parts.block(Material.STEEL, 2.4, x, x + 0.08, 0.15, 2.29, height - 0.2, height - 0.05);
        }
    }

    private void beam(double x0, double x1, double y, double flange, double z0, double z1) {
        parts.block(Material.STEEL, STEEL, x0, x1, y, y + flange, z0, z0 + 0.012);
        parts.block(Material.STEEL, STEEL, x0, x1, y, y + flange, z1 - 0.012, z1);
        parts.block(Material.STEEL, STEEL, x0, x1, y + flange / 2, y + flange / 2 + 0.008, z0, z1);
    }
}
