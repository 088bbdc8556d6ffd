package nl.bovenstrooms.scoring.image;

import java.util.List;

/**
 * From a logit of the network to evidence: the natural logarithm of how many times likelier it makes contraband. Straight between
 * knots, and beyond the first and last one on as between the outermost two. Two knots are a line (Platt); many let it level off
 * where what is hidden can't be seen.
 *
 * @param knots at least two, rising in both
 */
public record Calibration(List<Knot> knots) {

    /** Further off 0 and 1 than this, a few thousand held-out pictures can't tell. */
    private static final double SMALLEST = 0.001;

    /** @throws IllegalArgumentException when knots are missing, not finite or don't rise */
    public Calibration {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a calibration has at least two knots, not " + knots.size());
        }
        for (var index = 0; index < knots.size(); index++) {
            var knot = knots.get(index);
            var isFinite = Double.isFinite(knot.logit()) && Double.isFinite(knot.evidence());
            if (!isFinite || (index > 0 && !knots.get(index - 1).isBelow(knot))) {
                throw new IllegalArgumentException("a calibration rises from knot to knot: " + knots);
            }
        }
    }

    /** @param slope above 0 */
    public static Calibration line(double slope, double intercept) {
        return new Calibration(List.of(new Knot(0, intercept), new Knot(1, intercept + slope)));
    }

    /**
     * @param logit what the network says
     * @param evidence what that means
     */
    public record Knot(double logit, double evidence) {

        boolean isBelow(Knot other) {
            return logit < other.logit && evidence < other.evidence;
        }
    }

    /** Of a finite logit. Rises with it, so that it keeps the order. */
    public double evidence(double logit) {
        var right = 1;
        while (right < knots.size() - 1 && knots.get(right).logit() < logit) {
            right++;
        }
        var from = knots.get(right - 1);
        var until = knots.get(right);
        return from.evidence()
                + (logit - from.logit()) * (until.evidence() - from.evidence()) / (until.logit() - from.logit());
    }

    /** As if every second one held contraband; never quite 0 or 1. */
    public double probability(double logit) {
        var probability = 1 / (1 + Math.exp(-evidence(logit)));
        return Math.max(SMALLEST, Math.min(1 - SMALLEST, probability));
    }
}
