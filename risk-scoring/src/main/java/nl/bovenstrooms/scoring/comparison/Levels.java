package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/** How far a prediction is usually off, by how dark it is: dark pixels are noisier, and curves of viewers are steeper there. */
final class Levels {

    private static final int PER_UNIT = 4;
    private static final int COUNT = 28;
    private static final int FEWEST = 30;

    private final float[] usual;

    private Levels(float[] usual) {
        this.usual = usual;
    }

    /** Median of the sizes. */
    static double median(float[] values) {
        var sizes = new float[values.length];
        for (var index = 0; index < sizes.length; index++) {
            sizes[index] = Math.abs(values[index]);
        }
        Arrays.sort(sizes);
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** @param rest how much lighter than predicted each pixel is, 0 where it is darker: that does not count here */
    static Levels of(Plane predicted, Plane rest, int firstRow, int endRow) {
        var width = predicted.width();
        var usual = new float[COUNT];
        var known = -1;
        for (var level = 0; level < COUNT; level++) {
            var values = new float[(endRow - firstRow) * width];
            var count = 0;
            for (var index = firstRow * width; index < endRow * width; index++) {
                if (rest.values()[index] > 0 && level(predicted.values()[index]) == level) {
                    values[count++] = rest.values()[index];
                }
            }
            if (count <= FEWEST) {
                continue;
            }
            usual[level] = (float) (1.48 * median(Arrays.copyOf(values, count)));
            for (var between = known + 1; between < level; between++) {
                usual[between] = known < 0
                        ? usual[level]
                        : usual[known] + (usual[level] - usual[known]) * (between - known) / (level - known);
            }
            known = level;
        }
        for (var level = known + 1; known >= 0 && level < COUNT; level++) {
            usual[level] = usual[known];
        }
        return new Levels(usual);
    }

    float at(float predicted) {
        return usual[level(predicted)];
    }

    private static int level(float value) {
        return Math.max(0, Math.min(COUNT - 1, (int) (value * PER_UNIT)));
    }
}
