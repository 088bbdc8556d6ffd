package nl.bovenstrooms.simulator.scene;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.contracts.goods.HsCode;

/** Goods that really travel. Codes of the Harmonized System 2022, packages of UN/CEFACT Recommendation 21. */
public enum LoadKind {
    EMPTY("000000", "Empty container", "", Where.ANYWHERE, 0, 0, 0, 0),
    BANANAS("080390", "Fresh bananas in cartons", "CT", Where.REEFER, 19_000, 21_500, 0.05, 0.16),
    MANGOES("080450", "Fresh mangoes in cartons", "CT", Where.REEFER, 19_500, 23_000, 0.09, 0.14),
    CITRUS("080510", "Fresh oranges in cartons", "CT", Where.REEFER, 21_000, 24_500, 0.08, 0.12),
    FROZEN_FISH("030389", "Frozen fish in cartons", "CT", Where.REEFER, 22_000, 26_500, 0.06, 0.08),
    FROZEN_MEAT("020714", "Frozen chicken cuts in cartons", "CT", Where.REEFER, 23_000, 27_000, 0.06, 0.07),
    COFFEE_BAGS("090111", "Green coffee beans in bags of 60 kg", "BG", Where.DRY, 17_500, 21_600, 0.02, 0.03),
    COCOA_BAGS("180100", "Cocoa beans in bags", "BG", Where.DRY, 16_000, 25_000, 0.03, 0.04),
    COFFEE_BULK("090111", "Green coffee beans in bulk liner", "VR", Where.DRY, 19_000, 21_500, 0.02, 0.02),
    SUGAR_BAGS("170199", "Cane sugar in bags of 50 kg", "BG", Where.DRY, 24_000, 27_500, 0.02, 0.02),
    SOYA_BULK("120190", "Soya beans in bulk liner", "VR", Where.DRY, 21_000, 26_500, 0.02, 0.02),
    JUICE_DRUMS("200911", "Frozen orange juice concentrate in drums", "DR", Where.REEFER, 19_500, 25_500, 0.3, 0.02),
    WINE("220421", "Wine in bottles, in cartons", "CT", Where.DRY, 13_000, 22_000, 0.07, 0.16),
    PAPER_REELS("480100", "Newsprint in reels", "RL", Where.DRY, 20_000, 26_500, 0.3, 0.02),
    PULP_BALES("470329", "Wood pulp in bales", "BL", Where.DRY, 22_000, 26_500, 0.2, 0.03),
    SAWN_TIMBER("440711", "Sawn pine, kiln dried", "PK", Where.DRY, 16_000, 24_000, 0.1, 0.04),
    LOGS("440349", "Tropical logs", "NE", Where.DRY, 15_000, 25_500, 0.1, 0.07),
    PLYWOOD("441239", "Plywood sheets in bundles", "PK", Where.DRY, 18_000, 26_000, 0.2, 0.02),
    SCRAP("740400", "Copper and brass scrap", "NE", Where.DRY, 15_000, 25_500, 0.07, 0.45),
    STEEL_COILS("720851", "Hot rolled steel in coils", "CL", Where.DRY, 18_000, 26_500, 0.3, 0.01),
    ALUMINIUM_INGOTS("760120", "Aluminium alloy ingots in bundles", "PK", Where.DRY, 20_000, 26_000, 0.12, 0.06),
    GRANITE_BLOCKS("251612", "Granite blocks", "NE", Where.DRY, 18_000, 27_000, 0.3, 0.01),
    GRANITE_SLABS("680223", "Polished granite slabs on A-frames", "CS", Where.OPEN, 16_000, 26_500, 0.3, 0.01),
    CERAMIC_TILES("690721", "Ceramic tiles on pallets", "PX", Where.DRY, 21_000, 27_000, 0.1, 0.03),
    TYRES("401110", "New pneumatic tyres", "NE", Where.DRY, 7_500, 12_500, 0.1, 0.08),
    MACHINERY("847989", "Machinery and parts in crates", "CS", Where.OPEN, 5_000, 19_000, 0.15, 0.12),
    VEHICLES("870323", "Passenger cars", "NE", Where.DRY, 2_500, 6_500, 0.2, 0.1),
    MINERAL_BIG_BAGS("281820", "Alumina in big bags", "BG", Where.DRY, 18_000, 26_000, 0.15, 0.03),
    COTTON_BALES("520100", "Raw cotton in pressed bales", "BL", Where.DRY, 17_500, 22_500, 0.15, 0.05),
    HIDES("410411", "Wet blue bovine hides on pallets", "PX", Where.DRY, 17_000, 25_000, 0.1, 0.08),
    FURNITURE("940360", "Wooden furniture, knocked down", "CT", Where.DRY, 4_500, 11_000, 0.12, 0.3),
    TEXTILES("610910", "Cotton garments in cartons", "CT", Where.DRY, 5_500, 13_000, 0.12, 0.1),
    HOUSEHOLD_GOODS("980100", "Used household goods and removal effects", "PK", Where.DRY, 2_500, 7_500, 0.15, 0.45),
    GROUPAGE("392690", "Plastic articles and hardware, mixed consignments", "PK", Where.DRY, 6_000, 17_000, 0.15, 0.3),
    CHEMICAL_LIQUID("290511", "Methanol in tank container", "TK", Where.TANK, 15_000, 22_000, 0, 0);

