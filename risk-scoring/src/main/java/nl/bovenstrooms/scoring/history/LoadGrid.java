package nl.bovenstrooms.scoring.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;

/**
 * How the mass of a load is spread over its container: the mean and the standard deviation of -ln T in each of 16 x 4 cells. Two
 * pictures of the same load, or of two loads packed alike, have grids that lie close together.
 */
public final class LoadGrid {

    static final int COLUMNS = 16;
    static final int ROWS = 4;

    /** Samples per side of a cell: at 256 of them the mean is known to a sixteenth of the deviation. */
    private static final int SIDE = 16;

    private static final int CELLS = COLUMNS * ROWS;
    private static final float[] ATTENUATION = attenuations();

    /** The means row by row from the top left, then the deviations. */
    private final float[] values;

    private LoadGrid(float[] values) {
        this.values = values;
    }

    /**
     * @param picture transmission, 8 or 16 bits
     * @param container where it stands in the picture
     */
    public static LoadGrid of(Raster picture, Region container) {
        var values = new float[2 * CELLS];
        for (var row = 0; row < ROWS; row++) {
            for (var column = 0; column < COLUMNS; column++) {
                measure(picture, container, row, column, values);
            }
        }
        return new LoadGrid(values);
    }

    private static void measure(Raster picture, Region container, int row, int column, float[] values) {
        var to16Bits = picture.bits() == 8 ? 257 : 1;
        var sum = 0.0;
        var squares = 0.0;
        for (var down = 0; down < SIDE; down++) {
            var y = container.y() + (int) ((row * SIDE + down + 0.5) * container.height() / (ROWS * SIDE));
            for (var across = 0; across < SIDE; across++) {
                var x = container.x() + (int) ((column * SIDE + across + 0.5) * container.width() / (COLUMNS * SIDE));
                var attenuation = ATTENUATION[picture.at(x, y) * to16Bits];
                sum += attenuation;
                squares += attenuation * (double) attenuation;
            }
        }
        var samples = SIDE * SIDE;
        var mean = sum / samples;
        var cell = row * COLUMNS + column;
        values[cell] = (float) mean;
        values[CELLS + cell] = (float) Math.sqrt(Math.max(0, squares / samples - mean * mean));
    }

    /** @param bytes what {@link #bytes()} gave */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LoadGrid of(byte[] bytes) {
        var values = new float[2 * CELLS];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new LoadGrid(values);
    }

    /** 128 numbers of 4 bytes, little end first. */
    @JsonValue
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * How much two loads differ: the mean absolute difference of all numbers, in units of -ln T. A container may have been driven
     * through the other way round, so the better of the two directions counts.
     */
    public double distanceTo(LoadGrid other) {
        return Math.min(distance(other, false), distance(other, true));
    }

    private double distance(LoadGrid other, boolean mirrored) {
        var sum = 0.0;
        for (var index = 0; index < values.length; index++) {
            var column = index % COLUMNS;
            var counterpart = mirrored ? index - column + COLUMNS - 1 - column : index;
            sum += Math.abs(values[index] - other.values[counterpart]);
        }
        return sum / values.length;
    }

    /** 1/900 of the open beam and less is noise in any scanner. */
    private static float[] attenuations() {
        var table = new float[1 << 16];
        for (var sample = 0; sample < table.length; sample++) {
            table[sample] = (float) -StrictMath.log(Math.max(65535.0 / 900, sample) / 65535.0);
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoadGrid grid && Arrays.equals(values, grid.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
