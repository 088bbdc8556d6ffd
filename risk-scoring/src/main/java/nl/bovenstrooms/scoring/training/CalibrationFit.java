package nl.bovenstrooms.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.Calibration.Knot;

/**
 * From scores to evidence by logistic regression on a line that bends where the scores are dense, never falls, and is held back
 * from bending by a penalty: between the one line of Platt (1999) and a monotone fit of single groups, which follows chance. The
 * kinds to tell apart weigh the same, however many there are of each.
 */
final class CalibrationFit {

    private static final int SEGMENTS = 8;

    /** Of neighbouring slopes that differ by 1, scores in units of their spread: chance among some thousand containers hardly bends it. */
    private static final double STIFFNESS = 3;

    private static final int MOST_SWEEPS = 500;
    private static final double CONVERGED = 1e-5;

    private final double[] scores;
    private final double[] weights;
    private final double[] targets;
    private final double[] evidence;
    private final double[] edges;
    private final double[] slopes = new double[SEGMENTS];
    private final double centre;
    private final double spread;
    private double intercept;

    private CalibrationFit(Ranking ranking, double[] given) {
        var order = IntStream.range(0, given.length)
                .boxed()
                .sorted((one, other) -> Double.compare(ranking.scores()[one], ranking.scores()[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        var all = Arrays.stream(given).sum();
        var ofPositive = IntStream.range(0, given.length)
                .mapToDouble(index -> ranking.positive()[index] ? given[index] : 0)
                .sum();
        var ofNegative = all - ofPositive;
        centre = IntStream.range(0, given.length)
                        .mapToDouble(index -> given[index] * ranking.scores()[index])
                        .sum()
                / all;
        var variance = IntStream.range(0, given.length)
                        .mapToDouble(index -> given[index] * Math.pow(ranking.scores()[index] - centre, 2))
                        .sum()
                / all;
        spread = Math.max(1e-6, Math.sqrt(variance));
        scores = new double[given.length];
        weights = new double[given.length];
        targets = new double[given.length];
        evidence = new double[given.length];
        edges = new double[SEGMENTS + 1];
        var passed = 0.0;
        var edge = 1;
        for (var place = 0; place < order.length; place++) {
            var isPositive = ranking.positive()[order[place]];
            scores[place] = (ranking.scores()[order[place]] - centre) / spread;
            weights[place] = given[order[place]] * all / 2 / Math.max(1e-6, isPositive ? ofPositive : ofNegative);
            // As if one more of each kind had been seen (Platt 1999), so that none is ever certain.
            targets[place] = isPositive ? (ofPositive + 1) / (ofPositive + 2) : 1 / (ofNegative + 2);
            passed += given[order[place]];
            while (edge < SEGMENTS && passed >= all * edge / SEGMENTS) {
                edges[edge++] = scores[place];
            }
        }
        edges[0] = scores[0];
        edges[SEGMENTS] = scores[scores.length - 1];
        Arrays.fill(slopes, Ranking.SLIGHT);
    }

    /**
     * @param weights one for each score, above 0: how many things it counts for
     * @return rising; gently beyond the scores that were seen
     */
    static Calibration of(Ranking ranking, double[] weights) {
        var fit = new CalibrationFit(ranking, weights);
        fit.fit();
        return fit.calibration();
    }

    /** One number after the other, each as far as surely makes the whole better: slow, simple, and it always arrives. */
    private void fit() {
        for (var place = 0; place < evidence.length; place++) {
            evidence[place] = evidenceAt(scores[place]);
        }
        var farthest = Double.POSITIVE_INFINITY;
        for (var sweep = 0; sweep < MOST_SWEEPS && farthest > CONVERGED; sweep++) {
            farthest = 0;
            for (var segment = -1; segment < SEGMENTS; segment++) {
                farthest = Math.max(farthest, Math.abs(improve(segment)));
            }
        }
    }

    /** @param segment whose slope is improved; -1 for the intercept */
    private double improve(int segment) {
        var gradient = 0.0;
        var curvature = 1e-9;
        for (var place = 0; place < evidence.length; place++) {
            var part = part(scores[place], segment);
            if (part != 0) {
                gradient += weights[place] * part * (1 / (1 + Math.exp(-evidence[place])) - targets[place]);
                // Logistic loss bends by a quarter at most.
                curvature += weights[place] * part * part / 4;
            }
        }
        for (var neighbour : new int[] {segment - 1, segment + 1}) {
            if (segment >= 0 && neighbour >= 0 && neighbour < SEGMENTS) {
                gradient += STIFFNESS * (slopes[segment] - slopes[neighbour]);
                curvature += STIFFNESS;
            }
        }
        var step = -gradient / curvature;
        if (segment < 0) {
            intercept += step;
        } else {
            step = Math.max(Ranking.SLIGHT, slopes[segment] + step) - slopes[segment];
            slopes[segment] += step;
        }
        for (var place = 0; place < evidence.length; place++) {
            evidence[place] += step * part(scores[place], segment);
        }
        return step;
    }

    /** How far a score goes along a segment, counted from the mean of all scores, which is 0. */
    private double part(double score, int segment) {
        return segment < 0 ? 1 : within(score, segment) - within(0, segment);
    }

    private double within(double score, int segment) {
        return Math.max(edges[segment], Math.min(edges[segment + 1], score));
    }

    private double evidenceAt(double score) {
        var sum = intercept;
        for (var segment = 0; segment < SEGMENTS; segment++) {
            sum += slopes[segment] * part(score, segment);
        }
        return sum;
    }

    private Calibration calibration() {
        var knots = new ArrayList<Knot>();
        for (var edge : edges) {
            var logit = centre + spread * edge;
            // Where many scores are the same, edges fall together.
            if (knots.isEmpty() || logit > knots.get(knots.size() - 1).logit() + 1e-9) {
                knots.add(new Knot(logit, evidenceAt(edge)));
            }
        }
        if (knots.size() == 1) {
            return Calibration.line(Ranking.SLIGHT, intercept - Ranking.SLIGHT * centre);
        }
        var last = knots.size() - 1;
        knots.add(Ranking.beyond(knots.get(last), knots.get(last - 1), 1));
        knots.add(0, Ranking.beyond(knots.get(0), knots.get(1), -1));
        return new Calibration(knots);
    }
}
