package nl.bovenstrooms.scoring.image;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The straight roof line over everything that is loaded on a vehicle, and the columns at which it ends. Corner posts and their castings carry it,
 * whatever is or is not between them.
 *
 * @param left first column
 * @param right column after the last
 * @param roof row of the line at the left end
 * @param slope rows by which the line sinks per column
 */
record Outline(int left, int right, double roof, double slope) {

    /** What even a logarithmic viewer shows of a corner casting; walls don't count here. */
    private static final float MATERIAL = 0.12f;

    private static final int MATERIAL_ROWS = 3;

    /** Vehicles don't stand level: three degrees is the most that is met. */
    private static final double STEEPEST = 0.056;

    private static final double USUAL_SLOPE = 0.026;
    private static final double LEAST_HEIGHT = 0.25;
    private static final double ON_LINE = 0.03;
    private static final double LEAST_SPAN = 0.15;

    /** A corner casting is 0.178 m of 12.19. */
    private static final double CASTING = 0.014;

    static Optional<Outline> of(Thumbnail picture) {
        var tops = tops(picture);
        var hull = hull(tops, (int) (picture.height() * (1 - LEAST_HEIGHT)));
        var toLevel = picture.rowsPerPixel() / (double) picture.columnsPerPixel();
        Outline best = null;
        var highest = 0.0;
        for (var one = 0; one < hull.length; one++) {
            for (var other = one + 1; other < hull.length; other++) {
                var slope = (tops[hull[other]] - tops[hull[one]]) / (double) (hull[other] - hull[one]);
                if (Math.abs(slope * toLevel) > STEEPEST) {
                    continue;
                }
                var line = line(tops, picture.height(), hull[one], slope);
                var deviation = slope * toLevel / USUAL_SLOPE;
                var score = line == null ? 0 : (line.right - line.left) * Math.exp(-deviation * deviation / 8);
                if (score > highest) {
                    highest = score;
                    best = line;
                }
            }
        }
        return Optional.ofNullable(best)
                .filter(line -> line.width() > LEAST_SPAN * picture.width())
                .map(line -> line.onCastings(tops));
    }

    /** Springs bend the roof line; the box ends where its corner castings do. */
    private Outline onCastings(int[] tops) {
        var casting = Math.max(3, (int) (CASTING * width()));
        var leftRoof = median(tops, left, Math.min(right, left + casting));
        var rightRoof = median(tops, Math.max(left, right - casting), right);
        return new Outline(left, right, leftRoof, (rightRoof - leftRoof) / (double) Math.max(1, width() - 1));
    }

    private static int median(int[] values, int from, int until) {
        var sorted = Arrays.copyOfRange(values, from, until);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static @Nullable Outline line(int[] tops, int height, int column, double slope) {
        var tolerance = Math.max(1.5, ON_LINE * (height - tops[column]));
        var left = -1;
        var right = -1;
        for (var place = 0; place < tops.length; place++) {
            var below = tops[place] - tops[column] - slope * (place - column);
            if (below < -tolerance) {
                return null;
            }
            if (below <= tolerance) {
                left = left < 0 ? place : left;
                right = place + 1;
            }
        }
        return new Outline(left, right, tops[column] + slope * (left - column), slope);
    }

    double roofAt(double column) {
        return roof + slope * (column - left);
    }

    double highestRoof() {
        return Math.min(roof, roofAt(right));
    }

    double lowestRoof() {
        return Math.max(roof, roofAt(right));
    }

    private int width() {
        return right - left;
    }

    /** The first row of material in each column; the height where there is none. */
    private static int[] tops(Thumbnail picture) {
        var tops = new int[picture.width()];
        for (var column = 0; column < tops.length; column++) {
            var run = 0;
            tops[column] = picture.height();
            for (var row = 0; row < picture.height(); row++) {
                run = picture.at(column, row) > MATERIAL ? run + 1 : 0;
                if (run == MATERIAL_ROWS) {
                    tops[column] = row - MATERIAL_ROWS + 1;
                    break;
                }
            }
        }
        return tops;
    }

    /** Columns whose tops a cord stretched over the picture would touch. */
    private static int[] hull(int[] tops, int lowest) {
        var hull = new int[tops.length];
        var size = 0;
        for (var column = 0; column < tops.length; column++) {
            if (tops[column] >= lowest) {
                continue;
            }
            while (size >= 2 && isUnder(tops, hull[size - 2], hull[size - 1], column)) {
                size--;
            }
            hull[size++] = column;
        }
        return Arrays.copyOf(hull, size);
    }

    private static boolean isUnder(int[] tops, int left, int middle, int right) {
        return (long) (tops[middle] - tops[left]) * (right - left)
                >= (long) (tops[right] - tops[left]) * (middle - left);
    }
}
