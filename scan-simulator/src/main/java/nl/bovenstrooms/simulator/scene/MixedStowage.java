package nl.bovenstrooms.simulator.scene;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/** Goods of many shapes: scrap, furniture, household goods, groupage. */
final class MixedStowage {

    private static final List<Material> GOODS = List.of(
            Material.PLASTIC,
            Material.PAPER,
            Material.COTTON,
            Material.WOOD,
            Material.STARCH,
            Material.WATER,
            Material.GLASS,
            Material.STEEL,
            Material.ALUMINIUM);

    private MixedStowage() {}

    /** Tipped in: heaps of pieces, denser at the bottom. */
    static void scrap(Stow stow) {
        var space = stow.space();
        var piece = stow.lot().between(0.08, 0.3);
        var material = Material.COPPER;
        var bulk = material.density() * stow.lot().between(0.08, 0.16);
        var level = Math.min(space.height() * 0.85, stow.targetKg() / (space.length() * space.width() * bulk * 1000));
        var hump = stow.own().between(0.6, 3.0);
        var phase = stow.own().between(0, 6.28);
        for (var x = space.x0(); x + piece < space.x1(); x += piece) {
            var top =
                    level * (1 + 0.22 * Math.sin(x * hump + phase) + stow.own().around(0, 0.05));
            for (var z = space.z0(); z < space.z0() + Math.min(top, space.height()); z += piece) {
                pieces(stow, material, bulk, x, z, piece);
            }
        }
    }

    private static void pieces(Stow stow, Material material, double bulk, double x, double z, double piece) {
        var own = stow.own();
        var space = stow.space();
        var rest = bulk * own.between(0.3, 0.6);
        stow.parts().block(material, rest, x, x + piece, space.y0(), space.y1(), z, z + piece);
        for (var index = 0; index < 2; index++) {
            var size = piece * own.between(0.3, 1.3);
            var deep = own.between(0.2, 1.4);
            var y = own.between(space.y0(), space.y1() - deep);
            var dense =
                    (bulk - rest) * space.width() * piece * piece / (2 * deep * size * size) * own.between(0.5, 1.5);
            var px = x + own.around(0, piece * 0.3);
            var pz = Math.max(space.z0(), Math.min(space.z1() - size * 1.2, z + own.around(0, piece * 0.3)));
            if (own.in(0.35)) {
                stow.parts().wheel(material, Math.min(7.8, dense), px + size / 2, pz + size / 2, size / 2, y, y + deep);
            } else {
                stow.parts()
                        .block(
                                material,
                                Math.min(7.8, dense),
                                px,
                                px + size,
                                y,
                                y + deep,
                                pz,
                                pz + size * own.between(0.4, 1.2));
            }
        }
    }

    /** Cartons and things of all sizes, packed from the front. */
    static void mixed(Stow stow, Chance style, double hollow) {
        var space = stow.space();
        var x = space.x1();
        while (x - 0.3 > space.x0() && !stow.isHeavyEnough()) {
            var length = Math.min(stow.own().between(0.35, 1.25), x - space.x0());
            var y = space.y0();
            while (y < space.y1() - 0.3) {
                var deep = Math.min(stow.own().between(0.4, 1.2), space.y1() - y);
                pile(stow, style, hollow, x - length, x, y, y + deep);
                y += deep + 0.01;
            }
            x -= length + stow.own().between(0.0, 0.06);
        }
    }

    private static void pile(Stow stow, Chance style, double hollow, double x0, double x1, double y0, double y1) {
        var own = stow.own();
        var space = stow.space();
        var top = space.z0() + space.height() * own.between(0.45, 0.98);
        var z = space.z0();
        while (z + 0.15 < top) {
            var high = Math.min(own.between(0.18, 1.0), top - z);
            var left = x0 + own.between(0.0, 0.08);
            var right = x1 - own.between(0.0, 0.08);
            if (own.in(hollow)) {
                thing(stow.parts(), own, left, right, y0, y1, z, z + high);
            } else {
                carton(stow.parts(), own, style, left, right, y0, y1, z, z + high);
            }
            z += high + 0.005;
        }
    }

