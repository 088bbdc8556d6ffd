package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.physics.Material;

/** Bags in layers, big bags, pressed bales and what is poured into a liner. */
final class BagStowage {

    private BagStowage() {}

    /** Bags laid flat, layer upon layer: rounded ends, sagging, an uneven top. */
    static void bags(Stow stow, Material material, double packedDensity) {
        var space = stow.space();
        var length = stow.lot().between(0.6, 0.85);
        var thick = stow.lot().between(0.15, 0.22);
        var across = stow.lot().between(4, 5);
        var width = space.width() / across;
        var density = packedDensity * stow.lot().between(0.97, 1.03);
        var wanted = stow.targetKg() / (space.length() * space.width() * density * 900);
        var layers = Math.max(2, Math.min((int) (space.height() / thick), (int) Math.ceil(wanted / thick)));
        for (var x1 = space.x1(); x1 - length > space.x0() && !stow.isHeavyEnough(); x1 -= length * 0.97) {
            var here = Math.max(1, layers + (stow.own().in(0.25) ? -1 : 0));
            for (var layer = 0; layer < here; layer++) {
                var z = space.z0() + layer * thick * stow.own().between(0.985, 1.0);
                for (var row = 0; row < across; row++) {
                    bag(stow, material, density, x1 - length, length, space.y0() + row * width, width, z, thick);
                }
            }
        }
    }

    private static void bag(
            Stow stow,
            Material material,
            double density,
            double x,
            double length,
            double y,
            double width,
            double z,
            double thick) {
        var own = stow.own();
        var shift = own.around(0, 0.02);
        var tight = own.between(0.93, 1.0);
        var packed = density * own.around(1, 0.02);
        var round = thick * 0.32;
        var left = x + shift;
        var right = x + shift + length * tight;
        var low = z + own.between(0.0, 0.012);
        var high = low + thick * own.between(0.95, 1.03);
        stow.parts().block(material, packed, left + round, right - round, y + 0.01, y + width - 0.01, low, high);
        for (var end : new double[] {left + round * 0.5, right - round * 0.5}) {
            stow.parts()
                    .block(
                            material,
                            packed,
                            end - round * 0.5,
                            end + round * 0.5,
                            y + 0.02,
                            y + width - 0.02,
                            low + thick * 0.16,
                            high - thick * 0.16);
        }
    }

    /** Poured: a surface that waves, and falls off towards the bulkhead at the doors. */
    static void bulk(Stow stow, Material material, double density) {
        var space = stow.space();
        var packed = density * stow.lot().between(0.97, 1.03);
        var level = Math.min(space.height() - 0.1, stow.targetKg() / (space.length() * space.width() * packed * 1000));
        var waves = stow.own().between(0.02, 0.12);
        var period = stow.own().between(1.5, 5.0);
        var phase = stow.own().between(0, 6.28);
        var fall = stow.own().between(0.2, 0.9);
        var tilt = stow.own().around(0, 0.012);
        var steps = (int) (space.length() / 0.2);
        var step = space.length() / steps;
        var last = surface(space.x0(), space, level, waves, period, phase, fall, tilt);
        for (var index = 0; index < steps; index++) {
            var x = space.x0() + index * step;
            var next = surface(x + step, space, level, waves, period, phase, fall, tilt);
            stow.parts()
                    .wedge(
                            material,
                            packed,
                            x,
                            x + step,
                            space.y0(),
                            space.y1(),
                            new Solid.Edge(space.z0(), space.z0()),
                            new Solid.Edge(last, next));
            last = next;
        }
        bulkhead(stow, space.x0() - 0.03, level);
    }

    private static double surface(
            double x, Space space, double level, double waves, double period, double phase, double fall, double tilt) {
        var fromDoor = x - space.x0();
        var high = level * (1 - fall * Math.exp(-fromDoor / 0.9) * 0.6) + waves * Math.sin(x * 6.283 / period + phase);
        return space.z0() + Math.max(0.05, Math.min(space.height() - 0.02, high + tilt * (x - space.length() / 2)));
    }

