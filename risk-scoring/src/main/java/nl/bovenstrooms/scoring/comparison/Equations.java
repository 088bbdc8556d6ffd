package nl.bovenstrooms.scoring.comparison;

/** Least squares: sums up weighted observations of a straight-line model and solves for its coefficients. */
final class Equations {

    private final int size;
    private final double[] matrix;
    private final double[] right;

    Equations(int size) {
        this.size = size;
        matrix = new double[size * size];
        right = new double[size];
    }

    /** Pulls a coefficient towards a value, with so much weight. */
    void pull(int coefficient, double value, double weight) {
        matrix[coefficient * size + coefficient] += weight;
        right[coefficient] += weight * value;
    }

    void observe(double[] factors, double value, double weight) {
        for (var row = 0; row < size; row++) {
            var weighted = weight * factors[row];
            right[row] += weighted * value;
            for (var column = 0; column <= row; column++) {
                matrix[row * size + column] += weighted * factors[column];
            }
        }
    }

    void add(Equations other, double share) {
        for (var index = 0; index < matrix.length; index++) {
            matrix[index] += share * other.matrix[index];
        }
        for (var row = 0; row < size; row++) {
            right[row] += share * other.right[row];
        }
    }

    /** By Cholesky's decomposition, in place: afterwards nothing can be added. */
    double[] solve() {
        for (var row = 0; row < size; row++) {
            for (var column = 0; column <= row; column++) {
                var sum = matrix[row * size + column];
                for (var index = 0; index < column; index++) {
                    sum -= matrix[row * size + index] * matrix[column * size + index];
                }
                matrix[row * size + column] =
                        row == column ? Math.sqrt(Math.max(1e-12, sum)) : sum / matrix[column * size + column];
            }
        }
        var solution = new double[size];
        for (var row = 0; row < size; row++) {
            var sum = right[row];
            for (var index = 0; index < row; index++) {
                sum -= matrix[row * size + index] * solution[index];
            }
            solution[row] = sum / matrix[row * size + row];
        }
        for (var row = size - 1; row >= 0; row--) {
            var sum = solution[row];
            for (var index = row + 1; index < size; index++) {
                sum -= matrix[index * size + row] * solution[index];
            }
            solution[row] = sum / matrix[row * size + row];
        }
        return solution;
    }
}
