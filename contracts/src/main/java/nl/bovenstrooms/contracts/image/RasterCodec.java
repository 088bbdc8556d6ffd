package nl.bovenstrooms.contracts.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The stored form of a channel, lossless, and just what the browser is sent with {@code Content-Encoding: gzip}.
 *
 * <p>Each sample is replaced by its difference to the one on its left, modulo 2^bits, the first of a row by its difference
 * to 0. Of 16-bit differences all high bytes come first, then all low bytes; 8-bit ones are written as they are. All of that
 * is one gzip member.
 */
public final class RasterCodec {

    private static final int BUFFER = 1 << 16;

    private RasterCodec() {}

    public static byte[] encode(Raster raster) {
        var planes = differences(raster);
        var encoded = new ByteArrayOutputStream(planes.length / 2 + 64);
        try (var gzip = new FastGzip(encoded)) {
            gzip.write(planes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    /**
     * @param encoded what {@link #encode} made
     * @throws IllegalArgumentException when it is not gzip, or holds more or less than the size says; no more than the size
     *     says is ever unpacked
     */
    public static Raster decode(byte[] encoded, int width, int height, int bits) {
        var samples = new short[Math.multiplyExact(width, height)];
        var planes = new byte[Math.multiplyExact(samples.length, bits / 8)];
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(encoded), BUFFER)) {
            if (gzip.readNBytes(planes, 0, planes.length) != planes.length || gzip.read() != -1) {
                throw new IllegalArgumentException(
                        "the channel does not hold %d x %d samples of %d bits".formatted(width, height, bits));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the channel is not a readable gzip member", e);
        }
        var lowPlane = bits == 8 ? 0 : samples.length;
        for (var row = 0; row < height; row++) {
            var left = 0;
            for (var index = row * width; index < (row + 1) * width; index++) {
                var high = bits == 8 ? 0 : (planes[index] & 0xFF) << 8;
                left = (left + (high | (planes[lowPlane + index] & 0xFF))) & ((1 << bits) - 1);
                samples[index] = (short) left;
            }
        }
        return new Raster(width, height, bits, samples);
    }

    private static byte[] differences(Raster raster) {
        var samples = raster.samples();
        var wide = raster.bits() == 16;
        var planes = new byte[wide ? Math.multiplyExact(samples.length, 2) : samples.length];
        var lowPlane = wide ? samples.length : 0;
        for (var row = 0; row < raster.height(); row++) {
            var left = 0;
            for (var index = row * raster.width(); index < (row + 1) * raster.width(); index++) {
                var difference = samples[index] - left;
                left = samples[index];
                if (wide) {
                    planes[index] = (byte) (difference >> 8);
                }
                planes[lowPlane + index] = (byte) difference;
            }
        }
        return planes;
    }

    /** Level 1: on differences of noise, higher levels cost three times as much for a few per cent. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
