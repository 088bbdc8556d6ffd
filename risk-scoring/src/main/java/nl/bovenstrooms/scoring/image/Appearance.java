package nl.bovenstrooms.scoring.image;

import java.util.Arrays;
import java.util.List;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;

/**
 * What a picture of a container looks like from afar, in a handful of numbers that have little to do with what is in it:
 * enough to tell what is no such picture, or a bad one.
 *
 * <p>Looks at 24,576 pixels in {@value #COLUMNS} x {@value #ROWS} cells, and at 48 rows for grain and sharpness. Values of
 * cells are roots of attenuation.
 */
public final class Appearance {

    private static final int COLUMNS = 64;
    private static final int ROWS = 24;
    private static final int PER_SIDE = 4;
    private static final int FLOOR_ROWS = 3;

    /** Beneath the roof line of a vehicle that slants. */
    private static final int CASTING_ROWS = 4;

    /** Of the casting at the other end, a corner without one shows less than so much. */
    private static final double NO_CASTING = 0.35;

    /** Roots of attenuation: by so much the upper half, and the roof, are darker when a picture stands on its head. */
    private static final double ON_ITS_HEAD = 0.25;

    /** Of the post at the other end, goods that were cut through show less than so much. */
    private static final double NO_POST = 0.6;

    /** Columns in which the casting stands where a region is drawn with some room around the container. */
    private static final int LOOSELY_CUT = 4;

    /** As a share of the container's height: so little is left under the region that the finder makes up in a cut picture. */
    private static final double HARDLY_BELOW = 0.07;

    /** As a share of the container's height: a source that cuts containers out leaves less above them. */
    private static final double SKY = 0.04;

    /** Roots of attenuation: at one end or the other, the casting at the floor is mostly so much darker than its post. */
    private static final double CASTING_ABOVE_POST = 0.4;

    private static final double OPEN = 0.14;

    /** Grain is told where photons are plenty: elsewhere any scanner has it. */
    private static final double WELL_LIT = 0.5;

    /** Columns beside a post. */
    private static final int BESIDE = 5;

    private static final int LINES = 48;
    private static final int GRAINS_PER_LINE = 64;
    private static final int SHARPNESS_COLUMNS = 256;

    /** More than the walls of a container; a root of attenuation. */
    private static final double LOAD = 0.7;

    /** Twist locks and wheels under the container, which nothing passes, are looked at too. */
    private static final double BELOW = 0.12;

    /** So many of the darkest samples are blots and dead detectors. */
    private static final int BLOTS = 8;

    /** As dark as the darkest, within noise: as a factor, and as a share of the open beam. */
    private static final double AS_DARK = 1.5;

    private static final double AS_DARK_SHARE = 0.004;

    /** Even a viewer with a steep curve draws it this dark, as a share of the open beam, where nothing passes. */
    private static final double DARKEST = 0.12;

    /** Names of {@link #statistics()}, in their order. */
    public static final List<String> STATISTICS = List.of(
            "mean",
            "deviation",
            "open share",
            "weaker end post",
            "difference of end posts",
            "weaker casting above the roof's mean",
            "weaker end post above what stands beside it",
            "roof",
            "floor",
            "lower minus upper half",
            "roughness along",
            "roughness down",
            "roughness across both",
            "log of width to height",
            "log of grain",
            "sharpness");

    private final Raster raster;
    private final Region region;
    private final double[] cells;
    private final double grain;
    private final double sharpness;

    private Appearance(Raster raster, Region region) {
        this.raster = raster;
        this.region = region;
        cells = cells(raster, region);
        grain = grain(raster, region);
        sharpness = sharpness(raster, region);
    }

    /** @param region of the container, at least {@value Readability#FEWEST_COLUMNS} x {@value Readability#FEWEST_ROWS} */
    public static Appearance of(Raster raster, Region region) {
        return new Appearance(raster, region);
    }

    private static double[] cells(Raster raster, Region region) {
        var cells = new double[COLUMNS * ROWS];
        var columns = COLUMNS * PER_SIDE;
        var rows = ROWS * PER_SIDE;
        var to16Bits = raster.bits() == 8 ? 257 : 1;
        for (var row = 0; row < rows; row++) {
            var y = region.y() + (2 * row + 1) * region.height() / (2 * rows);
            for (var column = 0; column < columns; column++) {
                var x = region.x() + (2 * column + 1) * region.width() / (2 * columns);
                cells[row / PER_SIDE * COLUMNS + column / PER_SIDE] +=
                        WorkingView.attenuation(raster.at(x, y) * to16Bits);
            }
        }
        for (var cell = 0; cell < cells.length; cell++) {
            cells[cell] = Math.sqrt(cells[cell] / (PER_SIDE * PER_SIDE));
        }
        return cells;
    }

