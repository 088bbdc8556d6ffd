package nl.bovenstrooms.scoring.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.Calibration.Knot;

/**
 * Scores of things that are known to be of one kind or the other, and how well they tell the kinds apart.
 *
 * @param scores higher is more suspicious
 * @param positive whether it is what was looked for
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers that are measured once; never compared by equals
public record Ranking(double[] scores, boolean[] positive) {

    /** Fewer scores say too little of how often they are right. */
    private static final int SCORES_PER_GROUP = 40;

    private static final int MOST_GROUPS = 20;

    /** Slope of a calibration that says nothing, but keeps the order. */
    static final double SLIGHT = 1e-3;

    /** The steepest slope that is believed beyond the scores that were seen. */
    private static final double GENTLE = 0.25;

    public Ranking {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException("%d scores of %d things".formatted(scores.length, positive.length));
        }
    }

    public int positives() {
        return (int) IntStream.range(0, positive.length)
                .filter(index -> positive[index])
                .count();
    }

    public int negatives() {
        return positive.length - positives();
    }

    /** How often a positive one scores higher than a negative one (Mann-Whitney); ties count half. NaN without both kinds. */
    public double areaUnderCurve() {
        var order = order();
        var rankSum = 0.0;
        for (var start = 0; start < order.length; ) {
            var end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            for (var index = start; index < end; index++) {
                rankSum += positive[order[index]] ? (start + 1 + end) / 2.0 : 0;
            }
            start = end;
        }
        return (rankSum - positives() * (positives() + 1.0) / 2) / ((double) positives() * negatives());
    }

    /** The score that at most this share of the negative ones exceeds. */
    public double threshold(double falseAlarms) {
        var sorted = IntStream.range(0, scores.length)
                .filter(index -> !positive[index])
                .mapToDouble(index -> scores[index])
                .sorted()
                .toArray();
        var allowed = (int) Math.floor(falseAlarms * sorted.length);
        return sorted[sorted.length - 1 - Math.min(allowed, sorted.length - 1)];
    }

    /** Share of the positive ones that score above {@link #threshold}. */
    public double recallAt(double falseAlarms) {
        var threshold = threshold(falseAlarms);
        var found = IntStream.range(0, scores.length)
                .filter(index -> positive[index] && scores[index] > threshold)
                .count();
        return found / (double) positives();
    }

    /**
     * Of the containers that are opened, the most suspicious first, the share that is positive, when as many are as in life.
     *
     * @param opened share of all that is opened, above 0, at most 1
     * @param baseRate share of the positive ones in life, 0 to 1; here they may be any share
     */
    public double precision(double opened, double baseRate) {
        var ofPositive = baseRate / positives();
        var ofNegative = (1 - baseRate) / negatives();
        var order = order();
        var taken = 0.0;
        var right = 0.0;
        for (var place = order.length - 1; place >= 0 && taken < opened; place--) {
            var weight = positive[order[place]] ? ofPositive : ofNegative;
            // The last one is opened in part, or the share would jump with the size of the sample.
            var part = Math.min(weight, opened - taken);
            taken += part;
            right += positive[order[place]] ? part : 0;
        }
        return right / taken;
    }

    /** From no false alarm to all, a point wherever one more positive one is found, and where scores are equal one for all. */
    public List<Point> curve() {
        var order = order();
        var points = new ArrayList<Point>();
        var found = 0;
        var alarms = 0;
        for (var end = order.length; end > 0; ) {
            var start = end - 1;
            while (start > 0 && scores[order[start - 1]] == scores[order[end - 1]]) {
                start--;
            }
            for (var place = start; place < end; place++) {
                found += positive[order[place]] ? 1 : 0;
                alarms += positive[order[place]] ? 0 : 1;
            }
            points.add(
                    new Point(alarms / (double) Math.max(1, negatives()), found / (double) Math.max(1, positives())));
            end = start;
        }
        return points;
    }

    /**
     * @param falseAlarms share of the negative ones above a threshold
     * @param found share of the positive ones above it
     */
    public record Point(double falseAlarms, double found) {}

    /** Places from the lowest score to the highest. */
    private int[] order() {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> scores[index]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * From a score to evidence, by how much more often positive ones have such a score than negative ones. Scores are taken
     * together until their evidence rises (pool adjacent violators, Ayer and others 1955), and so that each group is large enough to
     * tell. Where both kinds can't be told apart at all, it hardly rises.
     */
    public Calibration calibration() {
        var order = order();
        var groups = new ArrayDeque<Group>();
        var count = Math.max(2, Math.min(MOST_GROUPS, order.length / SCORES_PER_GROUP));
        for (var index = 0; index < count; index++) {
            var group = group(order, index * order.length / count, (index + 1) * order.length / count);
            while (!groups.isEmpty() && !isAbove(group, groups.getLast())) {
                group = groups.removeLast().with(group);
            }
            groups.add(group);
        }
        if (groups.size() == 1) {
            return Calibration.line(
                    SLIGHT,
                    evidence(groups.getFirst()) - SLIGHT * groups.getFirst().meanScore());
        }
        var knots = new ArrayList<Knot>();
        groups.forEach(group -> knots.add(new Knot(group.meanScore(), evidence(group))));
        var last = knots.size() - 1;
        knots.add(beyond(knots.get(last), knots.get(last - 1), 1));
        knots.add(0, beyond(knots.get(0), knots.get(1), -1));
        return new Calibration(knots);
    }

    /** Further out than the outermost groups little is known: the line goes on gently, whatever it did before. */
    static Knot beyond(Knot outer, Knot inner, int direction) {
        var slope = Math.min(GENTLE, (outer.evidence() - inner.evidence()) / (outer.logit() - inner.logit()));
        return new Knot(outer.logit() + direction, outer.evidence() + direction * slope);
    }

    /**
     * From a score to evidence by a smooth fit, for scores that don't all count the same.
     *
     * @param weights one for each score, above 0
     */
    public Calibration calibration(double[] weights) {
        return CalibrationFit.of(this, weights);
    }

    private Group group(int[] order, int from, int until) {
        var sum = 0.0;
        var found = 0;
        for (var place = from; place < until; place++) {
            sum += scores[order[place]];
            found += positive[order[place]] ? 1 : 0;
        }
        return new Group(sum, found, until - from - found);
    }

    private boolean isAbove(Group group, Group lower) {
        return group.meanScore() > lower.meanScore() && evidence(group) > evidence(lower);
    }

    /** With half a container more of each kind, so that none is ever certain. */
    private double evidence(Group group) {
        return Math.log((group.positives() + 0.5) / (positives() + 1.0))
                - Math.log((group.negatives() + 0.5) / (negatives() + 1.0));
    }

    private record Group(double sumOfScores, int positives, int negatives) {

        double meanScore() {
            return sumOfScores / Math.max(1, positives + negatives);
        }

        Group with(Group other) {
            return new Group(sumOfScores + other.sumOfScores, positives + other.positives, negatives + other.negatives);
        }
    }
}
