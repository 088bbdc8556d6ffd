package nl.bovenstrooms.simulator.scanner;

import java.util.Optional;
import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * A picture as the detectors give it, normalised to the open beam, and what is true of it. Values stand line by line: those
 * of one column together.
 *
 * @param high transmission, about 0 to 1, of the only or the harder beam
 * @param low of the softer beam, null where there is none
 * @param threat where contraband is in the way of the rays: its own mass thickness in g/cm2
 * @param visibility how much darker contraband makes its pixels, in units of the noise there, mean over those pixels; 0
 *     without contraband
 * @param conspicuity how far contraband stands out from its surroundings, see {@link Conspicuity}; 0 without contraband
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, never compared
public record Exposure(
        int width,
        int height,
        float[] high,
        float @Nullable [] low,
        float[] threat,
        double visibility,
        double conspicuity) {

    /** In the way of a ray it takes so much to count as contraband, in g/cm2: less than a third of a brick on edge. */
    private static final float LEAST_THREAT = 1.2f;

    public Raster principal() {
        return raster(high);
    }

    public Optional<Raster> softer() {
        return low == null ? Optional.empty() : Optional.of(raster(low));
    }

    /** 16 bits, row by row. */
    private Raster raster(float[] lines) {
        var samples = new short[width * height];
        var block = 32;
        for (var left = 0; left < width; left += block) {
            var right = Math.min(width, left + block);
            for (var row = 0; row < height; row++) {
                for (var column = left; column < right; column++) {
                    var value = Math.max(0, Math.min(1, lines[column * height + row]));
                    samples[row * width + column] = (short) (value * 65535 + 0.5f);
                }
            }
        }
        return new Raster(width, height, 16, samples);
    }

    /** Some rows of it. What is seen of the contraband is told of all rows. */
    Exposure rows(int first, int count) {
        return new Exposure(
                width,
                count,
                rows(high, first, count),
                low == null ? null : rows(low, first, count),
                rows(threat, first, count),
                visibility,
                conspicuity);
    }

    private float[] rows(float[] lines, int first, int count) {
        var some = new float[width * count];
        for (var column = 0; column < width; column++) {
            System.arraycopy(lines, column * height + first, some, column * count, count);
        }
        return some;
    }

    /** 1 where contraband is in the way of the rays, 0 elsewhere; row by row. */
    public byte[] mask() {
        var mask = new byte[width * height];
        for (var column = 0; column < width; column++) {
            for (var row = 0; row < height; row++) {
                mask[row * width + column] = (byte) (threat[column * height + row] >= LEAST_THREAT ? 1 : 0);
            }
        }
        return mask;
    }
}
