package nl.bovenstrooms.scoring.score;

import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;

/**
 * What contributions add up to.
 *
 * <p>Points are log-odds and are kept in whole hundredths, so that the sum does not depend on the order of adding, and
 * differences in the last digits between two processors don't show. {@link StrictMath} gives the same digits on every machine.
 *
 * @param score sigmoid of the sum: 0 to 1, for ranking; 0.5 says that nothing is known either way
 * @param probability sigmoid of the sum and the base of the combination: the share of such containers that hold contraband
 * @param contributions the most suspicious first, then remarks without points, then what speaks against; equal ones by source
 *     and id
 */
public record RiskScore(double score, double probability, List<Contribution> contributions) {

    /** Finds are about 0.3 % of scans. */
    public static final double PRIOR = 0.003;

    /** Below this, the digits are noise. */
    private static final double MILLIONTH = 1e6;

    private static final Comparator<Contribution> HEAVIEST_FIRST = Comparator.comparingLong(RiskScore::hundredths)
            .reversed()
            .thenComparing(Contribution::source)
            .thenComparing(Contribution::id);

    public RiskScore {
        contributions = List.copyOf(contributions);
    }

    /**
     * @param contributions in any order, with the points of the rule book
     * @param combination weighs them; what comes of it is rounded to two decimals
     */
    public static RiskScore of(List<Contribution> contributions, Combination combination) {
        var ordered = contributions.stream()
                .map(contribution -> new Contribution(
                        contribution.source(),
                        contribution.id(),
                        Math.round(combination.weightOf(contribution) * contribution.points() * 100) / 100.0,
                        contribution.reason()))
                .sorted(HEAVIEST_FIRST)
                .toList();
        var sum = ordered.stream().mapToLong(RiskScore::hundredths).sum() / 100.0;
        return new RiskScore(sigmoid(sum), sigmoid(sum + combination.base()), ordered);
    }

    /** Three decimals, for probabilities that are shown and compared. */
    public static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    private static long hundredths(Contribution contribution) {
        return Math.round(contribution.points() * 100);
    }

    static double logOdds(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    private static double sigmoid(double logOdds) {
        return Math.round(MILLIONTH / (1 + StrictMath.exp(-logOdds))) / MILLIONTH;
    }
}
