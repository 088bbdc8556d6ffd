package nl.bovenstrooms.simulator.scene;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;

/** Contraband by itself, to be put into a picture. */
public enum Bundle {
    /** Holdalls, side by side and on top of each other. */
    SPORTS_BAGS,
    /** One stack of bricks. */
    BRICKS;

    private static final double BAG_KG = 30;
    private static final double BAG_LENGTH = 0.62;
    private static final double BAG_HEIGHT = 0.3;

    /**
     * @param kilograms of cocaine hydrochloride, 1 to 2000
     * @param x of its middle, in m
     * @param y of its middle
     * @param z of its bottom
     */
    public List<Solid> solids(double kilograms, double x, double y, double z, Chance chance) {
        var parts = new Parts(Layer.CONTRABAND);
        switch (this) {
            case SPORTS_BAGS -> bags(parts, kilograms, x, y, z, chance);
            case BRICKS -> bricks(parts, kilograms, x, y, z, chance);
        }
        return parts.solids();
    }

    private static void bags(Parts parts, double kilograms, double x, double y, double z, Chance chance) {
        var count = Math.max(1, (int) Math.round(kilograms / BAG_KG));
        var each = kilograms / count;
        var perRow = Math.max(1, (int) Math.ceil(Math.sqrt(count / 2.0)));
        for (var bag = 0; bag < count; bag++) {
            var row = bag / perRow;
            var left = x + (bag % perRow - perRow / 2.0) * BAG_LENGTH + chance.around(0, 0.04);
            var bottom = z + row % 4 * BAG_HEIGHT * 0.85;
            var deep = Math.min(1.6, y + Math.floorDiv(row, 4) * 0.4);
            bag(parts, each, left, deep, bottom, chance);
        }
    }

    private static void bag(Parts parts, double kilograms, double x, double y, double z, Chance chance) {
        var layers = 6;
        var wide = 0.34;
        var thick = BAG_HEIGHT * 0.85 / layers;
        var density = kilograms / (BAG_LENGTH * 0.9 * wide * BAG_HEIGHT * 0.85 * 1000);
        for (var layer = 0; layer < layers; layer++) {
            var share = (layer + 0.5) / layers;
            var half = BAG_LENGTH / 2 * (0.76 + 0.22 * Math.sqrt(Math.max(0, 1 - Math.pow(2 * share - 1, 2))));
            var middle = x + BAG_LENGTH / 2 + chance.around(0, 0.015);
            parts.block(
                    Material.COCAINE_HYDROCHLORIDE,
                    density * chance.around(1.04, 0.04),
                    middle - half,
                    middle + half,
                    y,
                    y + wide,
                    z + layer * thick,
                    z + (layer + 0.95) * thick);
        }
    }

    private static void bricks(Parts parts, double kilograms, double x, double y, double z, Chance chance) {
        var count = Math.max(1, (int) Math.round(kilograms / 1.05));
        var deep = Math.max(1, Math.min(8, (int) Math.round(Math.cbrt(count) * 0.8)));
        var along = Math.max(1, (int) Math.round(Math.sqrt(count / (double) deep / 2)));
        for (var brick = 0; brick < count; brick++) {
            var column = brick % along;
            var row = brick / along % deep;
            var layer = brick / along / deep;
            var left = x + (column - along / 2.0) * 0.205 + chance.between(0.0, 0.006);
            var near = y + (row - deep / 2.0) * 0.135;
            var bottom = z + layer * 0.041;
            parts.block(
                    Material.COCAINE_HYDROCHLORIDE,
                    chance.around(1.0, 0.02),
                    left,
                    left + 0.197,
                    near,
                    near + 0.13,
                    bottom,
                    bottom + 0.04);
        }
    }
}
