package nl.bovenstrooms.scoring.comparison;

import java.util.Arrays;

/**
 * Where the first picture shows what the second one shows, for what stands in the middle of the container's width. Nearer to
 * either wall it is off by rows, since each scanner looks through the container at its own slant; columns are the same at
 * any depth.
 *
 * @param isMirrored the container went through the scanners in opposite directions
 * @param columnShifts for each column of the second picture at a working scale of {@value #WIDTH} x {@value #HEIGHT}, how far
 *     to the right the first picture (turned round if mirrored) shows the same
 * @param rowShifts for each row, how much lower
 * @param leanShifts for each column, how much lower again: vehicles lean and rock
 * @param likeness mean correlation of the columns laid on each other, at most 1
 * @param likenessTurned the same as if the container had gone the other way, at most {@code likeness}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Alignment(
        boolean isMirrored,
        double[] columnShifts,
        double[] rowShifts,
        double[] leanShifts,
        double likeness,
        double likenessTurned) {

    static final int WIDTH = 512;
    static final int HEIGHT = 192;

    /**
     * @param along place in the container's region of the second picture, 0 at its left edge to 1
     * @param down the same from its upper edge
     * @return the same place in the region of the first picture, along and down
     */
    public double[] firstOf(double along, double down) {
        var column = (int) Math.max(0, Math.min(WIDTH - 1, along * WIDTH));
        var row = (int) Math.max(0, Math.min(HEIGHT - 1, down * HEIGHT));
        var shifted = along + columnShifts[column] / WIDTH;
        return new double[] {isMirrored ? 1 - shifted : shifted, down + (rowShifts[row] + leanShifts[column]) / HEIGHT};
    }

    static Alignment of(Plane first, Plane second) {
        var ahead = ColumnMatching.of(first, second);
        var turned = ColumnMatching.of(first.mirrored(), second);
        var isMirrored = turned.likeness() > ahead.likeness();
        var columns = isMirrored ? turned : ahead;
        var rows = RowMatching.of(withColumns(isMirrored ? first.mirrored() : first, columns.shifts()), second);
        return new Alignment(
                isMirrored,
                columns.shifts(),
                rows.rowShifts(),
                rows.columnShifts(),
                columns.likeness(),
                (isMirrored ? ahead : turned).likeness());
    }

    private static Plane withColumns(Plane plane, double[] shifts) {
        var moved = new Plane(plane.width(), plane.height());
        for (var row = 0; row < plane.height(); row++) {
            for (var column = 0; column < plane.width(); column++) {
                moved.values()[row * plane.width() + column] = plane.at(column + shifts[column], (double) row);
            }
        }
        return moved;
    }

    /** The furthest that a column is shifted. */
    double mostShift() {
        return Arrays.stream(columnShifts).map(Math::abs).max().orElse(0);
    }

    /** The first picture as the second one would show it if goods stood in the middle only. */
    Plane applied(Plane first) {
        var source = isMirrored ? first.mirrored() : first;
        var moved = new Plane(WIDTH, HEIGHT);
        for (var row = 0; row < HEIGHT; row++) {
            for (var column = 0; column < WIDTH; column++) {
                moved.values()[row * WIDTH + column] =
                        source.at(column + columnShifts[column], row + rowShifts[row] + leanShifts[column]);
            }
        }
        return moved;
    }
}
