package nl.bovenstrooms.simulator.scanner;

import nl.bovenstrooms.simulator.physics.TransmissionTable;

/**
 * How far contraband stands out from its surroundings: what it changes in -ln T, in units of how much -ln T varies nearby,
 * goods and noise together. What takes the place of goods changes little, and what lies in a coarse texture drowns in it,
 * however few photons that would take to see.
 */
final class Conspicuity {

    /** Every fourth pixel in both directions is enough for a mean. */
    private static final int STEP = 4;

    /** Surroundings reach so many steps to each side. */
    private static final int REACH = 6;

    /** In g/cm2, as in {@link Exposure#mask}. */
    private static final float LEAST_THREAT = 1.2f;

    private final TransmissionTable table;
    private final double photons;
    private final int height;
    private final int columns;
    private final int rows;

    /** @param photons per pixel in the open beam */
    Conspicuity(TransmissionTable table, double photons, int width, int height) {
        this.table = table;
        this.photons = photons;
        this.height = height;
        columns = (width + STEP - 1) / STEP;
        rows = (height + STEP - 1) / STEP;
    }

    /**
     * @param goods all but the contraband, with hollows where it lies
     * @param hollows the goods that it takes the place of, as negative mass
     * @return mean over its pixels; 0 when nothing of it is in the picture
     */
    double of(MassMap goods, MassMap hollows, MassMap contraband) {
        var clean = new double[columns * rows];
        for (var column = 0; column < columns; column++) {
            for (var row = 0; row < rows; row++) {
                var index = column * STEP * height + row * STEP;
                clean[column * rows + row] =
                        attenuation(goods.water[index] - hollows.water[index], goods.iron[index] - hollows.iron[index]);
            }
        }
        var sums = integral(clean, 1);
        var squares = integral(clean, 2);
        var total = 0.0;
        var count = 0;
        for (var column = 0; column < columns; column++) {
            for (var row = 0; row < rows; row++) {
                var index = column * STEP * height + row * STEP;
                if (contraband.water[index] + contraband.iron[index] < LEAST_THREAT) {
                    continue;
                }
                var here = clean[column * rows + row];
                var loaded = attenuation(
                        goods.water[index] + contraband.water[index], goods.iron[index] + contraband.iron[index]);
                // A count of N photons has a relative deviation of 1 / sqrt(N), which is the deviation of -ln T.
                var noise = Math.exp(Math.max(here, loaded)) / photons;
                total += Math.abs(loaded - here) / Math.sqrt(variance(sums, squares, column, row) + noise);
                count++;
            }
        }
        return count == 0 ? 0 : total / count;
    }

    private double attenuation(float water, float iron) {
        return -Math.log(Math.max(1e-6, table.transmission(Math.max(0, water), Math.max(0, iron))));
    }

    private double[] integral(double[] values, int power) {
        var wide = rows + 1;
        var sums = new double[(columns + 1) * wide];
        for (var column = 0; column < columns; column++) {
            var ofColumn = 0.0;
            for (var row = 0; row < rows; row++) {
                ofColumn += Math.pow(values[column * rows + row], power);
                sums[(column + 1) * wide + row + 1] = sums[column * wide + row + 1] + ofColumn;
            }
        }
        return sums;
    }

    private double variance(double[] sums, double[] squares, int column, int row) {
        var left = Math.max(0, column - REACH);
        var right = Math.min(columns, column + REACH + 1);
        var top = Math.max(0, row - REACH);
        var bottom = Math.min(rows, row + REACH + 1);
        var pixels = (right - left) * (bottom - top);
        var mean = inside(sums, left, right, top, bottom) / pixels;
        return Math.max(0, inside(squares, left, right, top, bottom) / pixels - mean * mean);
    }

    private double inside(double[] sums, int left, int right, int top, int bottom) {
        var wide = rows + 1;
        return sums[right * wide + bottom]
                - sums[left * wide + bottom]
                - sums[right * wide + top]
                + sums[left * wide + top];
    }
}
