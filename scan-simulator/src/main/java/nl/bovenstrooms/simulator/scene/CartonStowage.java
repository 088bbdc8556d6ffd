package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/** Cartons, on pallets or by hand from wall to wall. */
final class CartonStowage {

    /**
     * @param density of a packed carton, g/cm3
     * @param length along x in m
     * @param width along y in m
     * @param height in m
     * @param air between neighbours in m
     * @param pillars share of cartons whose contents stand in dense pillars with air between them
     */
    record Carton(
            Material material, double density, double length, double width, double height, double air, double pillars) {

        /** The same product from another packer: a few centimetres and per cent off. */
        Carton of(Chance lot) {
            return new Carton(
                    material,
                    density * lot.between(0.93, 1.07),
                    length * lot.between(0.92, 1.1),
                    width * lot.between(0.92, 1.1),
                    height * lot.between(0.9, 1.12),
                    air * lot.between(0.6, 1.6),
                    pillars);
        }
    }

    private CartonStowage() {}

    static void onPallets(Stow stow, Carton kind) {
        var carton = kind.of(stow.lot());
        var space = stow.space();
        var deep = Math.min(space.width() / 2 - 0.02, stow.lot().between(1.0, 1.15));
        var along = stow.lot().between(1.0, 1.2);
        var gap = stow.lot().between(0.015, 0.06);
        var layers = Math.max(
                2,
                (int) ((space.height() - 0.15) / carton.height()) - stow.lot().between(0, 1));
        for (var x1 = space.x1() - stow.own().between(0.0, 0.03); x1 - along > space.x0(); x1 -= along + gap) {
            for (var side = 0; side < 2 && !stow.isHeavyEnough(); side++) {
                var y0 = side == 0
                        ? space.y0() + stow.own().between(0.0, 0.03)
                        : space.y1() - deep - stow.own().between(0.0, 0.03);
                var x = x1 - along + stow.own().between(-0.012, 0.012);
                var bottom = space.z0() + stow.pallet(x, x + along, y0, y0 + deep, space.z0());
                stack(stow, carton, x, along, y0, deep, bottom, layers, true);
            }
            if (stow.isHeavyEnough()) {
                return;
            }
        }
    }

    static void byHand(Stow stow, Carton kind) {
        var carton = kind.of(stow.lot());
        var space = stow.space();
        var layers = Math.max(1, (int) ((space.height() - 0.02) / carton.height()));
        var reduced = stow.lot().in(0.3) ? Math.max(1, layers - stow.lot().between(1, 2)) : layers;
        for (var x1 = space.x1(); x1 - carton.length() > space.x0(); x1 -= carton.length() + carton.air()) {
            if (stow.isHeavyEnough()) {
                return;
            }
            // Towards the doors the last rows are often stepped down.
            var isLast = x1 - 2.2 * carton.length() < space.x0();
            var here = isLast && stow.own().in(0.4)
                    ? Math.max(1, reduced - stow.own().between(1, 3))
                    : reduced;
            stack(
                    stow,
                    carton,
                    x1 - carton.length(),
                    carton.length() + 0.001,
                    space.y0(),
                    space.width(),
                    space.z0(),
                    here,
                    false);
        }
    }

    private static void stack(
            Stow stow,
            Carton carton,
            double x,
            double along,
            double y,
            double deep,
            double z,
            int layers,
            boolean strapped) {
        var columns = Stow.times(along, carton.length());
        var rows = Stow.times(deep, carton.width());
        var length = along / columns;
        var width = deep / rows;
        var lean = stow.own().around(0, strapped ? 0.022 : 0.012) / layers;
        for (var layer = 0; layer < layers; layer++) {
            var isTop = layer == layers - 1;
            var bottom = z + layer * carton.height();
            for (var column = 0; column < columns; column++) {
                for (var row = 0; row < rows; row++) {
                    if (isTop && strapped && stow.own().in(0.04)) {
                        continue;
                    }
                    carton(stow, carton, x + column * length + lean * layer, length, y + row * width, width, bottom);
                }
            }
        }
        if (strapped && stow.lot().of("corners").in(0.7)) {
            for (var corner : new double[] {x, x + along - 0.012}) {
                stow.parts()
                        .block(
                                Material.PAPER,
                                0.7,
                                corner,
                                corner + 0.012,
                                y,
                                y + 0.06,
                                z,
                                z + layers * carton.height());
                stow.parts()
                        .block(
                                Material.PAPER,
                                0.7,
                                corner,
                                corner + 0.012,
                                y + deep - 0.06,
                                y + deep,
                                z,
                                z + layers * carton.height());
            }
        }
    }

    private static void carton(Stow stow, Carton carton, double x, double length, double y, double width, double z) {
        var own = stow.own();
        var density = carton.density() * own.around(1, 0.025);
        var left = x + carton.air() * own.between(0.2, 0.8);
        var right = x + length - carton.air() * own.between(0.2, 0.8);
        // The goods sink a little, so that a light line stands between layers.
        var top = z + carton.height() * own.between(0.9, 0.97);
        if (carton.pillars() <= 0) {
            stow.parts().block(carton.material(), density, left, right, y, y + width, z + 0.004, top);
            return;
        }
        var third = (right - left) / 2;
        for (var pillar = 0; pillar < 2; pillar++) {
            var centre = left + (pillar + 0.5) * third;
            var half = third / 2 * own.between(0.82, 0.98);
            var packed = density * third / (2 * half);
            stow.parts()
                    .block(
                            carton.material(),
                            packed * (1 + carton.pillars() * own.between(-0.3, 0.3)),
                            centre - half,
                            centre + half,
                            y,
                            y + width,
                            z + 0.004,
                            top);
        }
    }
}
