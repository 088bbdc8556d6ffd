package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/** Tells pictures in which there is nothing to compare: black, white, or mere noise. */
final class Legibility {

    /** 1 % of the open beam. */
    private static final float OPAQUE = 4.6f;

    private static final float LEAST_SPREAD = 0.08f;
    private static final double NEARLY_ALL = 0.92;

    /** Share of all differences that is left between neighbours: 1 in white noise, less than a tenth in a picture. */
    private static final double MOST_NOISE = 0.5;

    private Legibility() {}

    static boolean isReadable(Plane attenuation) {
        var sorted = attenuation.values().clone();
        Arrays.sort(sorted);
        var low = sorted[(int) ((1 - NEARLY_ALL) * sorted.length)];
        var high = sorted[(int) (NEARLY_ALL * sorted.length)];
        return low < OPAQUE && high - low > LEAST_SPREAD && noise(attenuation) < MOST_NOISE;
    }

    private static double noise(Plane plane) {
        var mean = 0.0;
        for (var value : plane.values()) {
            mean += value / plane.values().length;
        }
        var all = 1e-9;
        var beside = 0.0;
        for (var row = 0; row < plane.height(); row++) {
            for (var column = 1; column < plane.width(); column++) {
                var here = plane.at(column, row);
                var step = here - plane.at(column - 1, row);
                beside += step * step / 2;
                all += (here - mean) * (here - mean);
            }
        }
        return beside / all;
    }
}
