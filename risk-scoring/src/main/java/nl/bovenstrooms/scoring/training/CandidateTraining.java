package nl.bovenstrooms.scoring.training;

import java.util.Random;
import nl.bovenstrooms.scoring.image.CandidateScorer;

/**
 * Teaches a {@link CandidateScorer} to prefer the right candidates: cross-entropy after a softmax, Adam with decoupled weight
 * decay.
 */
final class CandidateTraining {

    private static final int HIDDEN = 24;
    private static final double RATE = 2e-3;
    private static final double DECAY = 2e-3;
    private static final double WARM_UP = 50;
    private static final double MOMENTUM = 0.9;
    private static final double SQUARES_MOMENTUM = 0.999;

    private final CandidateScorer scorer;
    private final boolean canBeNone;
    private final float[] gradient;
    private final float[] mean;
    private final float[] squares;
    private int steps;

    /** @param canBeNone no candidate at all is a possibility too, with a score of 0 */
    CandidateTraining(int inputs, boolean canBeNone, Random random) {
        var weights = new float[CandidateScorer.size(inputs, HIDDEN)];
        for (var index = 0; index < inputs * HIDDEN; index++) {
            weights[index] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        for (var unit = 0; unit < HIDDEN; unit++) {
            weights[(inputs + 1) * HIDDEN + unit] = (float) (random.nextGaussian() / Math.sqrt(HIDDEN));
        }
        this.canBeNone = canBeNone;
        scorer = new CandidateScorer(inputs, HIDDEN, weights);
        gradient = new float[weights.length];
        mean = new float[weights.length];
        squares = new float[weights.length];
    }

    CandidateScorer scorer() {
        return scorer;
    }

    /**
     * Adds to the gradient of the next {@link #step}.
     *
     * @param beliefs the right share of belief in each candidate; what is left of 1 belongs to there being none
     * @return loss
     */
    double learn(float[][] candidates, double[] beliefs) {
        var units = new float[candidates.length][HIDDEN];
        var scores = new double[candidates.length];
        var highest = canBeNone ? 0 : Double.NEGATIVE_INFINITY;
        for (var index = 0; index < scores.length; index++) {
            scores[index] = scorer.score(candidates[index], units[index]);
            highest = Math.max(highest, scores[index]);
        }
        var total = canBeNone ? Math.exp(-highest) : 0;
        for (var score : scores) {
            total += Math.exp(score - highest);
        }
        var loss = 0.0;
        var none = 1.0;
        for (var index = 0; index < scores.length; index++) {
            var belief = Math.exp(scores[index] - highest) / total;
            loss -= beliefs[index] * Math.log(Math.max(1e-12, belief));
            none -= beliefs[index];
            learn(candidates[index], units[index], (float) (belief - beliefs[index]));
        }
        return canBeNone ? loss - none * Math.log(Math.max(1e-12, Math.exp(-highest) / total)) : loss;
    }

    private void learn(float[] candidate, float[] units, float slope) {
        var weights = scorer.weights();
        var last = (scorer.inputs() + 1) * HIDDEN;
        var slopes = new float[HIDDEN];
        for (var unit = 0; unit < HIDDEN; unit++) {
            gradient[last + unit] += slope * units[unit];
            slopes[unit] = units[unit] > 0 ? slope * weights[last + unit] : 0;
            gradient[last - HIDDEN + unit] += slopes[unit];
        }
        for (var input = 0; input < candidate.length; input++) {
            for (var unit = 0; unit < HIDDEN; unit++) {
                gradient[input * HIDDEN + unit] += candidate[input] * slopes[unit];
            }
        }
    }

    /** @param left share of the training that is still to come, 1 to 0 */
    void step(double left) {
        steps++;
        var rate = RATE * Math.min(1, steps / WARM_UP) * (0.5 - 0.5 * Math.cos(Math.PI * left));
        var ofMean = 1 - Math.pow(MOMENTUM, steps);
        var ofSquares = 1 - Math.pow(SQUARES_MOMENTUM, steps);
        var weights = scorer.weights();
        for (var index = 0; index < weights.length; index++) {
            var slope = gradient[index];
            mean[index] += (float) ((1 - MOMENTUM) * (slope - mean[index]));
            squares[index] += (float) ((1 - SQUARES_MOMENTUM) * (slope * slope - squares[index]));
            var move = mean[index] / ofMean / (Math.sqrt(squares[index] / ofSquares) + 1e-8);
            weights[index] -= (float) (rate * (move + DECAY * weights[index]));
            gradient[index] = 0;
        }
    }
}
