package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/** A few cosines over 0 to 1, fitted so that single wild values do not count. */
final class SmoothCurve {

    private static final int ROUNDS = 6;

    /** Residual at which a value counts half. */
    private static final double DOUBTFUL = 0.7;

    private static final double STIFFNESS = 0.01;

    private final double[] coefficients;

    private SmoothCurve(double[] coefficients) {
        this.coefficients = coefficients;
    }

    static SmoothCurve through(double[] places, double[] values, double[] weights, int terms) {
        var current = Arrays.copyOf(weights, weights.length);
        var curve = new SmoothCurve(new double[terms]);
        for (var round = 0; round < ROUNDS; round++) {
            var equations = new Equations(terms);
            for (var term = 2; term < terms; term++) {
                equations.pull(term, 0, STIFFNESS * term * term);
            }
            for (var index = 0; index < places.length; index++) {
                equations.observe(cosines(places[index], terms), values[index], current[index]);
            }
            curve = new SmoothCurve(equations.solve());
            for (var index = 0; index < places.length; index++) {
                var off = (values[index] - curve.at(places[index])) / DOUBTFUL;
                current[index] = weights[index] / (1 + off * off);
            }
        }
        return curve;
    }

    double at(double place) {
        var value = 0.0;
        for (var term = 0; term < coefficients.length; term++) {
            value += coefficients[term] * Math.cos(Math.PI * term * place);
        }
        return value;
    }

    private static double[] cosines(double place, int terms) {
        var cosines = new double[terms];
        for (var term = 0; term < terms; term++) {
            cosines[term] = Math.cos(Math.PI * term * place);
        }
        return cosines;
    }
}