    private static void carton(
            Parts parts, Chance own, Chance style, double x0, double x1, double y0, double y1, double z0, double z1) {
        var material = style.of(own.between(0, 6)).oneOf(GOODS);
        var density = own.betweenByRatio(0.08, 0.7);
        parts.block(Material.PAPER, 0.08, x0, x1, y0, y1, z0, z1);
        if (own.in(0.5)) {
            parts.block(
                    material,
                    density,
                    x0 + 0.02,
                    x1 - 0.02,
                    y0 + 0.02,
                    y1 - 0.02,
                    z0 + 0.01,
                    z1 - own.between(0.01, 0.08));
            return;
        }
        var columns = own.between(2, 5);
        var rows = own.between(1, 4);
        for (var column = 0; column < columns; column++) {
            for (var row = 0; row < rows; row++) {
                var width = (x1 - x0) / columns;
                var high = (z1 - z0) / rows;
                var fat = density * own.between(0.7, 1.2);
                parts.block(
                        material,
                        fat,
                        x0 + column * width + width * 0.12,
                        x0 + (column + 1) * width - width * 0.12,
                        y0 + 0.03,
                        y1 - 0.03,
                        z0 + row * high + high * 0.08,
                        z0 + (row + 1) * high - high * 0.12);
            }
        }
    }

    /** Appliances, tables, rolls, bicycles: thin walls, metal here and there. */
    private static void thing(
            Parts parts, Chance own, double x0, double x1, double y0, double y1, double z0, double z1) {
        switch (own.between(0, 4)) {
            case 0 -> {
                parts.shell(Material.STEEL, 7.85, 0.0012, x0, x1, y0, y1, z0, z1);
                parts.drum(
                        Material.STEEL,
                        2.4,
                        x0 + (x1 - x0) * 0.4,
                        (y0 + y1) / 2,
                        Math.min(0.11, (x1 - x0) / 4),
                        z0 + 0.03,
                        z0 + Math.min(0.3, (z1 - z0) * 0.6));
                parts.block(
                        Material.PLASTIC,
                        0.15,
                        x0 + 0.05,
                        x1 - 0.05,
                        y0 + 0.05,
                        y1 - 0.05,
                        z0 + (z1 - z0) * 0.5,
                        z1 - 0.03);
            }
            case 1 -> {
                parts.block(Material.WOOD, 0.6, x0, x1, y0, y1, z1 - 0.03, z1);
                for (var leg : new double[] {x0 + 0.03, x1 - 0.08}) {
                    parts.block(Material.WOOD, 0.6, leg, leg + 0.05, y0, y0 + 0.05, z0, z1);
                    parts.block(Material.WOOD, 0.6, leg, leg + 0.05, y1 - 0.05, y1, z0, z1);
                }
            }
            case 2 -> {
                parts.wheel(
                        Material.COTTON,
                        own.between(0.1, 0.4),
                        (x0 + x1) / 2,
                        (z0 + z1) / 2,
                        Math.min(x1 - x0, z1 - z0) / 2,
                        y0,
                        y1);
            }
            case 3 -> {
                parts.shell(Material.WOOD, 0.62, 0.018, x0, x1, y0, y1, z0, z1);
                for (var z = z0 + 0.25; z < z1; z += 0.3) {
                    parts.block(Material.WOOD, 0.62, x0, x1, y0, y1, z, z + 0.016);
                }
            }
            default -> {
                for (var layer = z0; layer + 0.05 < z1; layer += own.between(0.05, 0.14)) {
                    parts.block(
                            Material.STEEL,
                            own.between(0.05, 0.6),
                            x0 + own.between(0.0, 0.15),
                            x1 - own.between(0.0, 0.15),
                            y0,
                            y1,
                            layer,
                            layer + 0.03);
                }
            }
        }
    }

    /** Flat packs: boards on edge and flat, with light padding. */
    static void flatPacks(Stow stow) {
        var space = stow.space();
        var length = stow.lot().between(0.9, 2.1);
        var thick = stow.lot().between(0.07, 0.18);
        var density = stow.lot().between(0.25, 0.5);
        for (var x1 = space.x1(); x1 - length > space.x0(); x1 -= length + 0.02) {
            for (var z = space.z0(); z + thick < space.z1() - 0.1 && !stow.isHeavyEnough(); z += thick + 0.004) {
                var own = stow.own();
                var left = x1 - length * own.between(0.75, 1.0);
                stow.parts()
                        .block(
                                Material.WOOD,
                                density * own.between(0.6, 1.3),
                                left,
                                x1,
                                space.y0(),
                                space.middle() - 0.02,
                                z,
                                z + thick);
                stow.parts()
                        .block(
                                Material.WOOD,
                                density * own.between(0.6, 1.3),
                                left,
                                x1,
                                space.middle() + 0.02,
                                space.y1(),
                                z,
                                z + thick);
                if (own.in(0.2)) {
                    var at = own.between(left, x1 - 0.2);
                    stow.parts()
                            .block(
                                    Material.STEEL,
                                    0.8,
                                    at,
                                    at + 0.2,
                                    space.y0() + 0.2,
                                    space.y0() + 0.6,
                                    z + 0.02,
                                    z + thick - 0.02);
                }
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }
}
