package nl.bovenstrooms.simulator.wire;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.scanner.Exposure;

/** A picture as the base case has it: one channel, 8 bits, a curve that nobody tells. */
public final class EightBits {

    private static final int BLOCK = 32;

    private EightBits() {}

    public static Raster of(Exposure exposure, Curve curve) {
        var table = curve.table();
        var width = exposure.width();
        var height = exposure.height();
        var lines = exposure.high();
        var samples = new short[width * height];
        for (var left = 0; left < width; left += BLOCK) {
            var right = Math.min(width, left + BLOCK);
            for (var row = 0; row < height; row++) {
                for (var column = left; column < right; column++) {
                    var entry = Curve.entry(lines[column * height + row]);
                    samples[row * width + column] = (short) (table[entry] & 0xFF);
                }
            }
        }
        return new Raster(width, height, 8, samples);
    }
}
