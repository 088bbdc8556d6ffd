package nl.bovenstrooms.scoring.image;

import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * A container at the scale that the network works at: three planes of attenuation, energy ratio, and whether there is a
 * second energy. Training and serving both go through here, so that the network is served what it was taught.
 *
 * <p>Holds buffers and is filled again for every container: one thread at a time.
 */
public final class WorkingView {

    /** Name of what this class does to pixels, as a model file states it; it changes when the numbers do. */
    public static final String NORMALISATION = "attenuation-1";

    public static final int PLANES = 3;

    /** -ln T above this is noise in any scanner: 1/900 of the open beam. */
    private static final float MOST_ATTENUATION = 6.8f;

    private static final float ATTENUATION_FACTOR = 0.5f;
    private static final float LEAST_RATIO = -1;
    private static final float MOST_RATIO = 1.5f;
    private static final float RATIO_FACTOR = 2;
    private static final float[] ATTENUATION = attenuationOfSamples();

    /** A sample as it stands in the first plane. Looked up, since a clamp for every pixel is slow until the JVM has compiled it. */
    private static final float[] FIRST_PLANE = firstPlaneOfSamples();

    private final int width;
    private final int height;
    private final float[] values;
    private final float[] principalRow;
    private final float[] lowRow;
    private float[] sum = new float[0];
    private boolean showsTwoEnergies;

    /**
     * @param width columns of the working scale
     * @param height rows of the working scale
     */
    public WorkingView(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[PLANES * width * height];
        principalRow = new float[width];
        lowRow = new float[width];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Plane by plane, row by row; the buffer itself, overwritten by the next {@link #show}. */
    public float[] values() {
        return values;
    }

    /** -ln T of a pixel that is shown, row by row, as far as it is told from noise. */
    public float attenuationAt(int pixel) {
        return values[pixel] / ATTENUATION_FACTOR;
    }

    /** -ln T of a transmission from 0 to 65535. */
    static float attenuation(int sample16) {
        return ATTENUATION[sample16];
    }

    /**
     * Fills the planes from a part of a picture, averaging over the area of each new pixel (interpolating where the part is
     * smaller than the working scale).
     */
    public void show(Raster principal, @Nullable Raster low, Region region) {
        if (!region.fitsIn(principal.width(), principal.height())) {
            throw new IllegalArgumentException("the container's region %s lies outside the picture of %d x %d"
                    .formatted(region, principal.width(), principal.height()));
        }
        if (low != null && (low.width() != principal.width() || low.height() != principal.height())) {
            throw new IllegalArgumentException("the low energy's picture is %d x %d, the other one %d x %d"
                    .formatted(low.width(), low.height(), principal.width(), principal.height()));
        }
        var columns = Resampling.of(region.width(), width);
        var rows = Resampling.of(region.height(), height);
        var plane = width * height;
        if (sum.length < region.width() + columns.taps()) {
            sum = new float[region.width() + columns.taps()];
        }
        if (showsTwoEnergies != (low != null)) {
            showsTwoEnergies = low != null;
            Arrays.fill(values, plane, 2 * plane, 0);
            Arrays.fill(values, 2 * plane, 3 * plane, showsTwoEnergies ? 1 : 0);
        }
        for (var row = 0; row < height; row++) {
            resample(principal, region, rows, columns, row, principalRow);
            var target = row * width;
            for (var column = 0; column < width; column++) {
                values[target + column] = FIRST_PLANE[(int) principalRow[column]];
            }
            if (low == null) {
                continue;
            }
            resample(low, region, rows, columns, row, lowRow);
            for (var column = 0; column < width; column++) {
                var ratio = ATTENUATION[(int) lowRow[column]] - ATTENUATION[(int) principalRow[column]];
                values[plane + target + column] = Math.max(LEAST_RATIO, Math.min(MOST_RATIO, ratio)) * RATIO_FACTOR;
            }
        }
    }

    /** One row of the working scale, in 65536ths whatever the depth of the source, plus a half for rounding. */
    private void resample(Raster raster, Region region, Resampling rows, Resampling columns, int row, float[] target) {
        sumRows(raster, region, rows, row);
        var to16Bits = raster.bits() == 8 ? 257f : 1f;
        var taps = columns.taps();
        var weights = columns.weights();
        if (taps == 3) {
            // Most pictures are a little finer than the working scale; without the inner loop they take a fifth less.
            for (int column = 0, weight = 0; column < target.length; column++, weight += 3) {
                var source = columns.first(column);
                var value = weights[weight] * sum[source]
                        + weights[weight + 1] * sum[source + 1]
                        + weights[weight + 2] * sum[source + 2];
                target[column] = Math.min(65535, value * to16Bits + 0.5f);
            }
            return;
        }
        for (var column = 0; column < target.length; column++) {
            var source = columns.first(column);
            var weight = column * taps;
            var value = 0f;
            for (var tap = 0; tap < taps; tap++) {
                value += weights[weight + tap] * sum[source + tap];
            }
            target[column] = Math.min(65535, value * to16Bits + 0.5f);
        }
    }

    private void sumRows(Raster raster, Region region, Resampling rows, int row) {
        var samples = raster.samples();
        var wide = region.width();
        Arrays.fill(sum, 0, wide, 0);
        for (var tap = 0; tap < rows.taps(); tap++) {
            var weight = rows.weights()[row * rows.taps() + tap];
            if (weight == 0) {
                continue;
            }
            var start = (region.y() + rows.first(row) + tap) * raster.width() + region.x();
            for (var column = 0; column < wide; column++) {
                sum[column] += weight * (samples[start + column] & 0xFFFF);
            }
        }
    }

    private static float[] attenuationOfSamples() {
        var table = new float[1 << 16];
        for (var sample = 0; sample < table.length; sample++) {
            table[sample] = (float) -Math.log(Math.max(1, sample) / 65535.0);
        }
        return table;
    }

    private static float[] firstPlaneOfSamples() {
        var table = new float[ATTENUATION.length];
        for (var sample = 0; sample < table.length; sample++) {
            table[sample] = Math.min(MOST_ATTENUATION, ATTENUATION[sample]) * ATTENUATION_FACTOR;
        }
        return table;
    }

    /**
     * Which source pixels make up each new one along an axis, and with what weight.
     *
     * @param taps neighbouring source pixels for each new one; those too many have no weight
     * @param firsts the first of them
     * @param weights new pixel by new pixel
     */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one container is resampled
    private record Resampling(int taps, int[] firsts, float[] weights) {

        static Resampling of(int size, int newSize) {
            var scale = (double) size / newSize;
            var taps = scale >= 1 ? (int) Math.ceil(scale) + 1 : 2;
            var firsts = new int[newSize];
            var weights = new float[newSize * taps];
            for (var index = 0; index < newSize; index++) {
                if (scale < 1) {
                    var centre = Math.max(0, Math.min(size - 1, (index + 0.5) * scale - 0.5));
                    firsts[index] = (int) centre;
                    weights[2 * index] = (float) (1 - (centre - firsts[index]));
                    weights[2 * index + 1] = (float) (centre - firsts[index]);
                    continue;
                }
                var from = index * scale;
                var until = Math.min(size, (index + 1) * scale);
                firsts[index] = (int) from;
                for (var source = firsts[index]; source < until; source++) {
                    weights[index * taps + source - firsts[index]] =
                            (float) ((Math.min(source + 1, until) - Math.max(source, from)) / (until - from));
                }
            }
            return new Resampling(taps, firsts, weights);
        }

        int first(int index) {
            return firsts[index];
        }
    }
}