    /** What {@link #STATISTICS} names. */
    public double[] statistics() {
        var mean = rowMean(0, ROWS);
        var squares = 0.0;
        var open = 0;
        for (var cell : cells) {
            squares += cell * cell / cells.length;
            open += cell < OPEN ? 1 : 0;
        }
        var left = post(0, 1);
        var right = post(COLUMNS - 1, -1);
        return new double[] {
            mean,
            Math.sqrt(Math.max(0, squares - mean * mean)),
            open / (double) cells.length,
            Math.min(left, right),
            Math.abs(left - right),
            Math.min(casting(0, 1, 2), casting(COLUMNS - 1, -1, 2)) - rowMean(0, CASTING_ROWS),
            Math.min(standingOut(0, 1), standingOut(COLUMNS - 1, -1)),
            roof(),
            floor(),
            lowerMinusUpperHalf(),
            roughness(1, 0),
            roughness(COLUMNS, 0),
            roughness(1, COLUMNS),
            Math.log(region.width() / (double) region.height()),
            Math.log(grain + 0.001),
            sharpness
        };
    }

    private double roof() {
        return rowMean(0, 1);
    }

    private double floor() {
        return rowMean(ROWS - FLOOR_ROWS, ROWS);
    }

    private double lowerMinusUpperHalf() {
        return rowMean(ROWS / 2, ROWS - FLOOR_ROWS) - rowMean(2, ROWS / 2);
    }

    /**
     * Whether the picture stands on its head: the goods hang under a heavy roof, over a light floor. Either of the two happens with goods
     * on hooks or a region drawn too low; together they don't.
     */
    boolean isUpsideDown() {
        return lowerMinusUpperHalf() < -ON_ITS_HEAD && floor() < roof() - ON_ITS_HEAD;
    }

    /** By how much a pixel differs from the mean of its neighbours, as a share of its brightness; the median of many. */
    double grain() {
        return grain;
    }

    /** The greatest step from one column to the next of 256, as a share of the row's range, 0 to 1; mean over rows. */
    double sharpness() {
        return sharpness;
    }

    /**
     * Whether the container goes on beyond the picture: at the picture's edge there is no corner casting, or, where only that side of
     * it touches an edge, hardly an end post, or no floor.
     */
    boolean isCutOff() {
        var left = casting(0, 1, LOOSELY_CUT);
        var right = casting(COLUMNS - 1, -1, LOOSELY_CUT);
        var touchesLeft = region.x() <= 1;
        var touchesRight = region.x() + region.width() >= raster.width() - 1;
        if ((touchesLeft && left < NO_CASTING * right) || (touchesRight && right < NO_CASTING * left)) {
            return true;
        }
        var leftPost = post(0, 1);
        var rightPost = post(COLUMNS - 1, -1);
        var endsAtLeft = touchesLeft && !touchesRight && leftPost < NO_POST * rightPost;
        var endsAtRight = touchesRight && !touchesLeft && rightPost < NO_POST * leftPost;
        return endsAtLeft || endsAtRight || isCutOffBelow();
    }

    /**
     * Whether the container goes on below the picture, though the region ends within it as the finder makes it end. A source that cuts
     * containers out does so on all sides: where there is room above and none for a vehicle below, and both posts end without
     * a casting, the floor is missing.
     */
    private boolean isCutOffBelow() {
        var below = raster.height() - region.y() - region.height();
        return below < HARDLY_BELOW * region.height()
                && region.y() > SKY * region.height()
                && Math.max(lowerCasting(0, 1), lowerCasting(COLUMNS - 1, -1)) < CASTING_ABOVE_POST;
    }

    /**
     * Share of the load's pixels that are as dark as the darkest of the picture, 0 to 1: no photon passed there, and nobody
     * knows what is behind. 0 when there is no load.
     */
    public double opaqueShare() {
        var black = black();
        if (black > DARKEST) {
            return 0;
        }
        var darkest = -Math.log(black * AS_DARK + AS_DARK_SHARE);
        var load = 0;
        var opaque = 0;
        for (var row = 1; row < ROWS - FLOOR_ROWS; row++) {
            for (var column = 2; column < COLUMNS - 2; column++) {
                var value = cells[row * COLUMNS + column];
                load += value > LOAD ? 1 : 0;
                opaque += value * value > darkest ? 1 : 0;
            }
        }
        return load == 0 ? 0 : opaque / (double) load;
    }

