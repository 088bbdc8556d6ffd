package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import nl.bovenstrooms.scoring.evaluation.StoryCase.Variant;
import nl.bovenstrooms.scoring.score.Combination;
import nl.bovenstrooms.scoring.score.Interval;

/**
 * How much of the contraband is found when so large a share of the containers is read, the highest scores first. Smuggled stories are
 * drawn far more often than they happen, so each counts for less: as many times less as makes the share of contraband that of real
 * life. Stories, not containers, are independent of each other; an interval comes from drawing them again (Efron 1979), smuggled and
 * honest ones apart.
 */
final class Workload {

    private static final int DRAWS = 400;

    private final List<StoryCase> cases;
    private final double[] weights;
    private final double baseRate;

    /** @param baseRate share of containers with contraband, 0 to 1 */
    Workload(List<StoryCase> cases, double baseRate) {
        this.cases = List.copyOf(cases);
        this.baseRate = baseRate;
        weights = weights(cases, ones(cases.size()), baseRate);
    }

    /** Of each case, in their order; together 1. */
    double[] weights() {
        return weights.clone();
    }

    /** @param score of a case; equal ones are read in an order of chance */
    double recall(ToDoubleFunction<StoryCase> score, double workload) {
        return recall(ordered(score), weights, workload);
    }

    /** The lowest score that is read. */
    double threshold(ToDoubleFunction<StoryCase> score, double workload) {
        var read = 0.0;
        for (var group : ordered(score)) {
            for (var place : group) {
                read += weights[place];
            }
            if (read >= workload) {
                return score.applyAsDouble(cases.get(group[0]));
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** Of {@link #recall}, 95 %. */
    Interval interval(ToDoubleFunction<StoryCase> score, double workload) {
        var order = ordered(score);
        return percentiles(draws(drawn -> recall(order, drawn, workload)));
    }

    /** By how much one score finds more than another; both judged by the same drawn stories. */
    Interval difference(ToDoubleFunction<StoryCase> score, ToDoubleFunction<StoryCase> other, double workload) {
        var order = ordered(score);
        var otherOrder = ordered(other);
        return percentiles(draws(drawn -> recall(order, drawn, workload) - recall(otherOrder, drawn, workload)));
    }

    private double[] draws(ToDoubleFunction<double[]> measure) {
        var random = new Random(1);
        var honest = stories(false);
        var smuggled = stories(true);
        var results = new double[DRAWS];
        for (var draw = 0; draw < DRAWS; draw++) {
            var counts =
                    new int[1 + cases.stream().mapToInt(StoryCase::story).max().orElse(0)];
            for (var stratum : List.of(honest, smuggled)) {
                for (var pick = 0; pick < stratum.length; pick++) {
                    counts[stratum[random.nextInt(stratum.length)]]++;
                }
            }
            var times = cases.stream().mapToDouble(one -> counts[one.story()]).toArray();
            results[draw] = measure.applyAsDouble(weights(cases, times, baseRate));
        }
        return results;
    }

    private int[] stories(boolean smuggled) {
        return cases.stream()
                .filter(one -> one.isFromSmuggler() == smuggled)
                .mapToInt(StoryCase::story)
                .distinct()
                .toArray();
    }

    private static Interval percentiles(double[] values) {
        Arrays.sort(values);
        return new Interval(
                values[(int) (0.025 * (values.length - 1))], values[(int) Math.ceil(0.975 * (values.length - 1))]);
    }

    /** Honest stories count once; smuggled ones as much as gives contraband its share. */
    private static double[] weights(List<StoryCase> cases, double[] times, double baseRate) {
        var threats = 0.0;
        var besides = 0.0;
        var honest = 0.0;
        for (var index = 0; index < times.length; index++) {
            var one = cases.get(index);
            if (one.holdsThreat()) {
                threats += times[index];
            } else if (one.isFromSmuggler()) {
                besides += times[index];
            } else {
                honest += times[index];
            }
        }
        var ofSmuggled = baseRate * honest / Math.max(1e-9, threats - baseRate * (threats + besides));
        var total = honest + ofSmuggled * (threats + besides);
        var weights = new double[times.length];
        for (var index = 0; index < weights.length; index++) {
            weights[index] = times[index] * (cases.get(index).isFromSmuggler() ? ofSmuggled : 1) / total;
        }
        return weights;
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Places of cases with equal scores, the highest first. */
    private List<int[]> ordered(ToDoubleFunction<StoryCase> score) {
        var scores = cases.stream().mapToDouble(score).toArray();
        var places = new ArrayList<Integer>();
        for (var index = 0; index < scores.length; index++) {
            places.add(index);
        }
        places.sort(Comparator.comparingDouble((Integer place) -> scores[place]).reversed());
        var groups = new ArrayList<int[]>();
        for (var begin = 0; begin < places.size(); ) {
            var end = begin;
            while (end < places.size() && scores[places.get(end)] == scores[places.get(begin)]) {
                end++;
            }
            groups.add(places.subList(begin, end).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            begin = end;
        }
        return groups;
    }

    private double recall(List<int[]> order, double[] drawn, double workload) {
        var read = 0.0;
        var found = 0.0;
        var threats = 0.0;
        for (var group : order) {
            var all = 0.0;
            var hits = 0.0;
            for (var place : group) {
                all += drawn[place];
                hits += cases.get(place).holdsThreat() ? drawn[place] : 0;
            }
            var share = all == 0 ? 0 : Math.max(0, Math.min(1, (workload - read) / all));
            found += share * hits;
            read += all;
            threats += hits;
        }
        return threats == 0 ? Double.NaN : found / threats;
    }

    static ToDoubleFunction<StoryCase> by(Variant variant, Combination combination) {
        return one -> one.points(variant, combination);
    }
}
