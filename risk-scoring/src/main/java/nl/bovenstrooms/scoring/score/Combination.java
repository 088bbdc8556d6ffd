package nl.bovenstrooms.scoring.score;

import java.util.Map;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;

/**
 * How contributions add up to a probability: a logistic function of the weighed points. What a rule book gives as points is what its
 * makers expect of each rule by itself; rules say the same thing twice, though, and a weight takes that into account. No weight is
 * below 0, so that what speaks for contraband never lowers a score.
 *
 * @param version by which a score names it; empty when the points of the book count as they are
 * @param base log-odds of a container of which nothing is said
 * @param image weight of what the image model says
 * @param weights of rules, by id; one that is not named has weight 1
 */
public record Combination(String version, double base, double image, Map<String, Double> weights) {

    private static final double MOST = 5;

    /** The points of the book as they are, on top of the share of finds in all scans. */
    public static final Combination BY_THE_BOOK = new Combination("", RiskScore.logOdds(RiskScore.PRIOR), 1, Map.of());

    /** @throws IllegalArgumentException when a weight is below 0 or above 5, or the base is no share of finds */
    public Combination {
        weights = Map.copyOf(weights);
        if (!(base > -15 && base < 0)) {
            throw new IllegalArgumentException("base lies between -15 and 0, not " + base);
        }
        requireWeight("image", image);
        weights.forEach(Combination::requireWeight);
    }

    private static void requireWeight(String of, double weight) {
        if (!(weight >= 0 && weight <= MOST)) {
            throw new IllegalArgumentException("the weight of '%s' lies between 0 and 5, not %s".formatted(of, weight));
        }
    }

    public double weightOf(Contribution contribution) {
        return contribution.source() == ContributionSource.IMAGE ? image : weights.getOrDefault(contribution.id(), 1.0);
    }
}