    /** Steel bars across the doorway hold the liner back. */
    static void bulkhead(Stow stow, double x, double level) {
        var space = stow.space();
        for (var z = space.z0() + 0.2; z < space.z0() + Math.min(space.height(), level + 0.3); z += 0.45) {
            stow.parts().block(Material.STEEL, 1.6, x, x + 0.03, space.y0(), space.y1(), z, z + 0.04);
        }
        stow.parts()
                .block(Material.WOOD, 0.6, x + 0.03, x + 0.045, space.y0(), space.y1(), space.z0(), space.z0() + level);
    }

    /** One tonne each, two across, one or two high, bulging. */
    static void bigBags(Stow stow, Material material, double density) {
        var space = stow.space();
        var size = stow.lot().between(0.95, 1.1);
        var high = stow.lot().between(0.8, 1.1);
        var tiers = high * 2 < space.height() && stow.lot().in(0.6) ? 2 : 1;
        var onPallets = stow.lot().in(0.4);
        for (var x1 = space.x1();
                x1 - size > space.x0();
                x1 -= size + stow.own().between(0.01, 0.06)) {
            for (var side = 0; side < 2; side++) {
                var y = side == 0 ? space.y0() + 0.03 : space.y1() - size - 0.03;
                var z = space.z0();
                for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                    if (onPallets) {
                        z += stow.pallet(x1 - size, x1, y, y + size, z);
                    }
                    bigBag(stow, material, density * stow.own().around(1, 0.03), x1 - size, y, z, size, high);
                    z += high + 0.02;
                }
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    private static void bigBag(
            Stow stow, Material material, double density, double x, double y, double z, double size, double high) {
        var slices = 9;
        var lean = stow.own().around(0, 0.03);
        for (var slice = 0; slice < slices; slice++) {
            var share = (slice + 0.5) / slices;
            var bulge = Math.sqrt(1 - Math.pow(2 * share - 1, 4)) * 0.5;
            var half = size * Math.max(0.25, bulge) * 0.98;
            var centre = x + size / 2 + lean * share;
            stow.parts()
                    .block(
                            material,
                            density,
                            centre - half,
                            centre + half,
                            y + size / 2 - half,
                            y + size / 2 + half,
                            z + slice * high / slices,
                            z + (slice + 1) * high / slices);
        }
        for (var corner : new double[] {x + 0.1, x + size - 0.14}) {
            stow.parts()
                    .block(
                            Material.PLASTIC,
                            0.3,
                            corner,
                            corner + 0.04,
                            y + 0.1,
                            y + size - 0.1,
                            z + high,
                            z + high + stow.own().between(0.05, 0.25));
        }
    }

    /** Pressed and strapped: pulp, cotton, hides. */
    static void bales(Stow stow, Material material, double density, double length, double width, double height) {
        var space = stow.space();
        var along = length * stow.lot().between(0.94, 1.06);
        var high = height * stow.lot().between(0.94, 1.06);
        var across = Stow.times(space.width(), width);
        var deep = space.width() / across;
        var tiers = Stow.times(space.height(), high);
        var straps = stow.lot().between(2, 4);
        for (var x1 = space.x1();
                x1 - along > space.x0();
                x1 -= along + stow.own().between(0.005, 0.05)) {
            for (var tier = 0; tier < tiers && !stow.isHeavyEnough(); tier++) {
                for (var row = 0; row < across; row++) {
                    var own = stow.own();
                    var tall = high * own.between(0.94, 1.0);
                    var y = space.y0() + row * deep;
                    var z = space.z0() + tier * high;
                    var x0 = x1 - along * own.between(0.96, 1.0);
                    stow.parts()
                            .block(
                                    material,
                                    density * own.around(1, 0.03),
                                    x0,
                                    x1,
                                    y + 0.01,
                                    y + deep - 0.01,
                                    z,
                                    z + tall);
                    for (var strap = 0; strap < straps; strap++) {
                        var at = x0 + (strap + 0.5) * (x1 - x0) / straps;
                        stow.parts().block(Material.STEEL, 3, at, at + 0.004, y, y + deep, z + tall, z + tall + 0.003);
                    }
                }
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }
}
