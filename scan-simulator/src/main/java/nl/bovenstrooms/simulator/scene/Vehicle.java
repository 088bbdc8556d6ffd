package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.Solid.Edge;

/** What a container stands on. The corner castings stand at z = 0, the container's first one at x = 0. */
public enum Vehicle {
    /** Semi-trailer with the rear of its tractor. */
    CHASSIS(1.15, 1.6),
    /** Flat wagon. */
    WAGON(1.1, 1.25),
    /** Nothing but some blocks: a scanner that moves around the container. */
    BARE(0.1, 0.4);

    private static final double STEEL = Material.STEEL.density();

    private final double lowestDeck;
    private final double highestDeck;

    Vehicle(double lowestDeck, double highestDeck) {
        this.lowestDeck = lowestDeck;
        this.highestDeck = highestDeck;
    }

    /** Height of the castings above the ground in m. */
    double deck(Chance chance) {
        return chance.between(lowestDeck, highestDeck);
    }

    /**
     * @param length from the first casting to the last, of all containers on it
     * @param deck height of the castings above the ground
     */
    Parts parts(double length, double deck, Chance chance) {
        var parts = new Parts(Layer.STRUCTURE);
        switch (this) {
            case CHASSIS -> chassis(parts, length, deck, chance);
            case WAGON -> wagon(parts, length, deck, chance);
            case BARE -> blocks(parts, length, deck);
        }
        return parts;
    }

    private static void chassis(Parts parts, double length, double deck, Chance chance) {
        var tail = chance.between(0.05, 0.5);
        var nose = chance.between(0.3, 0.9);
        // A 20-foot box often stands on a chassis made for 40 feet, in the middle or at the end.
        var spare = length < 7 && chance.in(0.6) ? chance.between(1.5, 5.5) : 0;
        var rear = -tail - (chance.in(0.5) ? spare : 0);
        var front = length + nose + spare;
        var neck = front - chance.between(2.6, 3.4);
        var deep = chance.between(0.38, 0.5);
        var shallow = chance.between(0.14, 0.22);
        for (var y : new double[] {0.72, 1.62}) {
            beam(parts, rear, neck, y, -deep, -0.03);
            beam(parts, neck, front, y, -shallow, -0.03);
            parts.wedge(
                    Material.STEEL,
                    STEEL,
                    neck - 0.5,
                    neck,
                    y,
                    y + 0.14,
                    new Edge(-deep, -shallow),
                    new Edge(-deep + 0.012, -shallow + 0.012));
        }
        bolsters(parts, rear, front, length, chance);
        outriggers(parts, rear, neck, deep, chance);
        sideRail(parts, rear, front, chance);
        var axles = chance.between(2, 3);
        var wheelRadius = chance.between(0.46, 0.53);
        var first = rear + chance.between(0.9, 1.6);
        for (var axle = 0; axle < axles; axle++) {
            axle(parts, first + axle * chance.between(1.25, 1.36), deck, wheelRadius, chance);
        }
        legs(parts, neck - chance.between(0.2, 0.9), deck, deep);
        underride(parts, rear, deck, deep, chance);
        extras(parts, first + 3.6, neck - 1.2, deck, deep, chance);
        tractor(parts, front, deck, chance);
    }

    private static void beam(Parts parts, double x0, double x1, double y, double z0, double z1) {
        parts.block(Material.STEEL, STEEL, x0, x1, y, y + 0.13, z0, z0 + 0.012);
        parts.block(Material.STEEL, STEEL, x0, x1, y, y + 0.13, z1 - 0.012, z1);
        parts.block(Material.STEEL, STEEL, x0, x1, y + 0.062, y + 0.068, z0, z1);
    }

    /** Cross beams with the twist locks. */
    private static void bolsters(Parts parts, double rear, double front, double length, Chance chance) {
        var places = new double[] {0.09, length - 0.09, rear + 0.1, front - 0.15, length / 2 - 0.1, length / 2 + 0.1};
        for (var x : places) {
            if (x > 0.2 && x < length - 0.2 && chance.in(0.4)) {
                continue;
            }
            var half = chance.between(0.05, 0.09);
            parts.block(Material.STEEL, 1.9, x - half, x + half, 0.02, 2.42, -0.2, -0.02);
            for (var y : new double[] {0.04, 2.3}) {
                parts.block(Material.STEEL, 5.5, x - 0.06, x + 0.06, y, y + 0.1, -0.22, 0.01);
            }
        }
    }

