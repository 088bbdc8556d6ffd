package nl.bovenstrooms.simulator.story;

import java.util.List;
import nl.bovenstrooms.simulator.scene.LoadKind;

/** How goods are declared and packed. */
final class Goods {

    /** What is written where nobody cares to say more, or cares not to. */
    static final List<String> VAGUE = List.of(
            "GENERAL CARGO",
            "FREIGHT OF ALL KINDS",
            "CONSUMER PRODUCTS",
            "SPARE PARTS AS PER INVOICE",
            "MERCADORIAS DIVERSAS",
            "VARIOUS GOODS ON PALLETS");

    private Goods() {}

    /** National code of eight digits: Brazil's NCM or a like one. */
    static String nationalCode(LoadKind kind) {
        return switch (kind) {
            case COFFEE_BAGS, COFFEE_BULK -> "09011110";
            case SOYA_BULK -> "12019000";
            case PULP_BALES -> "47032900";
            case MANGOES -> "08045020";
            case FROZEN_MEAT -> "02071400";
            default -> kind.hs().value() + "00";
        };
    }

    /** Usual gross mass of one package, in kg; 0 where goods are not counted. */
    static double kilogramsPerPackage(LoadKind kind) {
        return switch (kind) {
            case EMPTY -> 0;
            case BANANAS -> 19.6;
            case MANGOES -> 5.1;
            case CITRUS -> 16.3;
            case FROZEN_FISH -> 21;
            case FROZEN_MEAT -> 25;
            case COFFEE_BAGS -> 60.5;
            case COCOA_BAGS -> 65;
            case SUGAR_BAGS -> 50.2;
            case COFFEE_BULK, SOYA_BULK -> 21_000;
            case JUICE_DRUMS -> 285;
            case WINE -> 8.6;
            case PAPER_REELS -> 850;
            case PULP_BALES -> 250;
            case SAWN_TIMBER -> 1150;
            case LOGS -> 640;
            case PLYWOOD -> 1200;
            case SCRAP -> 0;
            case STEEL_COILS -> 7800;
            case ALUMINIUM_INGOTS -> 1010;
            case GRANITE_BLOCKS -> 8200;
            case GRANITE_SLABS -> 5100;
            case CERAMIC_TILES -> 1180;
            case TYRES -> 11.5;
            case MACHINERY -> 2100;
            case VEHICLES -> 1350;
            case MINERAL_BIG_BAGS -> 1020;
            case COTTON_BALES -> 218;
            case HIDES -> 1080;
            case FURNITURE -> 34;
            case TEXTILES -> 15.4;
            case HOUSEHOLD_GOODS -> 24;
            case GROUPAGE -> 31;
            case CHEMICAL_LIQUID -> 0;
        };
    }

    static boolean isCooled(LoadKind kind) {
        return switch (kind) {
            case BANANAS, MANGOES, CITRUS, FROZEN_FISH, FROZEN_MEAT, JUICE_DRUMS -> true;
            default -> false;
        };
    }

    /** Degrees Celsius, for goods that are cooled. */
    static double setpoint(LoadKind kind) {
        return switch (kind) {
            case BANANAS -> 13.3;
            case MANGOES -> 10;
            case CITRUS -> 5;
            default -> -20;
        };
    }
}
