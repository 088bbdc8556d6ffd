package nl.bovenstrooms.scoring.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;

/** A container that is drawn in code: boxes of goods between two posts, in shares of its length and height. */
public record Goods(List<Box> boxes) {

    /** @param attenuation -ln T of it alone */
    public record Box(double left, double top, double width, double height, double attenuation) {

        boolean covers(double along, double down) {
            return along >= left && along < left + width && down >= top && down < top + height;
        }
    }

    /** A scanner: its picture's size, whether the container comes the other way round, and its viewer's gamma in 8 bits. */
    public record Scanner(int width, int height, boolean isMirrored, double gamma) {}

    private static final int MARGIN = 20;

    public static Goods loaded(long seed) {
        var random = new SplittableRandom(seed);
        var boxes = new ArrayList<Box>();
        boxes.add(new Box(0, 0, 0.012, 1, 3));
        boxes.add(new Box(0.988, 0, 0.012, 1, 3));
        boxes.add(new Box(0, 0, 1, 0.02, 1));
        for (var index = 0; index < 90; index++) {
            boxes.add(new Box(
                    random.nextDouble(0.03, 0.9),
                    random.nextDouble(0.3, 0.8),
                    random.nextDouble(0.01, 0.07),
                    random.nextDouble(0.03, 0.15),
                    random.nextDouble(0.1, 0.5)));
        }
        return new Goods(boxes);
    }

    public Goods with(Box box) {
        var all = new ArrayList<>(boxes);
        all.add(box);
        return new Goods(all);
    }

    public Picture scannedBy(Scanner scanner, long seed) {
        var random = new SplittableRandom(seed);
        var samples = new short[scanner.width() * scanner.height()];
        var region = new Region(MARGIN, MARGIN, scanner.width() - 2 * MARGIN, scanner.height() - 2 * MARGIN);
        for (var row = 0; row < scanner.height(); row++) {
            for (var column = 0; column < scanner.width(); column++) {
                var along = (column + 0.5 - region.x()) / region.width();
                var down = (row + 0.5 - region.y()) / region.height();
                var transmission = Math.exp(-attenuation(scanner.isMirrored() ? 1 - along : along, down))
                        * (1 + random.nextDouble(-0.01, 0.01));
                samples[row * scanner.width() + column] =
                        (short) Math.round(255 * Math.min(1, Math.pow(transmission, 1 / scanner.gamma())));
            }
        }
        return new Picture(new Raster(scanner.width(), scanner.height(), 8, samples), region);
    }

    private double attenuation(double along, double down) {
        var sum = 0.05;
        for (var box : boxes) {
            sum += box.covers(along, down) ? box.attenuation() : 0;
        }
        return sum;
    }
}
