package nl.bovenstrooms.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** A stream of chance that is the same for the same seed; streams of different names have nothing to do with each other. */
public final class Chance {

    private final long seed;
    private final SplittableRandom random;

    public Chance(long seed) {
        this.seed = seed;
        random = new SplittableRandom(mixed(seed));
    }

    /** The stream of a name under this one's seed. What was drawn here before does not matter. */
    public Chance of(String name) {
        return new Chance(seedOf(name));
    }

    /** The stream of a number under this one's seed. */
    public Chance of(long number) {
        return new Chance(mixed(seed * 31 + mixed(number ^ 0x5DEECE66DL)));
    }

    /** A seed for what has its own source of randomness. */
    public long seedOf(String name) {
        var hash = 1125899906842597L;
        for (var place = 0; place < name.length(); place++) {
            hash = 31 * hash + name.charAt(place);
        }
        return mixed(seed ^ mixed(hash));
    }

    /** At least the first, less than the second. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From the first to the second, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Even on a logarithmic axis. */
    public double betweenByRatio(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    /** Normally distributed, cut off at three deviations. */
    public double around(double mean, double deviation) {
        return mean + deviation * Math.max(-3, Math.min(3, random.nextGaussian()));
    }

    public boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public long bits() {
        return random.nextLong();
    }

    private static long mixed(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
