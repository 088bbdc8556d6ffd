package nl.bovenstrooms.simulator.scanner;

import nl.bovenstrooms.simulator.scene.Scene;

/** The goods' own texture: fruit, lumps, bottles. Belongs to the goods, so another scanner sees the same pattern. */
final class Grain {

    private Grain() {}

    /** Multiplies what is in a container by 1 plus a noise of the size and contrast of its goods. */
    static void apply(MassMap load, View view, Scene.Placed placed) {
        var kind = placed.container().load().kind();
        var grain = kind.grain();
        if (grain <= 0) {
            return;
        }
        var length = placed.container().box().length();
        var first = (int) Math.max(0, view.columnOf(placed.left()));
        var end = (int) Math.min(view.width(), view.columnOf(placed.right()) + 1);
        var seed = placed.container().load().grainSeed();
        var heights = heights(view);
        var cells = new int[heights.length];
        var shares = new float[heights.length];
        var cellCount = (int) (4.5 / grain) + 4;
        var coarse = new float[cellCount];
        for (var row = 0; row < heights.length; row++) {
            var place = Math.max(0, Math.min(cellCount - 2.001, (heights[row] + 0.5) / grain));
            cells[row] = (int) place;
            shares[row] = smooth((float) (place - cells[row]));
        }
        var contrast = (float) (kind.grainContrast() * 1.7);
        for (var column = first; column < end; column++) {
            var x = view.xOf(column + 0.5) - placed.left();
            var along = (placed.doorsRight() ? length - x : x) / grain;
            var cell = (long) Math.floor(along);
            var share = smooth((float) (along - cell));
            for (var index = 0; index < cellCount; index++) {
                var left = value(seed, cell, index);
                coarse[index] = left + share * (value(seed, cell + 1, index) - left);
            }
            var start = column * view.height();
            for (var row = 0; row < heights.length; row++) {
                var lower = coarse[cells[row]];
                var factor = 1 + contrast * (lower + shares[row] * (coarse[cells[row] + 1] - lower));
                var positive = Math.max(0.05f, factor);
                load.water[start + row] *= positive;
                load.iron[start + row] *= positive;
            }
        }
    }

    /** Height in the middle of the container that each row looks at. */
    private static double[] heights(View view) {
        var heights = new double[view.height()];
        for (var row = 0; row < heights.length; row++) {
            heights[row] = view.stand().height()
                    + view.tangent(row * View.RAYS) * (view.stand().distance() + 1.2);
        }
        return heights;
    }

    private static float smooth(float share) {
        return share * share * (3 - 2 * share);
    }

    /** -1 to 1. */
    private static float value(long seed, long x, long z) {
        var mixed = seed ^ (x * 0x9E3779B97F4A7C15L) ^ (z * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (mixed >> 40) / (float) (1 << 23);
    }
}