    /** Short brackets that carry the side rail, seen as a row of dark blocks. */
    private static void outriggers(Parts parts, double rear, double neck, double deep, Chance chance) {
        var spacing = chance.between(0.8, 1.5);
        for (var x = rear + chance.between(0.3, 0.8); x < neck; x += spacing) {
            var width = chance.between(0.008, 0.03);
            parts.block(Material.STEEL, STEEL, x, x + width, 0.05, 2.38, -deep * 0.6, -0.03);
            if (chance.in(0.4)) {
                parts.block(Material.STEEL, 2.4, x, x + 0.1, 0.1, 0.7, -deep - 0.05, -0.03);
                parts.block(Material.STEEL, 2.4, x, x + 0.1, 1.75, 2.33, -deep - 0.05, -0.03);
            }
        }
    }

    private static void sideRail(Parts parts, double rear, double front, Chance chance) {
        if (chance.in(0.5)) {
            for (var y : new double[] {0.03, 2.38}) {
                parts.block(Material.STEEL, STEEL, rear, front - 0.4, y, y + 0.006, -0.16, -0.04);
            }
        }
    }

    private static void axle(Parts parts, double x, double deck, double radius, Chance chance) {
        var z = -deck + radius;
        var twin = chance.in(0.6);
        var tyre = twin ? 0.24 : 0.36;
        for (var side = 0; side < 2; side++) {
            for (var wheel = 0; wheel < (twin ? 2 : 1); wheel++) {
                var y = side == 0 ? 0.02 + wheel * 0.32 : BoxType.WIDTH - 0.02 - tyre - wheel * 0.32;
                wheel(parts, x, z, radius, y, tyre);
            }
        }
        parts.wheel(Material.STEEL, 5, x, z, 0.065, 0.3, 2.14);
        for (var y : new double[] {0.55, 1.65}) {
            parts.wheel(Material.STEEL, 3.2, x, z, 0.2, y, y + 0.2);
            // Leaf springs or air bellows.
            parts.block(Material.STEEL, 3.4, x - 0.45, x + 0.45, y + 0.06, y + 0.14, z + 0.14, z + 0.2);
            parts.drum(Material.RUBBER, 0.6, x + 0.3, y + 0.1, 0.12, z + 0.2, z + 0.42);
        }
        if (chance.in(0.6)) {
            mudguard(parts, x, z, radius + 0.07);
        }
    }

    private static void wheel(Parts parts, double x, double z, double radius, double y, double width) {
        parts.wheel(Material.RUBBER, 1.15, x, z, radius, y, y + width);
        parts.wheel(Material.RUBBER, -1.15, x, z, radius - 0.035, y + 0.02, y + width - 0.02);
        parts.wheel(Material.STEEL, STEEL, x, z, 0.29, y + 0.03, y + width - 0.03);
        parts.wheel(Material.STEEL, -STEEL, x, z, 0.28, y + 0.03, y + width - 0.03);
        parts.wheel(Material.STEEL, STEEL, x, z, 0.28, y + width * 0.45, y + width * 0.45 + 0.012);
        parts.wheel(Material.STEEL, 4, x, z, 0.11, y + 0.05, y + width - 0.02);
    }

    private static void mudguard(Parts parts, double x, double z, double radius) {
        var steps = 10;
        for (var step = 0; step < steps; step++) {
            var from = Math.PI * step / steps;
            var until = Math.PI * (step + 1) / steps;
            var left = x - radius * Math.cos(from);
            var right = x - radius * Math.cos(until);
            for (var y : new double[] {0.02, 1.8}) {
                parts.wedge(
                        Material.PLASTIC,
                        1.1,
                        left,
                        right,
                        y,
                        y + 0.6,
                        new Edge(z + radius * Math.sin(from), z + radius * Math.sin(until)),
                        new Edge(z + radius * Math.sin(from) + 0.02, z + radius * Math.sin(until) + 0.02));
            }
        }
    }