    /** Boxes that carry it. */
    private enum Where {
        ANYWHERE,
        DRY,
        REEFER,
        OPEN,
        TANK
    }

    private final String hs;
    private final String description;
    private final String packaging;
    private final Where where;
    private final int leastKg;
    private final int mostKg;
    private final double grain;
    private final double grainContrast;

    LoadKind(
            String hs,
            String description,
            String packaging,
            Where where,
            int leastKg,
            int mostKg,
            double grain,
            double grainContrast) {
        this.hs = hs;
        this.description = description;
        this.packaging = packaging;
        this.where = where;
        this.leastKg = leastKg;
        this.mostKg = mostKg;
        this.grain = grain;
        this.grainContrast = grainContrast;
    }

    /** Of what is declared truly; 000000 for an empty container, which has no goods to declare. */
    public HsCode hs() {
        return new HsCode(hs);
    }

    public String description() {
        return description;
    }

    /** Code of UN/CEFACT Recommendation 21; empty for an empty container. */
    public String packaging() {
        return packaging;
    }

    /** Usual net mass of a full container of 40 feet, the least of it. */
    int leastKg() {
        return leastKg;
    }

    /** Usual net mass of a full container of 40 feet, the most of it. */
    int mostKg() {
        return mostKg;
    }

    /** Size of what the goods consist of, in m; 0 for smooth ones. */
    public double grain() {
        return grain;
    }

    /** How much the mass in the way of a ray varies from one grain to the next, as a share. */
    public double grainContrast() {
        return grainContrast;
    }

    /** Containers in which these goods travel. */
    public Set<BoxType> boxes() {
        return switch (where) {
            case ANYWHERE -> Set.of(BoxType.values());
            case DRY -> Set.of(BoxType.DRY_20, BoxType.DRY_40, BoxType.HIGH_CUBE_40);
            case REEFER -> Set.of(BoxType.REEFER_20, BoxType.REEFER_40);
            case OPEN ->
                Set.of(
                        BoxType.DRY_20,
                        BoxType.DRY_40,
                        BoxType.HIGH_CUBE_40,
                        BoxType.OPEN_TOP_20,
                        BoxType.OPEN_TOP_40,
                        BoxType.FLAT_RACK_40);
            case TANK -> Set.of(BoxType.TANK_20);
        };
    }

    /** Containers in which these goods never travel, but could stand; those in which they do travel where there are no others. */
    public Set<BoxType> strangeBoxes() {
        if (where == Where.ANYWHERE || where == Where.TANK) {
            return boxes();
        }
        var strange = EnumSet.complementOf(EnumSet.copyOf(boxes()));
        strange.remove(BoxType.TANK_20);
        return strange;
    }

    /** Kinds that travel in a box, in the order of this list. */
    public static List<LoadKind> in(BoxType box) {
        return List.of(values()).stream()
                .filter(kind -> kind.boxes().contains(box))
                .toList();
    }
}
