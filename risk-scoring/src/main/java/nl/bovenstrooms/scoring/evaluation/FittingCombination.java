package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.evaluation.StoryCase.Variant;
import nl.bovenstrooms.scoring.score.Combination;
import nl.bovenstrooms.scoring.score.RiskScore;

/**
 * Fits the weights of a combination: logistic regression on the points of the book, no weight below 0, each drawn towards 1. The pull
 * stands for the belief that the book's points are right to within half of them: a rule with many examples gets the weight that they
 * speak for, one with few keeps about its own.
 *
 * <p>Contraband is drawn more often than it happens. That moves only the base, and by a known amount (Prentice and Pyke 1979).
 */
final class FittingCombination {

    /** One over the variance of a weight around 1: half of it is the standard deviation. */
    private static final double PULL = 4;

    private static final int MOST_SWEEPS = 2_000;
    private static final double SMALL = 1e-6;
    private static final String IMAGE = "\u0000image";

    private final List<Map<String, Double>> rows = new ArrayList<>();
    private final List<Boolean> threats = new ArrayList<>();
    private final Map<String, Double> weights = new TreeMap<>();
    private double base;

    private FittingCombination(List<StoryCase> cases) {
        for (var one : cases) {
            var row = new HashMap<String, Double>();
            for (var contribution :
                    one.score(Variant.WHOLE, Combination.BY_THE_BOOK).contributions()) {
                if (contribution.points() != 0) {
                    var name = contribution.source() == ContributionSource.IMAGE ? IMAGE : contribution.id();
                    row.put(name, contribution.points());
                    weights.put(name, 1.0);
                }
            }
            rows.add(row);
            threats.add(one.holdsThreat());
        }
    }

    /** @param version of the combination */
    static Combination fit(List<StoryCase> cases, String version) {
        var fitting = new FittingCombination(cases);
        fitting.descend();
        var drawn = fitting.threats.stream().filter(threat -> threat).count();
        var baseInLife = fitting.base
                - Math.log(drawn / (double) (cases.size() - drawn))
                + Math.log(RiskScore.PRIOR / (1 - RiskScore.PRIOR));
        var image = fitting.weights.getOrDefault(IMAGE, 1.0);
        var rules = new TreeMap<>(fitting.weights);
        rules.remove(IMAGE);
        return new Combination(version, baseInLife, image, rules);
    }

    /** One weight after the other to where the others leave it best, until none moves (Newton's step, cut off at 0). */
    private void descend() {
        var moved = Double.MAX_VALUE;
        for (var sweep = 0; sweep < MOST_SWEEPS && moved > SMALL; sweep++) {
            moved = Math.abs(stepBase());
            for (var name : weights.keySet()) {
                moved = Math.max(moved, Math.abs(step(name)));
            }
        }
    }

    private double stepBase() {
        var gradient = 0.0;
        var curvature = 1e-9;
        for (var index = 0; index < rows.size(); index++) {
            var said = probability(rows.get(index));
            gradient += said - (threats.get(index) ? 1 : 0);
            curvature += said * (1 - said);
        }
        var step = -gradient / curvature;
        base += step;
        return step;
    }

    private double step(String name) {
        var before = weights.getOrDefault(name, 1.0);
        var gradient = PULL * (before - 1);
        var curvature = PULL;
        for (var index = 0; index < rows.size(); index++) {
            var points = rows.get(index).get(name);
            if (points != null) {
                var said = probability(rows.get(index));
                gradient += points * (said - (threats.get(index) ? 1 : 0));
                curvature += points * points * said * (1 - said);
            }
        }
        var after = Math.max(0, before - gradient / curvature);
        weights.put(name, after);
        return after - before;
    }

    private double probability(Map<String, Double> row) {
        var sum = base;
        for (var entry : row.entrySet()) {
            sum += weights.getOrDefault(entry.getKey(), 1.0) * entry.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