    /** Transmission, 0 to 1, of the darkest places in and under the container. */
    private double black() {
        var columns = 2 * COLUMNS;
        var rows = 3 * ROWS;
        var height = Math.min(raster.height() - region.y(), (int) (region.height() * (1 + BELOW)));
        var samples = new int[columns * rows];
        for (var row = 0; row < rows; row++) {
            var y = region.y() + (2 * row + 1) * height / (2 * rows);
            for (var column = 0; column < columns; column++) {
                var x = region.x() + (2 * column + 1) * region.width() / (2 * columns);
                samples[row * columns + column] = raster.at(x, y);
            }
        }
        Arrays.sort(samples);
        return samples[BLOTS] / (double) raster.fullScale();
    }

    /** The darkest of some columns at an end, under the roof. */
    private double casting(int edge, int inwards, int columns) {
        var darkest = 0.0;
        for (var row = 0; row < CASTING_ROWS; row++) {
            for (var column = 0; column < columns; column++) {
                darkest = Math.max(darkest, cells[row * COLUMNS + edge + column * inwards]);
            }
        }
        return darkest;
    }

    /** By how much the darkest of an end's corner at the floor is darker than its post. */
    private double lowerCasting(int edge, int inwards) {
        var darkest = 0.0;
        for (var row = ROWS - CASTING_ROWS; row < ROWS; row++) {
            var start = row * COLUMNS + edge;
            darkest = Math.max(darkest, Math.max(cells[start], cells[start + inwards]));
        }
        return darkest - post(edge, inwards);
    }

    /** The darker of the two outermost columns, without roof and floor. */
    private double post(int edge, int inwards) {
        var outer = 0.0;
        var inner = 0.0;
        for (var row = 2; row < ROWS - FLOOR_ROWS; row++) {
            outer += cells[row * COLUMNS + edge];
            inner += cells[row * COLUMNS + edge + inwards];
        }
        return Math.max(outer, inner) / (ROWS - FLOOR_ROWS - 2);
    }

    /** How much darker an end is than the next columns, between the roof and most loads. */
    private double standingOut(int edge, int inwards) {
        var sum = 0.0;
        for (var row = CASTING_ROWS; row < ROWS / 2; row++) {
            var start = row * COLUMNS + edge;
            var post = Math.max(cells[start], cells[start + inwards]);
            var beside = 0.0;
            for (var column = 3; column < 3 + BESIDE; column++) {
                beside += cells[start + column * inwards] / BESIDE;
            }
            sum += post - beside;
        }
        return sum / (ROWS / 2 - CASTING_ROWS);
    }

    private double rowMean(int from, int until) {
        var sum = 0.0;
        for (var cell = from * COLUMNS; cell < until * COLUMNS; cell++) {
            sum += cells[cell];
        }
        return sum / ((until - from) * COLUMNS);
    }

    /** Mean difference of neighbours; with a second step, what neither rows nor columns explain. */
    private double roughness(int step, int second) {
        var sum = 0.0;
        for (var row = 0; row + 1 < ROWS; row++) {
            for (var column = 0; column + 1 < COLUMNS; column++) {
                var cell = row * COLUMNS + column;
                var difference = cells[cell + step] - cells[cell];
                if (second > 0) {
                    difference -= cells[cell + step + second] - cells[cell + second];
                }
                sum += Math.abs(difference);
            }
        }
        return sum / ((ROWS - 1) * (COLUMNS - 1));
    }

    private static double grain(Raster raster, Region region) {
        var grains = new double[LINES * GRAINS_PER_LINE];
        var count = 0;
        for (var line = 0; line < LINES; line++) {
            var y = region.y() + (2 * line + 1) * region.height() / (2 * LINES);
            for (var grain = 0; grain < GRAINS_PER_LINE; grain++) {
                var x = region.x() + 1 + (2 * grain + 1) * (region.width() - 2) / (2 * GRAINS_PER_LINE);
                var value = raster.at(x, y);
                if (value > WELL_LIT * raster.fullScale()) {
                    var around = (raster.at(x - 1, y) + raster.at(x + 1, y)) / 2.0;
                    grains[count++] = Math.abs(value - around) / value;
                }
            }
        }
        Arrays.sort(grains, 0, count);
        return count == 0 ? 0 : grains[count / 2];
    }

    private static double sharpness(Raster raster, Region region) {
        var sum = 0.0;
        for (var line = 0; line < LINES; line++) {
            var y = region.y() + (2 * line + 1) * region.height() / (2 * LINES);
            var least = Integer.MAX_VALUE;
            var most = 0;
            var step = 0;
            var before = raster.at(region.x(), y);
            for (var column = 0; column < SHARPNESS_COLUMNS; column++) {
                var value = raster.at(region.x() + column * region.width() / SHARPNESS_COLUMNS, y);
                least = Math.min(least, value);
                most = Math.max(most, value);
                step = Math.max(step, Math.abs(value - before));
                before = value;
            }
            sum += most == least ? 0 : step / (double) (most - least);
        }
        return sum / LINES;
    }
}
