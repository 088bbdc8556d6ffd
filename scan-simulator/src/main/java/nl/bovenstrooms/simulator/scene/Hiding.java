package nl.bovenstrooms.simulator.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.BoxType.Build;

/** Puts contraband into a container that is already loaded. */
final class Hiding {

    /** A kilogram of cocaine: 20 x 13 x 4 cm. */
    private static final double BRICK_LENGTH = 0.2;

    private static final double BRICK_WIDTH = 0.135;
    private static final double BRICK_HEIGHT = 0.04;
    private static final double SHARE_IN_METAL = 0.12;

    private final BoxType box;
    private final Load load;
    private final Chance chance;
    private final HidingPlace place;
    private final Contraband kind;
    private final double target;
    private final double density;
    private final Parts contraband = new Parts(Layer.CONTRABAND);
    private final Parts displaced = new Parts(Layer.LOAD);
    private final boolean bricksLieAlong;

    private Hiding(BoxType box, Load load, HidingPlace place, Contraband kind, Chance chance) {
        this.box = box;
        this.load = load;
        this.chance = chance;
        this.place = place;
        this.kind = kind;
        target = chance.betweenByRatio(place.leastKg(), place.mostKg());
        density = chance.between(kind.leastDensity(), kind.mostDensity());
        bricksLieAlong = chance.in(0.5);
    }

    /** @return empty when the chosen place turns out to have no room */
    static Optional<Threat> in(BoxType box, Load load, Chance chance) {
        var places = new ArrayList<HidingPlace>();
        for (var candidate : HidingPlace.values()) {
            if (candidate.existsIn(box, load.kind())) {
                places.add(candidate);
            }
        }
        return places.isEmpty() ? Optional.empty() : at(chance.oneOf(places), box, load, chance);
    }

    static Optional<Threat> at(HidingPlace place, BoxType box, Load load, Chance chance) {
        if (!place.existsIn(box, load.kind())) {
            return Optional.empty();
        }
        var hiding = new Hiding(box, load, place, kindFor(place, box, load, chance), chance);
        hiding.hide();
        var kilograms = hiding.contraband.solids().stream()
                .filter(solid -> solid.material() == hiding.kind.material())
                .mapToDouble(Solid::mass)
                .sum();
        if (kilograms < 2) {
            return Optional.empty();
        }
        var solids = new ArrayList<>(hiding.contraband.solids());
        solids.addAll(hiding.displaced.solids());
        return Optional.of(new Threat(hiding.kind, place, kilograms, solids));
    }

    private static Contraband kindFor(HidingPlace place, BoxType box, Load load, Chance chance) {
        if (place == HidingPlace.BETWEEN_CARGO && chance.in(0.08) && hasRoomForCar(box, load)) {
            return Contraband.CAR;
        }
        if (chance.in(0.82)) {
            return Contraband.COCAINE;
        }
        return chance.oneOf(
                List.of(Contraband.CANNABIS_RESIN, Contraband.CIGARETTES, Contraband.WEAPONS, Contraband.CASH));
    }

    private static boolean hasRoomForCar(BoxType box, Load load) {
        return box.build() == Build.DRY
                && !box.isTwentyFoot()
                && load.kind() != LoadKind.VEHICLES
                && load.kilograms() < 20_000;
    }

    private void hide() {
        if (kind == Contraband.CAR) {
            car();
            return;
        }
        switch (place) {
            case BAGS_AT_DOORS -> bagsAtDoors();
            case BETWEEN_CARGO -> stackInLoad(chance.between(0.1, 0.3), chance.between(0.4, 1.6));
            case INSIDE_CARGO -> packagesInLoad(0.34, 0.3, 0.2);
            case REEFER_MACHINERY -> machinery();
            case REEFER_EVAPORATOR -> evaporator();
            case FLOOR -> floor();
            case ROOF -> layer(box.height() - (isReefer() ? 0.115 : 0.1), chance.between(0.03, 0.05));
            case WALL -> wall();
            case BEAMS -> beams();
            case INSIDE_MACHINERY -> inMetal();
            case IN_DRUMS -> inDrums();
            case HOLLOWED_GOODS -> packagesInLoad(chance.between(0.5, 1.8), 0.22, 0.16);
            case FALSE_WALL -> falseWall();
        }
    }

    private boolean isReefer() {
        return box.build() == Build.REEFER;
    }

    private boolean isEnough() {
        return contraband.mass() >= target;
    }

