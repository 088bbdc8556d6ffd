package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.physics.Material;

/** Goods that are round: drums, reels, coils, logs, tyres. */
final class RoundStowage {

    private RoundStowage() {}

    /** Steel drums of 200 l, upright, four on a pallet or on sheets. */
    static void drums(Stow stow, Material contents, double density) {
        var space = stow.space();
        var radius = stow.lot().between(0.285, 0.3);
        var high = stow.lot().between(0.86, 0.91);
        var filled = stow.lot().between(0.88, 0.97);
        var onPallets = stow.lot().in(0.6);
        var tiers = space.height() > 2 * high + 0.3 ? 2 : 1;
        var pitch = 2 * radius + stow.lot().between(0.0, 0.03);
        var across = Stow.times(space.width(), pitch);
        for (var x = space.x1() - radius; x - radius > space.x0(); x -= pitch) {
            var z = space.z0();
            for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                if (onPallets) {
                    stow.parts().block(Material.WOOD, 0.3, x - radius, x + radius, space.y0(), space.y1(), z, z + 0.13);
                    z += 0.135;
                } else {
                    stow.parts()
                            .block(Material.WOOD, 0.6, x - radius, x + radius, space.y0(), space.y1(), z, z + 0.012);
                    z += 0.012;
                }
                for (var row = 0; row < across; row++) {
                    var y = space.y0() + (row + 0.5) * space.width() / across;
                    var level = high * filled * stow.own().around(1, 0.01);
                    drum(stow, contents, density, x + stow.own().around(0, 0.006), y, radius, z, high, level);
                }
                z += high;
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    private static void drum(
            Stow stow,
            Material contents,
            double density,
            double x,
            double y,
            double radius,
            double z,
            double high,
            double level) {
        var parts = stow.parts();
        parts.drum(contents, density, x, y, radius - 0.001, z + 0.012, z + level);
        parts.drum(Material.STEEL, 7.85, x, y, radius, z, z + high);
        parts.drum(Material.STEEL, -7.85, x, y, radius - 0.0011, z + 0.001, z + high - 0.001);
        for (var hoop : new double[] {0.0, high / 3, high * 2 / 3, high - 0.012}) {
            parts.drum(Material.STEEL, 0.9, x, y, radius + 0.006, z + hoop, z + hoop + 0.012);
        }
    }

    /** Reels of paper on end, two high, their cores open. */
    static void reels(Stow stow) {
        var space = stow.space();
        var radius = stow.lot().between(0.5, 0.62);
        var high = stow.lot().between(0.75, 1.25);
        var tiers = Math.max(1, (int) (space.height() / high));
        var density = stow.lot().between(0.62, 0.88);
        var pitch = 2 * radius * stow.lot().between(1.0, 1.06);
        for (var x = space.x1() - radius; x - radius > space.x0(); x -= pitch) {
            for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                for (var side = 0; side < 2; side++) {
                    var y = side == 0 ? space.y0() + radius : space.y1() - radius;
                    var shift = side == 0 ? 0 : stow.lot().of("stagger").between(-0.1, 0.1);
                    var z = space.z0() + tier * (high + 0.004);
                    var centre = x + shift + stow.own().around(0, 0.01);
                    stow.parts().drum(Material.PAPER, density, centre, y, radius, z, z + high);
                    stow.parts().drum(Material.PAPER, -density, centre, y, 0.05, z, z + high);
                    stow.parts().drum(Material.PAPER, 0.5, centre, y, 0.05, z, z + high);
                }
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    /** Coils of steel strip in cradles on the floor: a few, and black. */
    static void coils(Stow stow) {
        var space = stow.space();
        var radius = stow.lot().between(0.42, 0.75);
        var hole = stow.lot().between(0.25, 0.3);
        var wide = stow.lot().between(0.9, 1.5);
        var along = stow.lot().in(0.5);
        var each = Math.PI * (radius * radius - hole * hole) * wide * 7600;
        var count = Math.max(1, (int) Math.round(stow.targetKg() / each));
        var length = along ? wide : 2 * radius;
        var pitch = Math.max(length + 0.15, space.length() / count);
        for (var index = 0; index < count; index++) {
            var x = space.x0() + (index + 0.5) * pitch + stow.own().around(0, 0.05);
            if (x + length / 2 > space.x1()) {
                return;
            }
            var r = radius * stow.own().between(0.9, 1.0);
            var z = space.z0() + 0.12 + r;
            if (along) {
                stow.parts().log(Material.STEEL, 7.6, space.middle(), z, r, x - wide / 2, x + wide / 2);
                stow.parts().log(Material.STEEL, -7.6, space.middle(), z, hole, x - wide / 2, x + wide / 2);
            } else {
                var y0 = space.middle() - wide / 2;
                stow.parts().wheel(Material.STEEL, 7.6, x, z, r, y0, y0 + wide);
                stow.parts().wheel(Material.STEEL, -7.6, x, z, hole, y0, y0 + wide);
            }
            for (var side : new double[] {-1, 1}) {
                stow.dunnage(x + side * r * 0.55 - 0.06, space.z0(), 0.12, 0.22);
            }
            stow.parts()
                    .block(
                            Material.WOOD,
                            0.6,
                            x - length / 2 - 0.1,
                            x + length / 2 + 0.1,
                            space.y0(),
                            space.y0() + 0.1,
                            space.z0(),
                            space.z0() + 0.1);
            stow.parts()
                    .block(
                            Material.WOOD,
                            0.6,
                            x - length / 2 - 0.1,
                            x + length / 2 + 0.1,
                            space.y1() - 0.1,
                            space.y1(),
                            space.z0(),
                            space.z0() + 0.1);
        }
    }

    /** Logs along the container, thick and thin, with air between. */
    static void logs(Stow stow) {
        var space = stow.space();
        var mean = stow.lot().between(0.14, 0.36);
        var density = stow.lot().between(0.65, 1.0);
        var sections = space.length() > 8 && stow.lot().in(0.6) ? 2 : 1;
        var length = space.length() / sections;
        for (var section = 0; section < sections; section++) {
            var z = space.z0();
            while (z < space.z1() - mean) {
                var tallest = 0.0;
                var y = space.y0();
                while (y < space.y1() - mean) {
                    var radius = Math.min(mean * stow.own().between(0.7, 1.25), (space.z1() - z) / 2);
                    radius = Math.min(radius, (space.y1() - y) / 2);
                    if (radius < mean * 0.5 || stow.isHeavyEnough()) {
                        break;
                    }
                    var from = space.x0() + section * length + stow.own().between(0.0, 0.5);
                    var until = space.x0() + (section + 1) * length - stow.own().between(0.02, 0.6);
                    log(stow, density * stow.own().around(1, 0.06), y + radius, z + radius, radius, from, until);
                    tallest = Math.max(tallest, 2 * radius);
                    y += 2 * radius * stow.own().between(0.98, 1.05);
                }
                if (tallest <= 0) {
                    break;
                }
                z += tallest * stow.own().between(0.82, 0.93);
            }
        }
    }

    /** Tapered, so in pieces; knots and hearts make it uneven. */
    private static void log(Stow stow, double density, double y, double z, double radius, double from, double until) {
        var pieces = 5;
        var taper = stow.own().between(0.0, 0.18) * (stow.own().in(0.5) ? 1 : -1);
        var bow = stow.own().around(0, 0.02);
        for (var piece = 0; piece < pieces; piece++) {
            var share = (piece + 0.5) / pieces - 0.5;
            var x = from + piece * (until - from) / pieces;
            stow.parts()
                    .log(
                            Material.WOOD,
                            density,
                            y,
                            z + bow * (1 - 4 * share * share),
                            radius * (1 - Math.abs(taper) / 2 + taper * share),
                            x,
                            x + (until - from) / pieces);
        }
    }

    /** Tyres on their sides in columns, or laced like herring bones. */
    static void tyres(Stow stow) {
        var space = stow.space();
        var radius = stow.lot().between(0.29, 0.52);
        var wide = stow.lot().between(0.17, 0.3);
        var pitch = 2 * radius * 0.98;
        var laced = stow.lot().in(0.4);
        for (var x = space.x1() - radius; x - radius > space.x0(); x -= laced ? pitch * 0.62 : pitch) {
            var own = stow.own();
            var tier = 0;
            for (var z = space.z0(); z + wide < space.z1() && !stow.isHeavyEnough(); z += wide * 0.96) {
                var shift = laced ? (tier % 2 == 0 ? 0.12 : -0.12) : own.around(0, 0.012);
                for (var y = space.y0() + radius; y + radius < space.y1() + 0.05; y += pitch) {
                    ring(stow.parts(), x + shift, y, radius * own.between(0.98, 1.0), z, wide);
                }
                tier++;
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    private static void ring(Parts parts, double x, double y, double radius, double z, double wide) {
        parts.drum(Material.RUBBER, 1.15, x, y, radius, z, z + wide * 0.95);
        parts.drum(Material.RUBBER, -1.15, x, y, radius - 0.02, z + 0.014, z + wide * 0.95 - 0.014);
        parts.drum(Material.RUBBER, -1.15, x, y, radius * 0.6, z, z + 0.014);
        parts.drum(Material.RUBBER, -1.15, x, y, radius * 0.6, z + wide * 0.95 - 0.014, z + wide * 0.95);
        parts.drum(Material.STEEL, 0.9, x, y, radius * 0.62, z, z + 0.012);
        parts.drum(Material.STEEL, -0.9, x, y, radius * 0.58, z, z + 0.012);
    }
}
