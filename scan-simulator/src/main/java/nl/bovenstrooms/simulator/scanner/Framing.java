package nl.bovenstrooms.simulator.scanner;

import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Scene;

/** How much of the passage is in the picture, and how far it is stretched: pixels of real scanners are not square. */
public final class Framing {

    private Framing() {}

    /**
     * @param rows of the picture
     * @param cropped the source cuts the container out
     */
    public static View frame(Scene scene, ScannerModel scanner, int rows, boolean cropped, Chance chance) {
        var height = scene.containers().stream()
                .mapToDouble(placed -> placed.container().box().height())
                .max()
                .orElse(2.6);
        var stand =
                new View.Stand(scanner.sourceDistance(), scanner.sourceHeight() - scene.deck(), scanner.curvature());
        var top = height * (1 + (cropped ? chance.between(0.005, 0.03) : chance.between(0.05, 0.22)));
        var bottom = cropped ? -chance.between(0.02, 0.12) : -chance.between(0.45, Math.max(0.5, scene.deck() * 0.85));
        var left = -(cropped ? chance.between(0.02, 0.15) : margin(scene, chance));
        var right = scene.length() + (cropped ? chance.between(0.02, 0.15) : margin(scene, chance));
        var boxShare =
                (stand.unitOf(height, 0) - stand.unitOf(0, 0)) / (stand.unitOf(top, 0) - stand.unitOf(bottom, 0));
        var ratio = ratio(scene, chance);
        var columns = (int) Math.round(ratio * rows * boxShare * (right - left) / scene.length());
        var motion = new View.Motion(
                Math.tan(Math.toRadians(chance.around(0, 1.0))),
                chance.in(0.3) ? chance.between(0.5, 3.0) * rows / 800 : 0,
                chance.in(0.5) ? chance.between(0.0, 0.05) : 0,
                chance.between(0, 6.28));
        return new View(columns, rows, stand, new View.Window(left, right, top, bottom), motion);
    }

    /** The same passage from above: as many columns, and rows enough for the width of the vehicle. */
    public static View fromAbove(View side, Chance chance) {
        var stand = new View.Stand(chance.between(1.6, 2.6), BoxType.WIDTH / 2 + chance.around(0, 0.1), 0.3);
        var window = new View.Window(side.xOf(0), side.xOf(side.width()), BoxType.WIDTH + 0.35, -0.35);
        return new View(side.width(), side.height(), stand, window, View.Motion.EVEN);
    }

    private static double margin(Scene scene, Chance chance) {
        return scene.length() < 7 && chance.in(0.4) ? chance.between(1.0, 4.5) : chance.between(0.15, 1.4);
    }

    /** How many times as wide as high the container is drawn. Measured in port series: 1.9 to 3.5 and 1.4 to 2.1. */
    private static double ratio(Scene scene, Chance chance) {
        return scene.length() > BoxType.DRY_20.length() + 1 ? chance.between(1.9, 3.5) : chance.between(1.4, 2.1);
    }
}
