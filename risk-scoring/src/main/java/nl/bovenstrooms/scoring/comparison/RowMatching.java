package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/**
 * Finds for each place of the second picture the row of the first that looks through the middle of the container at the same
 * height. Scanners stand at different distances and heights, and vehicles lean and rock.
 *
 * <p>The shift is a curve over the rows, drawn from the few ways in which two fans of rays can differ, plus one over the
 * columns. Fine texture is compared for all shifts at once; then the likeliest curves are sought.
 */
final class RowMatching {

    /**
     * Polynomials over the rows, from -1 to 1, each as large as one standard deviation of what it stands for: the principal
     * components of the shift between pairs of scanners that stand 1.5 to 3.7 m from the wall, at 0 to 2.1 m above the floor.
     */
    private static final double[][] FANS = {
        {13.8, -4.2, 2.1, -0.3},
        {1.1, 6.1, -1.3, 0.1},
        {2.0, -1.8, -5.9, 2.5},
        {0.1, 1.6, -0.3, -2.8}
    };

    private static final int MOST_SHIFT = 44;
    private static final int SHIFTS = 2 * MOST_SHIFT + 1;
    private static final int BLOCKS = 16;
    private static final int FIRST_ROW = 4;
    private static final int ROW_STEP = 2;

    /** What a deviation of one costs, in correlation. */
    private static final double DOUBT = 0.004;

    /** Deviation of the lean between the two pictures, in rows at their ends. */
    private static final double LEAN = 4;

    private static final int ROCKING_TERMS = 6;

    private final float[][] likeness;
    private final int rows;
    private final int height;

    private RowMatching(float[][] likeness, int rows, int height) {
        this.likeness = likeness;
        this.rows = rows;
        this.height = height;
    }

    /**
     * @param rowShifts for each row of the second picture, how much lower the first one shows the same
     * @param columnShifts the same for each column, to be added
     * @param likeness mean correlation, up to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Match(double[] rowShifts, double[] columnShifts, double likeness) {}

    /** @param first with its columns already where those of the second are */
    static Match of(Plane first, Plane second) {
        var rows = (second.height() - 3 * FIRST_ROW) / ROW_STEP;
        var matching = new RowMatching(likeness(texture(first), texture(second), rows), rows, second.height());
        return matching.match(second.width());
    }

    private static Plane texture(Plane plane) {
        var along = plane.minus(plane.smooth(12, 0), 1);
        var both = along.minus(along.smooth(0, 6), 0.85f).mean(1, 1);
        return both.evened(29, 6, 0.02);
    }

    /** Of each block of columns: for each row of the second picture and each shift, mean product of the textures. */
    private static float[][] likeness(Plane first, Plane second, int rows) {
        var width = second.width();
        var blockWidth = width / BLOCKS;
        var likeness = new float[BLOCKS][rows * SHIFTS];
        for (var row = 0; row < rows; row++) {
            var place = FIRST_ROW + row * ROW_STEP;
            for (var shift = 0; shift < SHIFTS; shift++) {
                var other = place + shift - MOST_SHIFT;
                if (other < 0 || other >= first.height()) {
                    continue;
                }
                for (var block = 0; block < BLOCKS; block++) {
                    var one = place * width + block * blockWidth;
                    var two = other * width + block * blockWidth;
                    var sum = 0f;
                    for (var column = 0; column < blockWidth; column++) {
                        sum += second.values()[one + column] * first.values()[two + column];
                    }
                    likeness[block][row * SHIFTS + shift] = sum / width;
                }
            }
        }
        for (var block = 0; block < BLOCKS; block++) {
            likeness[block] =
                    new Plane(SHIFTS, rows, likeness[block]).mean(1, 0).values();
        }
        return likeness;
    }

    private Match match(int width) {
        var parameters = refined(coarse());
        var rowShifts = new double[height];
        for (var row = 0; row < height; row++) {
            rowShifts[row] = rowShift(parameters, row);
        }
        var columnShifts = new double[width];
        for (var column = 0; column < width; column++) {
            columnShifts[column] = columnShift(parameters, (column + 0.5) / width);
        }
        return new Match(rowShifts, columnShifts, value(parameters) / rows);
    }