    /** Bricks side by side in a room, row upon row, as many as are needed; light lines stand between them. */
    private void bricks(double x0, double x1, double y0, double y1, double z0, double z1) {
        var length = bricksLieAlong ? BRICK_LENGTH : BRICK_WIDTH;
        var width = bricksLieAlong ? BRICK_WIDTH : BRICK_LENGTH;
        var across = Stow.times(y1 - y0, width);
        var columns = Stow.times(x1 - x0, length);
        var layers = Stow.times(z1 - z0, BRICK_HEIGHT);
        var deep = Math.min(width * across, y1 - y0);
        var step = Math.min(length, x1 - x0);
        var rise = Math.min(BRICK_HEIGHT, z1 - z0);
        for (var layer = 0; layer < layers; layer++) {
            for (var column = 0; column < columns && !isEnough(); column++) {
                var x = x0 + column * step + chance.between(0.0, 0.006);
                var z = z0 + layer * rise;
                contraband.block(
                        kind.material(),
                        density * chance.around(1, 0.02),
                        x,
                        x + step * chance.between(0.93, 0.985),
                        y0,
                        y0 + deep,
                        z,
                        z + rise * 0.95);
            }
        }
    }

    /** Takes away what stood where contraband stands now. */
    private void displace(double x0, double x1, double y0, double y1, double z0, double z1) {
        var steps = 2;
        var sum = 0.0;
        for (var i = 0; i < steps; i++) {
            for (var j = 0; j < steps; j++) {
                for (var k = 0; k < steps; k++) {
                    sum += load.densityAt(
                            x0 + (i + 0.5) * (x1 - x0) / steps,
                            y0 + (j + 0.5) * (y1 - y0) / steps,
                            z0 + (k + 0.5) * (z1 - z0) / steps);
                }
            }
        }
        var mean = sum / (steps * steps * steps);
        if (mean > 0.01) {
            displaced.block(materialOfLoad(), -mean, x0, x1, y0, y1, z0, z1);
        }
    }

    private Material materialOfLoad() {
        return load.solids().stream()
                .filter(solid -> solid.density() > 0 && solid.material() != Material.WOOD)
                .findFirst()
                .map(Solid::material)
                .orElse(Material.WOOD);
    }

    private void bagsAtDoors() {
        var space = box.inside();
        var inner = Math.max(space.x0() + 0.05, 0.15);
        var reach = chance.between(0.9, 2.2);
        var top = load.topBetween(inner, inner + reach, space.z0());
        var freeAbove = space.z1() + 0.05 - top;
        var gapAtDoors = load.doorSide(space.x1()) - inner;
        var onFloor = gapAtDoors > 0.5;
        var base = onFloor || freeAbove < 0.28 ? space.z0() : top;
        var until = onFloor ? Math.min(inner + reach, inner + gapAtDoors) : inner + reach;
        var bags = 0;
        while (!isEnough() && bags < 26) {
            var length = chance.between(0.5, 0.75);
            var thick = chance.between(0.26, 0.36);
            if (until - inner < length) {
                length = Math.max(0.3, until - inner - 0.02);
            }
            var x = chance.between(inner, Math.max(inner + 0.01, until - length));
            var row = bags / 4 % 4;
            var z = base + row * thick * 0.85;
            if (z + thick > box.height() - 0.1) {
                z = base;
            }
            var y = chance.between(space.y0() + 0.05, space.y1() - 0.45);
            bag(x, length, y, chance.between(0.28, 0.38), z, thick);
            bags++;
        }
    }

    /** A holdall: bricks in rough order, cloth, a few centimetres of air. */
    private void bag(double x, double length, double y, double wide, double z, double thick) {
        var before = contraband.count();
        contraband.lump(
                Material.COTTON,
                0.03,
                x + length / 2,
                y + wide / 2,
                z + thick / 2,
                length * 0.56,
                wide * 0.6,
                thick * 0.56);
        var layers = Math.max(2, (int) (thick * 0.85 / 0.05));
        for (var layer = 0; layer < layers; layer++) {
            var share = (layer + 0.5) / layers;
            var half = length / 2 * (0.78 + 0.2 * Math.sqrt(Math.max(0, 1 - Math.pow(2 * share - 1, 2))));
            var middle = x + length / 2 + chance.around(0, 0.02);
            contraband.block(
                    kind.material(),
                    density * chance.between(0.78, 0.95),
                    middle - half,
                    middle + half,
                    y,
                    y + wide,
                    z + layer * thick * 0.85 / layers + 0.01,
                    z + (layer + 0.94) * thick * 0.85 / layers + 0.01);
        }
        if (contraband.count() > before) {
            displace(x, x + length, y, y + wide, z, z + thick * 0.85);
        }
    }

