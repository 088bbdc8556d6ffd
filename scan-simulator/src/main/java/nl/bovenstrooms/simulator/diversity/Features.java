package nl.bovenstrooms.simulator.diversity;

import nl.bovenstrooms.contracts.image.Raster;

/**
 * What a picture looks like, in numbers.
 *
 * @param mean of -ln of transmission
 * @param deviation of it
 * @param entropy of its histogram in 32 bins, in bits
 * @param edges mean difference of neighbours
 * @param along of all differences, the share that lies along the vehicle: 0.5 when texture has no direction
 * @param black share of pixels that let less than 1 % through
 */
record Features(double mean, double deviation, double entropy, double edges, double along, double black) {

    /** In the order of {@link #values}. */
    static final String[] NAMES = {"mean", "deviation", "entropy", "edges", "along", "black"};

    private static final int BINS = 32;
    private static final double MOST = 6.5;

    double[] values() {
        return new double[] {mean, deviation, entropy, edges, along, black};
    }

    static Features of(Raster raster) {
        var attenuation = attenuation(raster);
        var sum = 0.0;
        var squares = 0.0;
        var black = 0;
        var histogram = new int[BINS];
        for (var value : attenuation) {
            sum += value;
            squares += value * value;
            black += value > 4.6 ? 1 : 0;
            histogram[(int) Math.min(BINS - 1, value / MOST * BINS)]++;
        }
        var mean = sum / attenuation.length;
        var horizontal = 0.0;
        var vertical = 0.0;
        var width = raster.width();
        for (var index = 0; index + width + 1 < attenuation.length; index++) {
            horizontal += Math.abs(attenuation[index + 1] - attenuation[index]);
            vertical += Math.abs(attenuation[index + width] - attenuation[index]);
        }
        return new Features(
                mean,
                Math.sqrt(Math.max(0, squares / attenuation.length - mean * mean)),
                entropy(histogram, attenuation.length),
                (horizontal + vertical) / attenuation.length,
                horizontal / Math.max(1e-9, horizontal + vertical),
                black / (double) attenuation.length);
    }

    private static double entropy(int[] histogram, int count) {
        var entropy = 0.0;
        for (var bin : histogram) {
            if (bin > 0) {
                var share = bin / (double) count;
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }

    private static double[] attenuation(Raster raster) {
        var attenuation = new double[raster.width() * raster.height()];
        for (var index = 0; index < attenuation.length; index++) {
            var sample = Math.max(raster.fullScale() * 0.0015, raster.samples()[index] & 0xFFFF);
            attenuation[index] = -Math.log(sample / raster.fullScale());
        }
        return attenuation;
    }

    /** Mean attenuation of 24 by 12 cells: two pictures with the same one show the same thing. */
    static float[] grid(Raster raster) {
        var columns = 24;
        var rows = 12;
        var grid = new float[columns * rows];
        var counts = new int[columns * rows];
        var attenuation = attenuation(raster);
        for (var index = 0; index < attenuation.length; index++) {
            var column = index % raster.width() * columns / raster.width();
            var row = index / raster.width() * rows / raster.height();
            grid[row * columns + column] += (float) attenuation[index];
            counts[row * columns + column]++;
        }
        for (var cell = 0; cell < grid.length; cell++) {
            grid[cell] /= Math.max(1, counts[cell]);
        }
        return grid;
    }
}
