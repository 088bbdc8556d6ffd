package nl.bovenstrooms.simulator.physics;

/** Normally distributed numbers, fast: quantiles out of a table, chosen by a SplitMix64 sequence. Not for statistics beyond 3.6 sigma. */
public final class Noise {

    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;
    private static final float[] QUANTILES = quantiles();

    private long state;
    private long bits;
    private int left;

    public Noise(long seed) {
        state = seed;
    }

    /** Mean 0, deviation 1. */
    public float next() {
        if (left == 0) {
            state += 0x9E3779B97F4A7C15L;
            var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            bits = mixed ^ (mixed >>> 31);
            left = 5;
        }
        var quantile = QUANTILES[(int) bits & MASK];
        bits >>>= BITS;
        left--;
        return quantile;
    }

    private static float[] quantiles() {
        var quantiles = new float[1 << BITS];
        var sumOfSquares = 0.0;
        for (var index = 0; index < quantiles.length; index++) {
            quantiles[index] = (float) quantile((index + 0.5) / quantiles.length);
            sumOfSquares += (double) quantiles[index] * quantiles[index];
        }
        var correction = (float) (1 / Math.sqrt(sumOfSquares / quantiles.length));
        for (var index = 0; index < quantiles.length; index++) {
            quantiles[index] *= correction;
        }
        return quantiles;
    }

    /** Bisection of the logistic-like approximation of the normal distribution by Abramowitz and Stegun, 26.2.17. */
    private static double quantile(double probability) {
        double low = -6;
        double high = 6;
        for (var step = 0; step < 60; step++) {
            var middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double cumulative(double value) {
        var t = 1 / (1 + 0.2316419 * Math.abs(value));
        var polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        var upper = Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI) * polynomial;
        return value >= 0 ? 1 - upper : upper;
    }
}
