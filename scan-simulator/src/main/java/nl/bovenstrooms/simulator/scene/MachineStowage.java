package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/** Machines in crates, and cars. */
final class MachineStowage {

    private MachineStowage() {}

    static void machinery(Stow stow) {
        var space = stow.space();
        var x = space.x1();
        while (x - 0.8 > space.x0() && !stow.isHeavyEnough()) {
            var own = stow.own();
            var length = Math.min(own.between(0.8, 3.2), x - space.x0());
            var high = Math.min(space.height() - 0.1, own.between(0.7, 2.2));
            var deep = Math.min(space.width(), own.between(1.0, 2.25));
            machine(stow, x - length, x, deep, high);
            x -= length + own.between(0.05, 0.5);
        }
    }

    private static void machine(Stow stow, double x0, double x1, double deep, double high) {
        var own = stow.own();
        var space = stow.space();
        var y0 = space.middle() - deep / 2;
        var y1 = space.middle() + deep / 2;
        var z = space.z0();
        for (var skid : new double[] {y0 + 0.05, y1 - 0.17}) {
            stow.parts().block(Material.WOOD, 0.6, x0, x1, skid, skid + 0.12, z, z + 0.14);
        }
        if (own.in(0.5)) {
            stow.parts().shell(Material.WOOD, 0.5, 0.02, x0, x1, y0, y1, z + 0.14, z + high);
        }
        bed(stow.parts(), x0 + 0.1, x1 - 0.1, y0 + 0.15, y1 - 0.15, z + 0.16, own);
        var bodies = own.between(3, 9);
        for (var body = 0; body < bodies; body++) {
            body(stow.parts(), x0 + 0.1, x1 - 0.1, y0 + 0.15, y1 - 0.15, z + 0.3, z + high - 0.05, own);
        }
    }

    private static void bed(Parts parts, double x0, double x1, double y0, double y1, double z, Chance own) {
        for (var y : new double[] {y0, y1 - 0.1}) {
            parts.block(Material.STEEL, 2.8, x0, x1, y, y + 0.1, z, z + own.between(0.08, 0.2));
        }
        for (var x = x0; x < x1; x += own.between(0.3, 0.7)) {
            parts.block(Material.STEEL, 3.4, x, x + 0.06, y0, y1, z, z + 0.1);
        }
    }

    private static void body(
            Parts parts, double x0, double x1, double y0, double y1, double z0, double z1, Chance own) {
        if (x1 - x0 < 0.25 || z1 - z0 < 0.25) {
            return;
        }
        var x = own.between(x0, x1 - 0.2);
        var z = own.between(z0, z1 - 0.2);
        var density = own.betweenByRatio(0.5, 4.5);
        var y = own.between(y0, (y0 + y1) / 2);
        switch (own.between(0, 5)) {
            case 0 ->
                parts.wheel(
                        Material.STEEL,
                        density,
                        x + 0.1,
                        z,
                        Math.min(z - z0 + 0.1, own.between(0.08, 0.4)),
                        y,
                        own.between(y + 0.1, y1));
            case 1 ->
                parts.log(
                        Material.STEEL,
                        density,
                        (y + y1) / 2,
                        z + 0.1,
                        own.between(0.05, 0.25),
                        x,
                        own.between(x + 0.15, x1));
            case 2 ->
                parts.drum(
                        Material.STEEL,
                        density,
                        x + 0.1,
                        (y + y1) / 2,
                        own.between(0.06, 0.3),
                        z0,
                        own.between(z0 + 0.2, z1));
            case 3 ->
                parts.shell(
                        Material.STEEL,
                        7.85,
                        own.between(0.003, 0.012),
                        x,
                        own.between(x + 0.15, x1),
                        y,
                        y1,
                        z,
                        own.between(z + 0.15, z1));
            case 4 ->
                parts.block(
                        Material.ALUMINIUM,
                        density * 0.5,
                        x,
                        own.between(x + 0.1, x1),
                        y,
                        y1,
                        z,
                        own.between(z + 0.1, z1));
            default ->
                parts.block(Material.STEEL, density, x, own.between(x + 0.1, x1), y, y1, z0, own.between(z0 + 0.1, z1));
        }
    }

    static void cars(Stow stow) {
        var space = stow.space();
        var x = space.x1() - stow.own().between(0.1, 0.3);
        var number = 0;
        while (x - 4.3 > space.x0() - 0.5 && !stow.isHeavyEnough()) {
            var length = stow.lot().of(number).between(3.9, 4.7);
            if (x - length < space.x0() - 0.1) {
                return;
            }
            car(stow.parts(), x - length, length, space, stow.lot().of(number), number % 2 == 0);
            x -= length + stow.own().between(0.12, 0.5);
            number++;
        }
    }