    private void stackInLoad(double long0, double high) {
        var space = box.inside();
        var from = load.doorSide(space.x1());
        if (space.x1() - from < 0.5) {
            return;
        }
        for (var attempt = 0; attempt < 12 && !isEnough(); attempt++) {
            var length = Math.max(BRICK_WIDTH, long0);
            var x = chance.between(from, space.x1() - length);
            var top = load.topBetween(x, x + length, space.z0());
            var free = Math.max(space.z0() + 0.05, top - high);
            var z = chance.between(space.z0(), free);
            var until = Math.min(z + high, Math.max(z + 0.15, top));
            var deep = chance.between(0.3, Math.min(2.0, space.width()));
            var y = chance.between(space.y0(), space.y1() - deep);
            place(x, x + length, y, y + deep, z, until);
        }
    }

    private void place(double x0, double x1, double y0, double y1, double z0, double z1) {
        var before = contraband.count();
        bricks(x0, x1, y0, y1, z0, z1);
        var added = contraband.solids().subList(before, contraband.count());
        if (added.isEmpty()) {
            return;
        }
        var right = added.stream().mapToDouble(Solid::x1).max().orElse(x1);
        var upper = added.stream().mapToDouble(Solid::z1).max().orElse(z1);
        displace(x0, right, y0, y1, z0, upper);
        if (chance.in(SHARE_IN_METAL)) {
            contraband.shell(Material.LEAD, 11.3, 0.0006, x0, right, y0, y1, z0, upper);
        }
    }

    private void packagesInLoad(double length, double wide, double high) {
        var space = box.inside();
        var from = load.doorSide(space.x1());
        if (space.x1() - from < length) {
            return;
        }
        // In the goods of one corner, or anywhere.
        var clustered = chance.in(0.6);
        var centre = chance.between(from, space.x1() - length);
        for (var attempt = 0; attempt < 90 && !isEnough(); attempt++) {
            var x = clustered
                    ? Math.max(from, Math.min(space.x1() - length, chance.around(centre, 0.6)))
                    : chance.between(from, space.x1() - length);
            var top = load.topBetween(x, x + length, space.z0());
            if (top - space.z0() < high + 0.05) {
                continue;
            }
            var z = chance.between(space.z0() + 0.02, top - high);
            var y = chance.between(space.y0(), space.y1() - wide);
            if (!isAllGoods(x, x + length, y + wide / 2, z + high / 2)) {
                continue;
            }
            place(x, x + length, y, y + wide, z, z + high);
        }
    }

    /** Goods stand at both ends and in the middle: not the gap between two pallets. */
    private boolean isAllGoods(double x0, double x1, double y, double z) {
        var inset = (x1 - x0) * 0.1;
        return load.densityAt((x0 + x1) / 2, y, z) > 0.05
                && load.densityAt(x0 + inset, y, z) > 0.05
                && load.densityAt(x1 - inset, y, z) > 0.05;
    }

    private void machinery() {
        var back = box.length() - 0.4;
        for (var attempt = 0; attempt < 8 && !isEnough(); attempt++) {
            var y = chance.between(0.15, 1.6);
            var z = chance.oneOf(List.of(0.22, 0.28, 0.7, 1.45, 1.5));
            var wide = chance.between(0.2, 0.65);
            bricks(back + 0.03, back + chance.between(0.2, 0.38), y, y + wide, z, z + chance.between(0.08, 0.5));
        }
    }

    private void evaporator() {
        var back = box.length() - 0.42;
        for (var attempt = 0; attempt < 6 && !isEnough(); attempt++) {
            var y = chance.between(0.15, 1.5);
            var z = chance.in(0.5) ? box.height() - chance.between(0.5, 0.6) : chance.between(0.3, 1.4);
            bricks(back - 0.19, back - 0.05, y, y + chance.between(0.3, 0.8), z, z + chance.between(0.1, 0.35));
        }
    }

    private void floor() {
        if (box.build() == Build.FLAT_RACK) {
            layer(0.5, 0.05);
            return;
        }
        var bottom = isReefer() ? 0.105 : 0.045;
        var top = isReefer() ? 0.18 : 0.145;
        var x = chance.between(0.3, box.length() / 2);
        while (x < box.length() - 0.6 && !isEnough()) {
            var y = chance.between(0.1, 0.8);
            bricks(x, x + 0.2, y, y + chance.between(0.6, 1.4), bottom, top);
            x += 0.29;
        }
    }