    /** Every sensible lean, height, scale and bend. */
    private double[] coarse() {
        var best = new double[FANS.length + 1 + ROCKING_TERMS];
        var highest = Double.NEGATIVE_INFINITY;
        for (var lean = -9.0; lean <= 9; lean += 1.5) {
            var parameters = new double[best.length];
            parameters[FANS.length] = lean;
            var sums = sums(parameters);
            for (parameters[0] = -2.6; parameters[0] <= 2.6; parameters[0] += 0.1) {
                for (parameters[1] = -2; parameters[1] <= 2; parameters[1] += 0.33) {
                    for (parameters[2] = -2; parameters[2] <= 2; parameters[2] += 0.66) {
                        var value = value(sums, parameters);
                        if (value > highest) {
                            highest = value;
                            best = Arrays.copyOf(parameters, parameters.length);
                        }
                    }
                }
            }
        }
        return best;
    }

    private double[] refined(double[] parameters) {
        var highest = value(parameters);
        for (var scale = 1.0; scale > 0.1; scale *= 0.6) {
            for (var index = 0; index < parameters.length; index++) {
                for (var direction = -1; direction <= 1; direction += 2) {
                    var step = direction * scale * step(index);
                    var value = highest;
                    do {
                        highest = value;
                        parameters[index] += step;
                        value = value(parameters);
                    } while (value > highest);
                    parameters[index] -= step;
                }
            }
        }
        return parameters;
    }

    private static double step(int parameter) {
        return parameter == 0 ? 0.05 : parameter < FANS.length ? 0.2 : parameter == FANS.length ? 0.75 : 0.5;
    }

    private double value(double[] parameters) {
        return value(sums(parameters), parameters);
    }

    private double value(float[] sums, double[] parameters) {
        var value = 0.0;
        for (var row = 0; row < rows; row++) {
            var shift = rowShift(parameters, FIRST_ROW + row * ROW_STEP) + MOST_SHIFT;
            var whole = (int) Math.max(0, Math.min(SHIFTS - 2, Math.floor(shift)));
            var share = Math.max(0, Math.min(1, shift - whole));
            var index = row * SHIFTS + whole;
            value += sums[index] + share * (sums[index + 1] - sums[index]);
        }
        var doubt = 0.0;
        for (var index = 0; index < parameters.length; index++) {
            var deviation = index == FANS.length ? LEAN : 1;
            doubt += parameters[index] * parameters[index] / (deviation * deviation);
        }
        return value - DOUBT * rows * doubt / 2;
    }

    /** The blocks on top of each other, as if nothing leant or rocked. */
    private float[] sums(double[] parameters) {
        var sums = new float[rows * SHIFTS];
        for (var block = 0; block < BLOCKS; block++) {
            var shift = columnShift(parameters, (block + 0.5) / BLOCKS);
            var whole = (int) Math.floor(shift);
            var share = (float) (shift - whole);
            var from = Math.max(0, -whole);
            var until = Math.min(SHIFTS, SHIFTS - whole - 1);
            for (var row = 0; row < rows; row++) {
                var start = row * SHIFTS;
                for (var index = start + from; index < start + until; index++) {
                    var value = likeness[block][index + whole];
                    sums[index] += value + share * (likeness[block][index + whole + 1] - value);
                }
            }
        }
        return sums;
    }

    private double rowShift(double[] parameters, int row) {
        var place = 2 * (row + 0.5) / height - 1;
        var shift = 0.0;
        for (var fan = 0; fan < FANS.length; fan++) {
            var polynomial = FANS[fan];
            shift += parameters[fan]
                    * (polynomial[0] + place * (polynomial[1] + place * (polynomial[2] + place * polynomial[3])));
        }
        return shift;
    }

    /** @param place 0 to 1 */
    private static double columnShift(double[] parameters, double place) {
        var shift = parameters[FANS.length] * (2 * place - 1);
        for (var term = 0; term < ROCKING_TERMS; term++) {
            var size = parameters[FANS.length + 1 + term];
            if (size != 0) {
                shift += size * Math.cos(Math.PI * (term + 2) * place);
            }
        }
        return shift;
    }
}