    /** Sills, roof, engine, gearbox, axles, wheels, seats, a tank with a rest of fuel. */
    static void car(Parts parts, double x, double length, Space space, Chance style, boolean facingFront) {
        var from = parts.count();
        var high = Math.min(style.between(1.42, 1.75), space.height() - 0.1);
        var y0 = space.middle() - 0.88;
        var y1 = space.middle() + 0.88;
        var z = space.z0();
        var sheet = 0.0009;
        var hood = x + length * 0.74;
        for (var y : new double[] {y0, y1 - sheet}) {
            parts.block(Material.STEEL, 7.85, x + 0.1, x + length - 0.1, y, y + sheet * 1.6, z + 0.22, z + 0.86);
            parts.wedge(
                    Material.GLASS,
                    2.5,
                    x + 0.3,
                    x + length * 0.66,
                    y + 0.1,
                    y + 0.104,
                    new Solid.Edge(z + 0.86, z + 0.86),
                    new Solid.Edge(z + high - 0.1, z + high));
        }
        for (var pillar : new double[] {0.14, 0.38, 0.6}) {
            var at = x + length * pillar;
            parts.block(Material.STEEL, 2.5, at, at + 0.06, y0, y0 + 0.08, z + 0.8, z + high);
            parts.block(Material.STEEL, 2.5, at, at + 0.06, y1 - 0.08, y1, z + 0.8, z + high);
        }
        parts.block(Material.STEEL, 7.85, x + 0.4, x + length * 0.6, y0 + 0.15, y1 - 0.15, z + high - 0.002, z + high);
        parts.wedge(
                Material.STEEL,
                7.85,
                hood - 0.1,
                x + length - 0.1,
                y0,
                y1,
                new Solid.Edge(z + 0.94, z + 0.78),
                new Solid.Edge(z + 0.9415, z + 0.7815));
        parts.wedge(
                Material.GLASS,
                2.5,
                x + length * 0.6,
                hood,
                y0 + 0.1,
                y1 - 0.1,
                new Solid.Edge(z + high - 0.02, z + 0.93),
                new Solid.Edge(z + high, z + 0.95));
        parts.block(Material.STEEL, 7.85, x + 0.1, x + length - 0.3, y0 + 0.05, y1 - 0.05, z + 0.26, z + 0.2615);
        for (var y : new double[] {y0 + 0.25, y1 - 0.33}) {
            parts.block(Material.STEEL, 2, x + 0.1, x + length - 0.05, y, y + 0.08, z + 0.22, z + 0.32);
        }
        engine(parts, x + length * 0.78, space.middle(), z, style);
        for (var axle : new double[] {x + length * 0.17, x + length * 0.8}) {
            for (var y : new double[] {y0 + 0.02, y1 - 0.23}) {
                parts.wheel(Material.RUBBER, 1.15, axle, z + 0.32, 0.32, y, y + 0.21);
                parts.wheel(Material.RUBBER, -1.15, axle, z + 0.32, 0.29, y + 0.01, y + 0.2);
                parts.wheel(Material.STEEL, 7.85, axle, z + 0.32, 0.21, y + 0.04, y + 0.044);
                parts.wheel(Material.STEEL, 7.6, axle, z + 0.32, 0.14, y + 0.09, y + 0.115);
            }
            parts.wheel(Material.STEEL, 5, axle, z + 0.32, 0.035, y0 + 0.2, y1 - 0.2);
        }
        for (var seat : new double[] {x + length * 0.3, x + length * 0.48}) {
            for (var y : new double[] {y0 + 0.2, space.middle() + 0.08}) {
                parts.block(Material.PLASTIC, 0.1, seat, seat + 0.5, y, y + 0.55, z + 0.4, z + 0.6);
                parts.wedge(
                        Material.PLASTIC,
                        0.12,
                        seat - 0.2,
                        seat + 0.05,
                        y,
                        y + 0.55,
                        new Solid.Edge(z + 1.1, z + 0.4),
                        new Solid.Edge(z + 1.22, z + 0.52));
            }
        }
        parts.block(Material.OIL, 0.15, x + length * 0.2, x + length * 0.34, y0 + 0.3, y1 - 0.4, z + 0.28, z + 0.48);
        parts.log(Material.STEEL, 1.2, space.middle() - 0.2, z + 0.24, 0.03, x + 0.1, x + length * 0.75);
        parts.log(Material.STEEL, 0.7, space.middle() + 0.4, z + 0.28, 0.1, x + 0.15, x + 0.75);
        if (!facingFront) {
            turn(parts, from, 2 * x + length);
        }
    }

    private static void engine(Parts parts, double x, double middle, double z, Chance style) {
        parts.block(
                Material.ALUMINIUM,
                style.between(1.4, 2.2),
                x,
                x + 0.5,
                middle - 0.3,
                middle + 0.15,
                z + 0.35,
                z + 0.82);
        parts.block(
                Material.STEEL,
                style.between(2.2, 3.4),
                x + 0.05,
                x + 0.45,
                middle - 0.25,
                middle + 0.1,
                z + 0.3,
                z + 0.6);
        parts.block(Material.ALUMINIUM, 1.8, x + 0.05, x + 0.4, middle + 0.15, middle + 0.5, z + 0.3, z + 0.6);
        parts.block(Material.LEAD, 2.4, x - 0.05, x + 0.15, middle + 0.5, middle + 0.68, z + 0.6, z + 0.78);
        parts.block(Material.ALUMINIUM, 0.7, x + 0.6, x + 0.65, middle - 0.4, middle + 0.4, z + 0.3, z + 0.75);
    }

    private static void turn(Parts parts, int from, double about) {
        var turned = parts.solids().subList(from, parts.count()).stream()
                .map(solid -> solid.placed(true, false, BoxType.WIDTH, about, 0))
                .toList();
        parts.removeFrom(from);
        parts.addAll(turned);
    }
}
