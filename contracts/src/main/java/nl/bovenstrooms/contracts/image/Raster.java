package nl.bovenstrooms.contracts.image;

/**
 * One channel of a scan as transmission: 0 is opaque, {@link #fullScale()} is open beam, whatever the source's convention
 * was.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param bits 8 or 16
 * @param samples {@code width * height} unsigned values, row by row from the top left; not copied, so the owner of a raster
 *     leaves them alone
 */
@SuppressWarnings("ArrayRecordComponent") // samples are megabytes: a raster is compared by its digest, never by equals
public record Raster(int width, int height, int bits, short[] samples) {

    public Raster {
        if (width < 1 || height < 1 || (bits != 8 && bits != 16)) {
            throw new IllegalArgumentException(
                    "a raster has at least one pixel and 8 or 16 bits: width=%d height=%d bits=%d"
                            .formatted(width, height, bits));
        }
        if (samples.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "a raster of %d x %d has not %d samples".formatted(width, height, samples.length));
        }
    }

    /** The sample at a column and row, 0 to {@link #fullScale()}. */
    public int at(int column, int row) {
        return samples[row * width + column] & 0xFFFF;
    }

    /** 255 or 65535: the value of the open beam. */
    public int fullScale() {
        return (1 << bits) - 1;
    }
}
