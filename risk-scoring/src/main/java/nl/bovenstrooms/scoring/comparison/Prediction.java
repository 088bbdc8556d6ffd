package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/**
 * What one picture says that the other should show. A row of one scanner looks through the container at a slant that no row
 * of the other has: it is made up of several rows of the other, in shares that depend on where the goods stand and that
 * nobody knows. They are fitted, row by row, over all columns of this very pair; what is in one place only hardly counts in
 * the fit, and stands out of it. Known from satellite pictures as the chronochrome (Schaum and Stocker 1998).
 */
final class Prediction {

    /** Rows above and below that a ray may have come through. */
    private static final int REACH = 16;

    private static final int STEP = 2;
    private static final int ASIDE = 2;
    private static final int ROWS = 2 * REACH / STEP + 1;

    /** The rows, the two neighbours along, and a constant. */
    private static final int FACTORS = ROWS + 3;

    private static final double STRENGTH = 1.8;

    /** How much of the same row is expected before anything is seen. */
    private static final double SAME_ROW = 0.5;

    private static final int ROUNDS = 3;
    private static final double[] POOL = {1, 0.882, 0.607, 0.325, 0.135};

    private Prediction() {}

    static Plane of(Plane from, Plane target) {
        var weights = new Plane(target.width(), target.height());
        Arrays.fill(weights.values(), 1);
        var predicted = target;
        for (var round = 0; round < ROUNDS; round++) {
            predicted = fitted(from, target, weights);
            weights = weights(predicted, target);
        }
        return predicted;
    }

    private static Plane fitted(Plane from, Plane target, Plane weights) {
        var height = target.height();
        var rows = new Equations[height];
        for (var row = 0; row < height; row++) {
            rows[row] = new Equations(FACTORS);
            for (var column = 0; column < target.width(); column++) {
                rows[row].observe(factors(from, column, row), target.at(column, row), weights.at(column, row));
            }
        }
        var fitted = new Plane(target.width(), height);
        for (var row = 0; row < height; row++) {
            var pooled = prior();
            for (var near = Math.max(0, row - 4); near <= Math.min(height - 1, row + 4); near++) {
                pooled.add(rows[near], POOL[Math.abs(near - row)]);
            }
            var shares = pooled.solve();
            for (var column = 0; column < target.width(); column++) {
                var factors = factors(from, column, row);
                var value = 0.0;
                for (var factor = 0; factor < FACTORS; factor++) {
                    value += shares[factor] * factors[factor];
                }
                fitted.values()[row * target.width() + column] = (float) value;
            }
        }
        return fitted;
    }

    private static Equations prior() {
        var prior = new Equations(FACTORS);
        for (var index = 0; index < ROWS; index++) {
            var away = Math.abs(index * STEP - REACH);
            prior.pull(index, away == 0 ? SAME_ROW : 0, STRENGTH * (1 + away / 4.0));
        }
        prior.pull(ROWS, 0, 3 * STRENGTH);
        prior.pull(ROWS + 1, 0, 3 * STRENGTH);
        prior.pull(ROWS + 2, 0, 1e-3);
        return prior;
    }

    private static double[] factors(Plane from, int column, int row) {
        var factors = new double[FACTORS];
        for (var index = 0; index < ROWS; index++) {
            var other = Math.max(0, Math.min(from.height() - 1, row + index * STEP - REACH));
            factors[index] = from.at(column, other);
        }
        factors[ROWS] = from.at(Math.max(0, column - ASIDE), row);
        factors[ROWS + 1] = from.at(Math.min(from.width() - 1, column + ASIDE), row);
        factors[ROWS + 2] = 1;
        return factors;
    }

    /** What is darker than predicted is what may have been added: it counts less still. */
    private static Plane weights(Plane predicted, Plane target) {
        var rest = target.minus(predicted, 1).values();
        var usual = 1.48 * Levels.median(rest) + 0.02;
        var weights = new Plane(target.width(), target.height());
        for (var index = 0; index < rest.length; index++) {
            var off = rest[index] / usual / (rest[index] > 0 ? 2.5 : 5);
            weights.values()[index] = (float) (1 / (1 + off * off));
        }
        return weights;
    }
}