    /** Landing legs with their struts and feet: the "ladders" of every picture. */
    private static void legs(Parts parts, double x, double deck, double deep) {
        for (var y : new double[] {0.35, 1.95}) {
            parts.block(Material.STEEL, 2.2, x, x + 0.12, y, y + 0.12, -deck + 0.3, -0.05);
            parts.block(Material.STEEL, 2.2, x + 0.02, x + 0.1, y + 0.02, y + 0.1, -deck + 0.15, -deck + 0.4);
            parts.block(Material.STEEL, 4, x - 0.08, x + 0.2, y - 0.05, y + 0.17, -deck + 0.13, -deck + 0.16);
        }
        parts.wedge(
                Material.STEEL,
                3,
                x + 0.1,
                x + 0.7,
                0.9,
                0.96,
                new Edge(-deck + 0.4, -deep),
                new Edge(-deck + 0.46, -deep + 0.06));
        parts.block(Material.STEEL, 3, x + 0.03, x + 0.08, 0.4, 2.0, -deck + 0.5, -deck + 0.55);
    }

    private static void underride(Parts parts, double rear, double deck, double deep, Chance chance) {
        var z = -deck + chance.between(0.4, 0.5);
        parts.block(Material.STEEL, 2.2, rear, rear + 0.08, 0.1, 2.34, z, z + 0.12);
        for (var y : new double[] {0.75, 1.6}) {
            parts.block(Material.STEEL, 3, rear, rear + 0.06, y, y + 0.08, z, -deep);
        }
        ladder(parts, rear + chance.between(0.1, 0.6), z, -deep);
    }

    private static void ladder(Parts parts, double x, double z0, double z1) {
        for (var rung = z0 + 0.05; rung < z1; rung += 0.16) {
            parts.block(Material.STEEL, 5, x, x + 0.36, 0.06, 0.09, rung, rung + 0.02);
        }
        for (var rail : new double[] {x, x + 0.33}) {
            parts.block(Material.STEEL, STEEL, rail, rail + 0.025, 0.06, 0.09, z0, z1);
        }
    }

    private static void extras(Parts parts, double x0, double x1, double deck, double deep, Chance chance) {
        if (x1 - x0 < 1) {
            return;
        }
        if (chance.in(0.7)) {
            var x = chance.between(x0, x1);
            parts.log(Material.STEEL, STEEL, 0.5, -deep - 0.18, 0.15, x, x + 0.75);
            parts.log(Material.STEEL, -STEEL, 0.5, -deep - 0.18, 0.146, x, x + 0.75);
        }
        if (chance.in(0.5)) {
            var x = chance.between(x0, x1);
            parts.shell(Material.STEEL, STEEL, 0.002, x, x + 0.7, 0.1, 0.55, -deep - 0.45, -deep - 0.05);
            parts.block(Material.STEEL, 0.5, x + 0.1, x + 0.4, 0.15, 0.5, -deep - 0.43, -deep - 0.3);
        }
        if (chance.in(0.4)) {
            var x = chance.between(x0, x1);
            wheel(parts, x, -deck + 0.75, 0.5, 1.0, 0.26);
        }
        if (chance.in(0.6)) {
            ladder(parts, chance.between(x0, x1), -deck + 0.45, -deep);
        }
        if (chance.in(0.5)) {
            // Side guards against running under.
            for (var z : new double[] {-deck + 0.5, -deck + 0.75}) {
                parts.block(Material.ALUMINIUM, 1.2, x0, x1, 0.04, 0.07, z, z + 0.1);
                parts.block(Material.ALUMINIUM, 1.2, x0, x1, 2.37, 2.4, z, z + 0.1);
            }
        }
    }

