package nl.bovenstrooms.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.comparison.Belonging;
import nl.bovenstrooms.scoring.comparison.Evidence;
import nl.bovenstrooms.scoring.comparison.Limits;
import nl.bovenstrooms.scoring.comparison.Resemblance;
import nl.bovenstrooms.scoring.comparison.Signs;
import nl.bovenstrooms.scoring.comparison.Weights;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.training.SimulatedPairs.Flaw;

/**
 * Fits by what two scans are told apart, on pairs that serve no other purpose: logistic regression, no weight below 0, on the place of
 * each pair that most speaks for a change. Which place that is depends on the weights; so both are found in turns (multiple-instance
 * learning, Andrews and others 2002). Both kinds weigh the same, however many there are: a probability then means one pair in two.
 */
public final class FittingLimits {

    private static final double FALSE_CHANGES = 0.02;
    private static final double FLAWED_LET_THROUGH = 0.03;

    /** About what units of the signs are worth; the first places are chosen by it. */
    private static final Weights START = new Weights(-4, 1, 1, 3);

    private static final int TURNS = 12;
    private static final int SWEEPS = 500;

    /** One over the variance of a weight around 0, before anything is seen: it only keeps them finite. */
    private static final double PULL = 0.002;

    private static final double LEAST_STRENGTH = 0.05;

    private FittingLimits() {}

    /**
     * @param count pairs of each kind: unchanged, flawed; of changed ones twice as many are made, since few are visible
     * @param version of the limits
     */
    public static Limits fit(ImageModel model, int seed, int count, int threads, String version) {
        var purpose = Purpose.PAIRS_CALIBRATION;
        var flaws = Flaw.values();
        var flawed = evidence(count, threads, number -> {
            var flaw = flaws[(int) (number % flaws.length)];
            return evidence(SimulatedPairs.flawed(flaw, purpose.seed(seed, number)));
        });
        var unchanged =
                evidence(count, threads, number -> seen(SimulatedPairs.unchanged(purpose.seed(seed, number)), model));
        var changed = evidence(2 * count, threads, number -> {
            var pair = SimulatedPairs.withInsertion(purpose.seed(seed, number));
            return PairMeasurement.isVisible(pair) ? seen(pair, model) : Optional.empty();
        });
        var belonging = belonging(
                resemblances(flawed),
                Stream.of(unchanged, changed)
                        .flatMap(all -> resemblances(all).stream())
                        .toList());
        // Those that are not clear are refused already.
        var matches = new double[count];
        Arrays.setAll(
                matches,
                index -> index < flawed.size()
                        ? belonging.probability(flawed.get(index).resemblance())
                        : Double.NEGATIVE_INFINITY);
        var leastMatch = new Ranking(matches, new boolean[count]).threshold(FLAWED_LET_THROUGH);
        var weights = weights(matching(unchanged, belonging, leastMatch), matching(changed, belonging, leastMatch));
        var scores = matching(unchanged, belonging, leastMatch).stream()
                .mapToDouble(one -> weights.evidence(one.strongest(weights)))
                .toArray();
        var leastEvidence = new Ranking(scores, new boolean[scores.length]).threshold(FALSE_CHANGES);
        return new Limits(version, leastMatch, belonging, leastEvidence, weights);
    }

    private static Optional<Evidence> seen(SimulatedPair pair, ImageModel model) {
        return evidence(pair.seenBy(model));
    }

    private static Optional<Evidence> evidence(SimulatedPair pair) {
        return pair.first().isClear() && pair.second().isClear()
                ? Optional.of(Evidence.of(pair.first(), pair.second()))
                : Optional.empty();
    }

    private static List<Evidence> evidence(int count, int threads, LongFunction<Optional<Evidence>> maker) {
        try (var ahead = new Ahead<>(0, count, threads, threads + 2, maker)) {
            var all = new ArrayList<Evidence>();
            ahead.forEachRemaining(one -> one.ifPresent(all::add));
            return all;
        }
    }

    private static List<Resemblance> resemblances(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::resemblance).toList();
    }

    private static List<Evidence> matching(List<Evidence> evidence, Belonging belonging, double leastMatch) {
        return evidence.stream()
                .filter(one -> belonging.probability(one.resemblance()) > leastMatch)
                .toList();
    }

    /** What belongs together against what does not. */
    static Belonging belonging(List<Resemblance> flawed, List<Resemblance> good) {
        var found = descended(factors(flawed), factors(good), new double[] {0, 1, 1, 1, 0.1}, 0);
        return new Belonging(found[0], found[1], found[2], found[3], found[4]);
    }

    private static List<double[]> factors(List<Resemblance> resemblances) {
        return resemblances.stream()
                .map(one -> new double[] {1, one.columns(), -one.turned(), one.detail(), -one.strayed()})
                .toList();
    }

    private static Weights weights(List<Evidence> unchanged, List<Evidence> changed) {
        var weights = START;
        for (var turn = 0; turn < TURNS; turn++) {
            weights = weightsOf(strongest(unchanged, weights), strongest(changed, weights));
        }
        return weights;
    }

    private static List<Signs> strongest(List<Evidence> evidence, Weights weights) {
        return evidence.stream().map(one -> one.strongest(weights)).toList();
    }

    static Weights weightsOf(List<Signs> unchanged, List<Signs> changed) {
        var start = new double[] {START.base(), START.strength(), START.suspicion(), START.suspicionHere()};
        var found = descended(signs(unchanged), signs(changed), start, LEAST_STRENGTH);
        return new Weights(found[0], found[1], found[2], found[3]);
    }

    private static List<double[]> signs(List<Signs> all) {
        return all.stream()
                .map(signs -> new double[] {1, signs.strength(), signs.suspicion(), signs.suspicionHere()})
                .toList();
    }

    /**
     * Logistic regression: one weight after the other to where the others leave it best (Newton's step, cut off at 0).
     *
     * @param start the base first
     * @param least of the first weight after the base
     */
    private static double[] descended(List<double[]> none, List<double[]> some, double[] start, double least) {
        var rows = Stream.concat(none.stream(), some.stream()).toList();
        var parameters = start.clone();
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            for (var index = 0; index < parameters.length; index++) {
                var isBase = index == 0;
                var gradient = isBase ? 0 : PULL * parameters[index];
                var curvature = isBase ? 1e-9 : PULL;
                for (var row = 0; row < rows.size(); row++) {
                    var isSome = row >= none.size();
                    var weight = 0.5 * rows.size() / (isSome ? some.size() : none.size());
                    var said = said(rows.get(row), parameters);
                    var factor = rows.get(row)[index];
                    gradient += weight * (said - (isSome ? 1 : 0)) * factor;
                    curvature += weight * said * (1 - said) * factor * factor;
                }
                var lowest = isBase ? Double.NEGATIVE_INFINITY : index == 1 ? least : 0;
                parameters[index] = Math.max(lowest, parameters[index] - gradient / curvature);
            }
        }
        return parameters;
    }

    private static double said(double[] row, double[] parameters) {
        var sum = 0.0;
        for (var index = 0; index < row.length; index++) {
            sum += row[index] * parameters[index];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
