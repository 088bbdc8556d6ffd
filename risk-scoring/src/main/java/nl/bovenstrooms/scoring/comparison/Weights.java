package nl.bovenstrooms.scoring.comparison;

import java.util.Comparator;

/**
 * How the signs of a change add up to a probability: a logistic function. No weight is below 0, so that what speaks for a change never
 * lowers it.
 *
 * @param base log-odds where nothing speaks for a change
 * @param strength weight of {@link Signs#strength}, above 0
 * @param suspicion weight of {@link Signs#suspicion}
 * @param suspicionHere weight of {@link Signs#suspicionHere}
 */
public record Weights(double base, double strength, double suspicion, double suspicionHere) {

    /** Further off 0 and 1 than this, a few hundred simulated pairs can't tell. */
    private static final double SMALLEST = 0.01;

    public Weights {
        if (!(strength > 0 && suspicion >= 0 && suspicionHere >= 0 && Double.isFinite(base))) {
            throw new IllegalArgumentException("no weight is below 0, and strength counts: %s, %s, %s, base %s"
                    .formatted(strength, suspicion, suspicionHere, base));
        }
    }

    /** Natural logarithm of how many times likelier a change is than none, where one pair in two has one. */
    public double evidence(Signs signs) {
        return base
                + strength * signs.strength()
                + suspicion * signs.suspicion()
                + suspicionHere * signs.suspicionHere();
    }

    /** Where one pair in two has a change; never quite 0 or 1. */
    double probability(Signs signs) {
        return Math.max(SMALLEST, Math.min(1 - SMALLEST, 1 / (1 + Math.exp(-evidence(signs)))));
    }

    Comparator<Signs> order() {
        return Comparator.comparingDouble(this::evidence);
    }
}
