package nl.bovenstrooms.simulator.scene;

import java.util.Arrays;
import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.CartonStowage.Carton;

/**
 * Goods in one container.
 *
 * @param kind what they are
 * @param solids in the container's axes
 * @param kilograms with packaging, pallets and dunnage
 * @param fill share of the room, seen from the side, that the goods take up, 0 to 1
 * @param grainSeed the pattern of the goods' grains
 */
public record Load(LoadKind kind, List<Solid> solids, double kilograms, double fill, long grainSeed) {

    private static final double PART_LOADS = 0.12;
    private static final int COLUMNS = 120;
    private static final int ROWS = 40;

    public Load {
        solids = List.copyOf(solids);
    }

    /**
     * @param lot what all containers of one bill of lading have in common
     * @param own this container's
     */
    public static Load of(LoadKind kind, BoxType box, Chance lot, Chance own) {
        var parts = new Parts(Layer.LOAD);
        if (kind != LoadKind.EMPTY) {
            fill(new Stow(room(box, lot), target(kind, box, lot, own), lot, own, parts), kind);
        }
        if (kind == LoadKind.EMPTY && own.in(0.3)) {
            leftovers(parts, box.inside(), own);
        }
        return new Load(kind, parts.solids(), Math.max(0, parts.mass()), share(parts, box), own.seedOf("grain"));
    }

    /** Mean density of the goods at a point, in g/cm3; 0 where there are none. */
    double densityAt(double x, double y, double z) {
        var density = 0.0;
        for (var solid : solids) {
            if (x >= solid.x0() && x < solid.x1() && solid.contains(x, y, z)) {
                density += solid.density();
            }
        }
        return Math.max(0, density);
    }

    /** The top of what stands between two places along the container; the floor where nothing does. */
    double topBetween(double x0, double x1, double floor) {
        var top = floor;
        for (var solid : solids) {
            if (solid.density() > 0 && solid.x1() > x0 && solid.x0() < x1) {
                top = Math.max(top, solid.z1());
            }
        }
        return top;
    }

    /** Where the goods end towards the doors. */
    double doorSide(double front) {
        return solids.stream().mapToDouble(Solid::x0).min().orElse(front);
    }

    private static Space room(BoxType box, Chance lot) {
        return box.inside().lowered(lot.between(0.0, 0.25));
    }

    private static double target(LoadKind kind, BoxType box, Chance lot, Chance own) {
        var full = lot.between((double) kind.leastKg(), kind.mostKg()) * own.around(1, 0.008);
        // Heavy goods fill the weight of a 20-foot box, light ones only its room.
        var ofBox = box.isTwentyFoot() ? Math.min(full, box.payloadKg() * lot.between(0.75, 0.96)) : full;
        var limited = Math.min(ofBox, box.payloadKg() * 0.98);
        return own.in(PART_LOADS) ? limited * own.between(0.15, 0.8) : limited;
    }