    private void layer(double z, double thick) {
        var x = chance.between(0.3, box.length() / 2);
        while (x < box.length() - 1 && !isEnough()) {
            var deep = chance.between(0.8, 2.0);
            var y = chance.between(0.1, 2.3 - deep);
            bricks(x, x + 0.4, y, y + deep, z, z + thick);
            x += 0.41;
        }
    }

    private void wall() {
        var thick = isReefer() ? 0.055 : 0.05;
        var y = chance.in(0.5) ? 0.05 : BoxType.WIDTH - 0.05 - thick;
        var x = chance.between(0.3, Math.max(0.4, box.length() - 3));
        var bottom = chance.between(0.25, 1.0);
        var top = Math.min(box.height() - 0.2, bottom + chance.between(0.4, 1.4));
        while (x < box.length() - 0.8 && !isEnough()) {
            bricks(x, x + 0.4, y, y + thick, bottom, top);
            x += 0.41;
        }
    }

    private void beams() {
        var high = chance.in(0.4);
        var y = chance.in(0.5) ? 0.006 : BoxType.WIDTH - 0.055;
        var x = chance.between(0.4, box.length() - 2.5);
        if (!high && !box.isTwentyFoot() && chance.in(0.5)) {
            bricks(box.length() - 3.2, box.length() - 0.4, 0.8, 1.6, 0.02, 0.11);
            return;
        }
        while (x < box.length() - 0.5 && !isEnough()) {
            if (high) {
                bricks(x, x + 0.2, y, y + 0.048, box.height() - 0.076, box.height() - 0.026);
            } else {
                bricks(x, x + 0.2, y, y + 0.045, 0.03, 0.16);
            }
            x += 0.21;
        }
    }

    private void inMetal() {
        var space = box.inside();
        var from = load.doorSide(space.x1());
        var length = chance.between(0.3, 1.0);
        if (space.x1() - from < length + 0.2) {
            return;
        }
        for (var attempt = 0; attempt < 3 && !isEnough(); attempt++) {
            var x = chance.between(from, space.x1() - length);
            var z = chance.between(space.z0() + 0.15, space.z0() + 0.9);
            var y = chance.between(space.y0() + 0.2, space.middle());
            var high = chance.between(0.2, 0.6);
            var deep = chance.between(0.3, 0.9);
            bricks(x, x + length, y, y + deep, z, z + high);
            contraband.shell(
                    Material.STEEL,
                    7.85,
                    chance.between(0.004, 0.014),
                    x - 0.02,
                    x + length + 0.02,
                    y,
                    y + deep,
                    z - 0.02,
                    z + high + 0.02);
        }
    }

    private void inDrums() {
        var liquids = load.solids().stream()
                .filter(solid -> solid.material() == Material.WATER)
                .map(Solid.Cylinder.class::cast)
                .toList();
        for (var attempt = 0; attempt < 40 && !isEnough() && !liquids.isEmpty(); attempt++) {
            var drum = chance.oneOf(liquids);
            var from = drum.from() + chance.between(0.05, 0.25);
            var until = Math.min(drum.until() - 0.05, from + chance.between(0.2, 0.55));
            var radius = drum.radius() * chance.between(0.6, 0.9);
            contraband.drum(kind.material(), density, drum.first(), drum.second(), radius, from, until);
            displaced.drum(drum.material(), -drum.density(), drum.first(), drum.second(), radius, from, until);
        }
    }

    private void falseWall() {
        var thick = chance.between(0.14, 0.4);
        var x1 = box.length() - 0.08;
        var x0 = x1 - thick;
        bricks(x0, x1, 0.1, 2.33, 0.2, box.height() - 0.15);
        contraband.block(Material.STEEL, 7.85, x0 - 0.003, x0, 0.08, 2.36, 0.18, box.height() - 0.12);
        displace(x0, x1, 0.1, 2.33, 0.2, box.height() - 0.15);
    }

    private void car() {
        var space = box.inside();
        var parts = new Parts(Layer.CONTRABAND);
        MachineStowage.car(parts, space.x1() - 4.7, 4.4, space, chance, true);
        contraband.addAll(parts.solids());
        displace(space.x1() - 4.8, space.x1(), space.y0(), space.y1(), space.z0(), space.z1());
    }
}