    /** Its frame, rear axles, fifth wheel and tank; the cab stands outside of most pictures. */
    private static void tractor(Parts parts, double front, double deck, Chance chance) {
        var kingPin = front - chance.between(0.8, 1.2);
        parts.drum(Material.STEEL, 1.6, kingPin, 1.22, 0.4, -shallowest(chance), -0.24);
        for (var y : new double[] {0.8, 1.55}) {
            parts.block(Material.STEEL, STEEL, kingPin - 1.3, kingPin + 5, y, y + 0.008, -deck + 0.62, -deck + 0.9);
            parts.block(Material.STEEL, STEEL, kingPin - 1.3, kingPin + 5, y, y + 0.08, -deck + 0.62, -deck + 0.63);
        }
        var axles = chance.between(1, 2);
        for (var axle = 0; axle < axles; axle++) {
            axle(parts, kingPin + 0.3 - axle * 1.3, deck, 0.5, chance);
        }
        for (var y : new double[] {0.15, 1.85}) {
            parts.shell(
                    Material.ALUMINIUM, 2.7, 0.003, kingPin + 1.4, kingPin + 2.4, y, y + 0.5, -deck + 0.4, -deck + 1);
            parts.block(Material.OIL, 0.84, kingPin + 1.42, kingPin + 2.38, y, y + 0.5, -deck + 0.41, -deck + 0.75);
        }
        cab(parts, kingPin + 2.6, deck);
    }

    /** The fifth wheel's plate is three to six centimetres thick. */
    private static double shallowest(Chance chance) {
        return 0.24 + chance.between(0.03, 0.06);
    }

    private static void cab(Parts parts, double x, double deck) {
        parts.shell(Material.STEEL, STEEL, 0.0016, x, x + 2.1, 0, 2.45, -deck + 1.0, -deck + 3.4);
        parts.block(Material.STEEL, 1.1, x + 0.6, x + 1.9, 0.75, 1.7, -deck + 0.6, -deck + 1.4);
        for (var y : new double[] {0.35, 1.6}) {
            parts.block(Material.PLASTIC, 0.12, x + 0.7, x + 1.2, y, y + 0.5, -deck + 1.4, -deck + 2.5);
        }
        for (var y : new double[] {0.05, 2.07}) {
            wheel(parts, x + 1.4, -deck + 0.5, 0.5, y, 0.3);
        }
    }

    private static void wagon(Parts parts, double length, double deck, Chance chance) {
        var overhang = chance.between(0.4, 1.6);
        for (var y : new double[] {0.2, 2.1}) {
            beam(parts, -overhang, length + overhang, y, -0.45, -0.04);
        }
        for (var x = -overhang; x < length + overhang; x += chance.between(0.9, 1.4)) {
            parts.block(Material.STEEL, 2.2, x, x + 0.08, 0.2, 2.24, -0.35, -0.05);
        }
        for (var bogie : new double[] {chance.between(0.6, 1.6), length - chance.between(0.6, 1.6)}) {
            for (var x : new double[] {bogie - 0.9, bogie + 0.9}) {
                for (var y : new double[] {0.45, 1.86}) {
                    parts.wheel(Material.STEEL, STEEL, x, -deck + 0.46, 0.46, y, y + 0.03);
                    parts.wheel(Material.STEEL, STEEL, x, -deck + 0.46, 0.42, y + 0.03, y + 0.11);
                }
                parts.wheel(Material.STEEL, STEEL, x, -deck + 0.46, 0.08, 0.2, 2.24);
            }
            for (var y : new double[] {0.22, 2.12}) {
                parts.block(Material.STEEL, 2.6, bogie - 1.2, bogie + 1.2, y, y + 0.12, -deck + 0.45, -deck + 0.7);
            }
        }
        parts.block(Material.STEEL, STEEL, -30, length + 30, 0.47, 0.54, -deck - 0.15, -deck);
        parts.block(Material.STEEL, STEEL, -30, length + 30, 1.9, 1.97, -deck - 0.15, -deck);
    }

    private static void blocks(Parts parts, double length, double deck) {
        for (var x : new double[] {0, length - 0.2}) {
            parts.block(Material.WOOD, 0.7, x, x + 0.2, 0, BoxType.WIDTH, -deck, 0);
        }
    }
}