    private static void fill(Stow stow, LoadKind kind) {
        switch (kind) {
            case EMPTY -> {}
            case BANANAS ->
                CartonStowage.onPallets(stow, new Carton(Material.FRUIT, 0.36, 0.5, 0.4, 0.245, 0.025, 0.5));
            case MANGOES -> CartonStowage.onPallets(stow, new Carton(Material.FRUIT, 0.42, 0.4, 0.3, 0.115, 0.012, 0));
            case CITRUS -> CartonStowage.onPallets(stow, new Carton(Material.FRUIT, 0.46, 0.4, 0.3, 0.27, 0.01, 0));
            case FROZEN_FISH -> CartonStowage.byHand(stow, new Carton(Material.MEAT, 0.62, 0.6, 0.38, 0.13, 0.006, 0));
            case FROZEN_MEAT -> CartonStowage.byHand(stow, new Carton(Material.MEAT, 0.68, 0.58, 0.38, 0.16, 0.006, 0));
            case COFFEE_BAGS -> BagStowage.bags(stow, Material.STARCH, 0.62);
            case COCOA_BAGS -> BagStowage.bags(stow, Material.STARCH, 0.58);
            case SUGAR_BAGS -> BagStowage.bags(stow, Material.SUGAR, 0.85);
            case COFFEE_BULK -> BagStowage.bulk(stow, Material.STARCH, 0.64);
            case SOYA_BULK -> BagStowage.bulk(stow, Material.STARCH, 0.73);
            case JUICE_DRUMS -> RoundStowage.drums(stow, Material.WATER, 1.25);
            case WINE -> CartonStowage.onPallets(stow, new Carton(Material.WATER, 0.72, 0.33, 0.25, 0.31, 0.008, 0.35));
            case PAPER_REELS -> RoundStowage.reels(stow);
            case PULP_BALES -> BagStowage.bales(stow, Material.PAPER, 0.82, 0.85, 0.72, 0.5);
            case SAWN_TIMBER -> BlockStowage.timber(stow);
            case LOGS -> RoundStowage.logs(stow);
            case PLYWOOD -> BlockStowage.plywood(stow);
            case SCRAP -> MixedStowage.scrap(stow);
            case STEEL_COILS -> RoundStowage.coils(stow);
            case ALUMINIUM_INGOTS -> BlockStowage.ingots(stow, Material.ALUMINIUM, 2.7);
            case GRANITE_BLOCKS -> BlockStowage.stoneBlocks(stow);
            case GRANITE_SLABS -> BlockStowage.stoneSlabs(stow);
            case CERAMIC_TILES -> BlockStowage.tiles(stow);
            case TYRES -> RoundStowage.tyres(stow);
            case MACHINERY -> MachineStowage.machinery(stow);
            case VEHICLES -> MachineStowage.cars(stow);
            case MINERAL_BIG_BAGS -> BagStowage.bigBags(stow, Material.ALUMINA, 1.0);
            case COTTON_BALES -> BagStowage.bales(stow, Material.COTTON, 0.5, 1.05, 0.53, 0.72);
            case HIDES -> BagStowage.bales(stow, Material.LEATHER, 0.85, 1.15, 1.1, 0.95);
            case FURNITURE -> MixedStowage.flatPacks(stow);
            case TEXTILES -> CartonStowage.byHand(stow, new Carton(Material.COTTON, 0.19, 0.6, 0.4, 0.4, 0.012, 0));
            case HOUSEHOLD_GOODS -> MixedStowage.mixed(stow, stow.own(), 0.55);
            case GROUPAGE -> MixedStowage.mixed(stow, stow.own(), 0.15);
            case CHEMICAL_LIQUID -> liquid(stow);
        }
    }

    /** A tank is filled to 80 to 95 %, lying. */
    private static void liquid(Stow stow) {
        var space = stow.space();
        var centre = 0.22 + 1.15;
        var radius = 1.01;
        var level = stow.lot().between(0.8, 0.95);
        stow.parts().log(Material.WATER, 0.79, space.middle(), centre, radius, 0.4, space.x1() - 0.15);
        var top = centre + radius;
        var surface = centre - radius + 2 * radius * level;
        stow.parts()
                .block(
                        Material.WATER,
                        -0.79,
                        0.4,
                        space.x1() - 0.15,
                        space.middle() - 0.45,
                        space.middle() + 0.45,
                        surface,
                        top - 0.02);
    }

    private static void leftovers(Parts parts, Space space, Chance own) {
        for (var index = own.between(1, 4); index > 0; index--) {
            var x = own.between(space.x0(), space.x1() - 1.3);
            parts.block(
                    Material.WOOD, 0.25, x, x + 1.2, space.y0() + 0.2, space.y0() + 1.2, space.z0(), space.z0() + 0.14);
        }
    }

    /** Of the room as it is seen from the side: cells in which something stands. */
    private static double share(Parts parts, BoxType box) {
        var space = box.inside();
        var taken = new boolean[COLUMNS * ROWS];
        for (var solid : parts.solids()) {
            if (solid.density() <= 0) {
                continue;
            }
            var left = cell(solid.x0(), space.x0(), space.length(), COLUMNS);
            var right = cell(solid.x1(), space.x0(), space.length(), COLUMNS);
            var bottom = cell(solid.z0(), space.z0(), space.height(), ROWS);
            var top = cell(solid.z1(), space.z0(), space.height(), ROWS);
            for (var column = left; column < right; column++) {
                Arrays.fill(taken, column * ROWS + bottom, column * ROWS + Math.max(bottom, top), true);
            }
        }
        var count = 0;
        for (var cell : taken) {
            count += cell ? 1 : 0;
        }
        return count / (double) taken.length;
    }

    private static int cell(double place, double start, double length, int cells) {
        return Math.max(0, Math.min(cells, (int) Math.round((place - start) / length * cells)));
    }
}
