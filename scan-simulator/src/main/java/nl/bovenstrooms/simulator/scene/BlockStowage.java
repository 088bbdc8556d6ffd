package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.physics.Material;

/** Goods in bundles and blocks: timber, plywood, ingots, stone, tiles. */
final class BlockStowage {

    private BlockStowage() {}

    /** Bundles of boards with stickers between the layers and bearers under the bundle. */
    static void timber(Stow stow) {
        var space = stow.space();
        var thick = stow.lot().between(0.022, 0.055);
        var wide = Math.min(stow.lot().between(1.0, 1.15), space.width() / 2 - 0.02);
        var high = stow.lot().between(0.5, 1.1);
        var density = stow.lot().between(0.45, 0.62);
        var stickered = stow.lot().in(0.5);
        var lengths = space.length() > 8 ? stow.lot().between(2, 4) : stow.lot().between(1, 2);
        var length = space.length() / lengths;
        var tiers = Stow.times(space.height(), high + 0.1);
        for (var section = lengths - 1; section >= 0; section--) {
            for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                for (var side = 0; side < 2; side++) {
                    var from = space.x0() + section * length + stow.own().between(0.01, 0.12);
                    var until = space.x0() + (section + 1) * length - stow.own().between(0.01, 0.25);
                    var y = side == 0 ? space.y0() + 0.01 : space.y1() - wide - 0.01;
                    var z = space.z0() + tier * (high + 0.1);
                    bundle(stow, from, until, y, y + wide, z, high, thick, density, stickered);
                }
            }
        }
    }

    private static void bundle(
            Stow stow,
            double from,
            double until,
            double y0,
            double y1,
            double z,
            double high,
            double thick,
            double density,
            boolean stickered) {
        for (var share : new double[] {0.08, 0.36, 0.64, 0.92}) {
            var x = from + share * (until - from);
            stow.parts().block(Material.WOOD, 0.6, x - 0.05, x + 0.05, y0, y1, z, z + 0.09);
            stow.parts().block(Material.STEEL, 1.2, x - 0.01, x + 0.01, y0, y1, z + 0.09 + high, z + 0.093 + high);
        }
        var pitch = thick + (stickered ? 0.022 : 0.0015);
        for (var layer = z + 0.09; layer + thick < z + 0.09 + high; layer += pitch) {
            var own = stow.own();
            stow.parts()
                    .block(
                            Material.WOOD,
                            density * own.around(1, 0.03),
                            from + own.between(0.0, 0.03),
                            until - own.between(0.0, 0.09),
                            y0,
                            y1,
                            layer,
                            layer + thick);
            if (stickered) {
                for (var x = from + 0.1; x < until; x += 0.75) {
                    stow.parts().block(Material.WOOD, density, x, x + 0.03, y0, y1, layer + thick, layer + pitch);
                }
            }
        }
    }

    /** Sheets, so evenly stacked that only the bearers show. */
    static void plywood(Stow stow) {
        var space = stow.space();
        var density = stow.lot().between(0.5, 0.68);
        var length = stow.lot().in(0.5) ? 2.44 : 2.5;
        var high = stow.lot().between(0.45, 0.95);
        var wide = Math.min(stow.lot().between(1.1, 1.22), space.width() / 2 - 0.01);
        for (var x1 = space.x1();
                x1 - length > space.x0();
                x1 -= length + stow.own().between(0.01, 0.05)) {
            for (var z = space.z0(); z + high + 0.1 < space.z1() && !stow.isHeavyEnough(); z += high + 0.1) {
                for (var side = 0; side < 2; side++) {
                    var y = side == 0 ? space.y0() : space.y1() - wide;
                    for (var share : new double[] {0.06, 0.5, 0.94}) {
                        var x = x1 - length * share;
                        stow.parts().block(Material.WOOD, 0.6, x - 0.05, x + 0.05, y, y + wide, z, z + 0.1);
                    }
                    var x0 = x1 - length + stow.own().around(0, 0.01);
                    stow.parts()
                            .block(
                                    Material.WOOD,
                                    density * stow.own().around(1, 0.02),
                                    x0,
                                    x1,
                                    y,
                                    y + wide,
                                    z + 0.1,
                                    z + 0.1 + high);
                }
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    /** Bundles of ingots on the floor, one or two high, each about a tonne. */
    static void ingots(Stow stow, Material material, double density) {
        var space = stow.space();
        var length = stow.lot().between(0.7, 1.05);
        var wide = stow.lot().between(0.68, 0.78);
        var layers = stow.lot().between(6, 9);
        var thick = stow.lot().between(0.07, 0.095);
        var tiers = stow.lot().in(0.3) ? 2 : 1;
        var each = length * wide * layers * thick * density * 820 * tiers * 2;
        var columns = Math.max(1, (int) Math.ceil(stow.targetKg() / each));
        var pitch = Math.max(length + 0.03, space.length() / columns);
        for (var x = space.x1() - pitch; x > space.x0() - 0.1; x -= pitch) {
            for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                for (var side = 0; side < 2; side++) {
                    var y = side == 0 ? space.middle() - wide - 0.06 : space.middle() + 0.06;
                    var z = space.z0() + tier * (layers * thick + 0.1);
                    var left = Math.max(space.x0(), x) + stow.own().around(0, 0.02);
                    bundleOfIngots(stow, material, density, left, length, y, wide, z, layers, thick);
                }
            }
        }
    }

    private static void bundleOfIngots(
            Stow stow,
            Material material,
            double density,
            double x,
            double length,
            double y,
            double wide,
            double z,
            int layers,
            double thick) {
        for (var foot : new double[] {x + 0.1, x + length - 0.2}) {
            stow.parts().block(Material.WOOD, 0.6, foot, foot + 0.1, y, y + wide, z, z + 0.08);
        }
        for (var layer = 0; layer < layers; layer++) {
            var bottom = z + 0.08 + layer * thick;
            if (layer % 2 == 0) {
                stow.parts().block(material, density * 0.85, x, x + length, y, y + wide, bottom, bottom + thick * 0.93);
                continue;
            }
            var pieces = 7;
            for (var piece = 0; piece < pieces; piece++) {
                var left = x + piece * length / pieces;
                stow.parts()
                        .block(
                                material,
                                density,
                                left + 0.012,
                                left + length / pieces - 0.012,
                                y,
                                y + wide,
                                bottom,
                                bottom + thick * 0.93);
            }
        }
    }

    /** Two to five blocks of stone, opaque to any beam. */
    static void stoneBlocks(Stow stow) {
        var space = stow.space();
        var density = stow.lot().between(2.6, 2.8);
        var count = stow.lot().between(2, 4);
        var wide = stow.lot().between(1.2, 1.8);
        var each = stow.targetKg() / count;
        var free = space.length();
        for (var index = 0; index < count; index++) {
            var own = stow.own();
            var deep = wide * own.between(0.85, 1.05);
            var high = Math.min(space.height() - 0.2, own.between(0.6, 1.3));
            var long0 = Math.min(free / count - 0.25, each * own.between(0.85, 1.1) / (deep * high * density * 1000));
            if (long0 < 0.2) {
                return;
            }
            var x = space.x0() + (index + 0.5) * free / count - long0 / 2 + own.around(0, 0.06);
            var y = space.middle() - deep / 2;
            for (var bearer : new double[] {x + 0.1, x + long0 - 0.22}) {
                stow.dunnage(bearer, space.z0(), 0.12, 0.1);
            }
            rough(stow, density, x, x + long0, y, y + deep, space.z0() + 0.1, high);
        }
    }

    /** Drilled and split faces are not plane. */
    private static void rough(
            Stow stow, double density, double x0, double x1, double y0, double y1, double z, double high) {
        var slices = 6;
        for (var slice = 0; slice < slices; slice++) {
            var own = stow.own();
            stow.parts()
                    .wedge(
                            Material.GRANITE,
                            density,
                            x0 + own.between(0.0, 0.025),
                            x1 - own.between(0.0, 0.025),
                            y0,
                            y1,
                            new Solid.Edge(z + slice * high / slices, z + slice * high / slices),
                            slice == slices - 1
                                    ? new Solid.Edge(
                                            z + high - own.between(0.0, 0.03), z + high - own.between(0.0, 0.03))
                                    : new Solid.Edge(z + (slice + 1) * high / slices, z + (slice + 1) * high / slices));
        }
    }

    /** Slabs on edge, leaning on frames of steel and wood. */
    static void stoneSlabs(Stow stow) {
        var space = stow.space();
        var length = stow.lot().between(2.2, 3.1);
        var high = Math.min(space.height() - 0.35, stow.lot().between(1.4, 1.9));
        var thick = stow.lot().in(0.5) ? 0.02 : 0.03;
        var frames = Stow.times(space.length(), length + 0.15);
        var perFrame = stow.targetKg() / frames;
        var each = length * high * thick * 2700;
        var count = Math.max(4, (int) (perFrame / each));
        for (var frame = 0; frame < frames; frame++) {
            var x = space.x0() + (frame + 0.5) * space.length() / frames - length / 2;
            for (var index = 0; index < count; index++) {
                var side = index % 2 == 0 ? -1 : 1;
                var out = 0.2 + Math.floorDiv(index, 2) * (thick + 0.003);
                var y = space.middle() + side * out;
                if (y < space.y0() || y + thick > space.y1()) {
                    break;
                }
                var own = stow.own();
                var x0 = x + own.between(0.0, 0.06);
                stow.parts()
                        .block(
                                Material.GRANITE,
                                2.7,
                                x0,
                                x + length - own.between(0.0, 0.06),
                                y,
                                y + thick,
                                space.z0() + 0.15,
                                space.z0() + 0.15 + high * own.between(0.93, 1.0));
            }
            for (var post : new double[] {x + 0.3, x + length - 0.38}) {
                stow.parts()
                        .block(
                                Material.STEEL,
                                3,
                                post,
                                post + 0.08,
                                space.middle() - 0.1,
                                space.middle() + 0.1,
                                space.z0(),
                                space.z0() + high + 0.1);
                stow.parts()
                        .block(
                                Material.WOOD,
                                0.65,
                                post - 0.1,
                                post + 0.18,
                                space.y0(),
                                space.y1(),
                                space.z0(),
                                space.z0() + 0.15);
                stow.parts()
                        .block(
                                Material.WOOD,
                                0.6,
                                post,
                                post + 0.08,
                                space.y0(),
                                space.y1(),
                                space.z0() + high,
                                space.z0() + high + 0.08);
            }
        }
    }

    /** Low pallets, heavy: the upper half of the box is empty. */
    static void tiles(Stow stow) {
        var space = stow.space();
        var along = stow.lot().between(0.8, 1.2);
        var deep = Math.min(1.1, space.width() / 2 - 0.03);
        var box = stow.lot().between(0.3, 0.62);
        var layers = Math.max(1, (int) (stow.lot().between(0.6, 1.15) / box));
        var density = stow.lot().between(1.75, 2.0);
        var each = along * deep * layers * box * density * 960 * 2;
        var columns = Math.max(1, (int) Math.ceil(stow.targetKg() / each));
        var pitch = Math.max(along + 0.03, space.length() / columns);
        for (var x = space.x1() - pitch; x > space.x0() - 0.05; x -= pitch) {
            for (var side = 0; side < 2 && !stow.isHeavyEnough(); side++) {
                var y = side == 0 ? space.y0() + 0.02 : space.y1() - deep - 0.02;
                var left = Math.max(space.x0(), x);
                var z = space.z0() + stow.pallet(left, left + along, y, y + deep, space.z0());
                var boxes = Stow.times(along, 0.2);
                for (var layer = 0; layer < layers; layer++) {
                    for (var index = 0; index < boxes; index++) {
                        var from = left + index * along / boxes;
                        stow.parts()
                                .block(
                                        Material.CERAMIC,
                                        density * stow.own().around(1, 0.015),
                                        from + 0.004,
                                        from + along / boxes - 0.002,
                                        y,
                                        y + deep,
                                        z + layer * box,
                                        z + (layer + 1) * box - 0.008);
                    }
                }
            }
        }
    }
}
