package nl.bovenstrooms.scoring.image;

import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Raster;

/**
 * A picture with few pixels, as attenuation against the open beam: enough to see where things stand, a hundredth of the
 * work.
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one picture is looked at
record Thumbnail(int width, int height, int columnsPerPixel, int rowsPerPixel, float[] attenuation) {

    private static final int COLUMNS = 500;
    private static final int ROWS = 200;

    /** Share of pixels that are darker than the open beam: a cropped picture shows little of it. */
    private static final double OPEN_BEAM = 0.99;

    private static final int GREYS = 1 << 10;

    static Thumbnail of(Raster raster) {
        var columnsPerPixel = Math.max(1, raster.width() / COLUMNS);
        var rowsPerPixel = Math.max(1, raster.height() / ROWS);
        var width = raster.width() / columnsPerPixel;
        var height = raster.height() / rowsPerPixel;
        var sums = sums(raster, width, height, columnsPerPixel, rowsPerPixel);
        var to16Bits = (raster.bits() == 8 ? 257f : 1f) / (columnsPerPixel * rowsPerPixel);
        var counts = new int[GREYS];
        for (var sum : sums) {
            counts[(int) (sum * to16Bits) >> 6]++;
        }
        var brighter = 0;
        var grey = GREYS - 1;
        while (grey > 0 && brighter + counts[grey] <= sums.length * (1 - OPEN_BEAM)) {
            brighter += counts[grey--];
        }
        var openBeam = WorkingView.attenuation(grey * 64 + 63);
        var attenuation = new float[sums.length];
        for (var pixel = 0; pixel < sums.length; pixel++) {
            attenuation[pixel] = WorkingView.attenuation((int) (sums[pixel] * to16Bits)) - openBeam;
        }
        return new Thumbnail(width, height, columnsPerPixel, rowsPerPixel, attenuation);
    }

    private static int[] sums(Raster raster, int width, int height, int columnsPerPixel, int rowsPerPixel) {
        var samples = raster.samples();
        var sums = new int[width * height];
        var line = new int[width * columnsPerPixel];
        for (var row = 0; row < height; row++) {
            Arrays.fill(line, 0);
            for (var source = row * rowsPerPixel; source < (row + 1) * rowsPerPixel; source++) {
                var start = source * raster.width();
                for (var column = 0; column < line.length; column++) {
                    line[column] += samples[start + column] & 0xFFFF;
                }
            }
            var target = row * width;
            for (int column = 0, place = 0; column < width; column++) {
                var sum = 0;
                for (var end = place + columnsPerPixel; place < end; place++) {
                    sum += line[place];
                }
                sums[target + column] = sum;
            }
        }
        return sums;
    }

    float at(int column, int row) {
        return attenuation[row * width + column];
    }
}
