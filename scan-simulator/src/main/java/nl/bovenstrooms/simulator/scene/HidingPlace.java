package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.scene.BoxType.Build;

/** Where contraband is put. */
public enum HidingPlace {
    /** Sports bags just inside the doors, thrown in after loading and taken out before delivery. */
    BAGS_AT_DOORS(20, 600),
    /** Bricks between pallets, bags or crates. */
    BETWEEN_CARGO(10, 800),
    /** Bricks in the cartons, bags or bales themselves. */
    INSIDE_CARGO(20, 2000),
    /** The compartment with compressor and condenser, reached from outside. */
    REEFER_MACHINERY(5, 120),
    /** Behind the bulkhead, with the evaporator. */
    REEFER_EVAPORATOR(5, 90),
    FLOOR(10, 350),
    ROOF(10, 300),
    WALL(10, 350),
    /** Rails, posts and the tunnel for the gooseneck. */
    BEAMS(5, 80),
    INSIDE_MACHINERY(10, 600),
    IN_DRUMS(20, 1500),
    /** Hollow logs, planks, blocks and reels. */
    HOLLOWED_GOODS(10, 900),
    /** A second front wall. */
    FALSE_WALL(100, 2000);

    private final int leastKg;
    private final int mostKg;

    HidingPlace(int leastKg, int mostKg) {
        this.leastKg = leastKg;
        this.mostKg = mostKg;
    }

    int leastKg() {
        return leastKg;
    }

    int mostKg() {
        return mostKg;
    }

    /** Whether a box with these goods has such a place. */
    boolean existsIn(BoxType box, LoadKind kind) {
        return switch (this) {
            case BAGS_AT_DOORS -> box.build() != Build.TANK && box.build() != Build.FLAT_RACK;
            case FALSE_WALL -> box.build() == Build.DRY || box.build() == Build.OPEN_TOP;
            case BETWEEN_CARGO -> kind != LoadKind.EMPTY && kind != LoadKind.CHEMICAL_LIQUID;
            case INSIDE_CARGO ->
                switch (kind) {
                    case EMPTY,
                            CHEMICAL_LIQUID,
                            STEEL_COILS,
                            GRANITE_BLOCKS,
                            GRANITE_SLABS,
                            LOGS,
                            MACHINERY,
                            VEHICLES -> false;
                    default -> true;
                };
            case REEFER_MACHINERY, REEFER_EVAPORATOR -> box.build() == Build.REEFER;
            case FLOOR, BEAMS -> box.build() != Build.TANK;
            case ROOF, WALL -> box.build() == Build.DRY || box.build() == Build.REEFER;
            case INSIDE_MACHINERY -> kind == LoadKind.MACHINERY || kind == LoadKind.VEHICLES || kind == LoadKind.SCRAP;
            case IN_DRUMS -> kind == LoadKind.JUICE_DRUMS;
            case HOLLOWED_GOODS ->
                switch (kind) {
                    case LOGS,
                            SAWN_TIMBER,
                            PLYWOOD,
                            PAPER_REELS,
                            PULP_BALES,
                            ALUMINIUM_INGOTS,
                            CERAMIC_TILES,
                            TYRES,
                            FURNITURE -> true;
                    default -> false;
                };
        };
    }
}
