package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/**
 * Takes out what two scanners do to the same goods: beams of different energy and viewers with different curves, each of
 * which only stretches the scale of attenuation. Values that the same share of pixels lies below count as equal.
 */
final class Tone {

    private static final int STEPS = 64;

    private Tone() {}

    /** The first picture in the tone of the second. */
    static Plane matched(Plane first, Plane second) {
        var from = quantiles(first);
        var to = quantiles(second);
        var matched = new float[first.values().length];
        for (var index = 0; index < matched.length; index++) {
            matched[index] = between(first.values()[index], from, to);
        }
        return new Plane(first.width(), first.height(), matched);
    }

    private static float[] quantiles(Plane plane) {
        var sorted = plane.values().clone();
        Arrays.sort(sorted);
        var quantiles = new float[STEPS + 1];
        for (var step = 0; step <= STEPS; step++) {
            var share = 0.002 + 0.996 * step / STEPS;
            // Rising strictly, or there would be no way back.
            quantiles[step] = sorted[(int) (share * (sorted.length - 1))] + step * 1e-5f;
        }
        return quantiles;
    }

    private static float between(float value, float[] from, float[] to) {
        if (value <= from[0]) {
            return to[0];
        }
        if (value >= from[STEPS]) {
            return to[STEPS];
        }
        var found = Arrays.binarySearch(from, value);
        var upper = found >= 0 ? Math.max(1, found) : -found - 1;
        var share = (value - from[upper - 1]) / (from[upper] - from[upper - 1]);
        return to[upper - 1] + share * (to[upper] - to[upper - 1]);
    }
}
