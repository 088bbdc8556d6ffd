package nl.bovenstrooms.scoring.image;

import java.time.Instant;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.story.Passages;
import nl.bovenstrooms.simulator.story.Scenarios;
import nl.bovenstrooms.simulator.wire.PictureFile;

/** A simulated scan of one container, stretched to any size. */
public final class StretchedScan {

    private static final Raster SCAN;
    private static final Region CONTAINER;

    static {
        var passage = new Passages(Scenarios.shipped("santos-export"), 4, Instant.parse("2026-11-24T00:00:00Z"))
                .first(20)
                .filter(candidate -> candidate.truth().containers().size() == 1)
                .findFirst()
                .orElseThrow();
        SCAN = PictureFile.fromJpeg(passage.images().get(0).bytes());
        CONTAINER = passage.truth().containers().get(0).region();
    }

    private StretchedScan() {}

    public static Region region(int width, int height) {
        return new Region(width / 12, height / 10, width * 10 / 12, height * 7 / 10);
    }

    public static Raster of(int width, int height, int bits) {
        var raster = WorkingViewTest.flat(width, height, bits, 0);
        var region = region(width, height);
        for (var row = 0; row < height; row++) {
            var y = place(row - region.y(), region.height(), CONTAINER.y(), CONTAINER.height(), SCAN.height());
            for (var column = 0; column < width; column++) {
                var x = place(column - region.x(), region.width(), CONTAINER.x(), CONTAINER.width(), SCAN.width());
                raster.samples()[row * width + column] = (short) (SCAN.at(x, y) * (bits == 8 ? 1 : 257));
            }
        }
        return raster;
    }

    private static int place(int offset, int size, int start, int sourceSize, int end) {
        return Math.max(0, Math.min(end - 1, start + (int) Math.floor(offset * (double) sourceSize / size)));
    }

    /** From and until are shares of the container's region; grey is a share of full scale. */
    static void fill(Raster raster, double left, double right, double top, double bottom, double grey) {
        var region = region(raster.width(), raster.height());
        var value = (short) Math.round(grey * raster.fullScale());
        for (var row = (int) (region.y() + top * region.height()); row < region.y() + bottom * region.height(); row++) {
            for (var column = (int) (region.x() + left * region.width());
                    column < region.x() + right * region.width();
                    column++) {
                raster.samples()[row * raster.width() + column] = value;
            }
        }
    }
}
