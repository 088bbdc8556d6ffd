package nl.bovenstrooms.scoring.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nl.bovenstrooms.scoring.image.ModelCard.Calibration;

/**
 * Scores of things that are known to be of one kind or the other, and how well they tell the kinds apart.
 *
 * @param scores higher is more suspicious
 * @param positive whether it is what was looked for
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers that are measured once; never compared by equals
record Ranking(double[] scores, boolean[] positive) {

    Ranking {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException("%d scores of %d things".formatted(scores.length, positive.length));
        }
    }

    int positives() {
        return (int) IntStream.range(0, positive.length)
                .filter(index -> positive[index])
                .count();
    }

    int negatives() {
        return positive.length - positives();
    }

    /** How often a positive one scores higher than a negative one (Mann-Whitney); ties count half. NaN without both kinds. */
    double areaUnderCurve() {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> scores[index]))
                .mapToInt(Integer::intValue)
                .toArray();
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
    double threshold(double falseAlarms) {
        var sorted = IntStream.range(0, scores.length)
                .filter(index -> !positive[index])
                .mapToDouble(index -> scores[index])
                .sorted()
                .toArray();
        var allowed = (int) Math.floor(falseAlarms * sorted.length);
        return sorted[sorted.length - 1 - Math.min(allowed, sorted.length - 1)];
    }

    /** Share of the positive ones that score above {@link #threshold}. */
    double recallAt(double falseAlarms) {
        var threshold = threshold(falseAlarms);
        var found = IntStream.range(0, scores.length)
                .filter(index -> positive[index] && scores[index] > threshold)
                .count();
        return found / (double) positives();
    }

    /**
     * The straight line through log-odds that fits best (Platt 1999, with his smoothed targets), as if both kinds were
     * equally frequent. A slope that would turn the order around becomes a small one that keeps it.
     */
    Calibration platt() {
        var high = (positives() + 1.0) / (positives() + 2.0);
        var low = 1.0 / (negatives() + 2.0);
        var ofPositive = 0.5 / Math.max(1, positives());
        var ofNegative = 0.5 / Math.max(1, negatives());
        var mean = Arrays.stream(scores).average().orElse(0);
        var slope = 0.1;
        var intercept = 0.0;
        for (var step = 0; step < 100; step++) {
            var gradientSlope = 0.0;
            var gradientIntercept = 0.0;
            var curveSlope = 1e-9;
            var curveBoth = 0.0;
            var curveIntercept = 1e-9;
            for (var index = 0; index < scores.length; index++) {
                var score = scores[index] - mean;
                var weight = positive[index] ? ofPositive : ofNegative;
                var probability = 1 / (1 + Math.exp(-(slope * score + intercept)));
                var error = weight * (probability - (positive[index] ? high : low));
                var curve = weight * probability * (1 - probability);
                gradientSlope += error * score;
                gradientIntercept += error;
                curveSlope += curve * score * score;
                curveBoth += curve * score;
                curveIntercept += curve;
            }
            var determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
            var changeSlope = (curveIntercept * gradientSlope - curveBoth * gradientIntercept) / determinant;
            var changeIntercept = (curveSlope * gradientIntercept - curveBoth * gradientSlope) / determinant;
            var damping = Math.min(1, 1 / (Math.abs(changeSlope) + Math.abs(changeIntercept)));
            slope -= damping * changeSlope;
            intercept -= damping * changeIntercept;
            if (Math.abs(changeSlope) + Math.abs(changeIntercept) < 1e-9) {
                break;
            }
        }
        var kept = Math.max(1e-3, slope);
        return new Calibration(kept, intercept - kept * mean);
    }
}
