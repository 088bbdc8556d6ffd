package nl.bovenstrooms.scoring.comparison;

import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * By how much the image model finds one picture of a container more suspicious than the other: a second witness, who looks for
 * contraband and knows nothing of differences.
 *
 * @param whole see {@link Signs#suspicion}
 * @param here see {@link Signs#suspicionHere}, for each cell of a map over the container's region in the second picture
 */
record Rise(double whole, Plane here) {

    /** Cells are as large as those of the heat map. */
    private static final int WIDTH = Alignment.WIDTH / 4;

    private static final int HEIGHT = Alignment.HEIGHT / 4;

    /** Cells by which the two maps may be off: goods near a wall are drawn higher or lower by the other scanner. */
    private static final int ASIDE = 3;

    private static final int ABOVE = 2;

    /** From the first picture to the second. */
    static Rise between(Picture first, Picture second, Alignment alignment) {
        var before = first.suspicion();
        var after = second.suspicion();
        return before == null || after == null
                ? none()
                : of(
                        after.logOdds() - before.logOdds(),
                        laid(after.heatMap(), null),
                        laid(before.heatMap(), alignment));
    }

    /** From the second picture to the first. */
    static Rise back(Picture first, Picture second, Alignment alignment) {
        var before = first.suspicion();
        var after = second.suspicion();
        return before == null || after == null
                ? none()
                : of(
                        before.logOdds() - after.logOdds(),
                        laid(before.heatMap(), alignment),
                        laid(after.heatMap(), null));
    }

    private static Rise none() {
        return new Rise(0, new Plane(WIDTH, HEIGHT));
    }

    private static Rise of(double whole, Plane higher, Plane lower) {
        var rise = higher.minus(lower.highest(ASIDE, ABOVE), 1);
        for (var index = 0; index < rise.values().length; index++) {
            rise.values()[index] = Math.max(0, rise.values()[index]);
        }
        return new Rise(Math.max(0, whole), rise.mean(1, 1));
    }

    /** @param alignment null for the map of the second picture, which stays where it is */
    private static Plane laid(Raster heatMap, @Nullable Alignment alignment) {
        var plane = new Plane(WIDTH, HEIGHT);
        for (var row = 0; row < HEIGHT; row++) {
            for (var column = 0; column < WIDTH; column++) {
                var along = (column + 0.5) / WIDTH;
                var down = (row + 0.5) / HEIGHT;
                var place = alignment == null ? new double[] {along, down} : alignment.firstOf(along, down);
                plane.values()[row * WIDTH + column] = at(heatMap, place[0], place[1]);
            }
        }
        return plane;
    }

    private static float at(Raster heatMap, double along, double down) {
        var column = (int) Math.max(0, Math.min(heatMap.width() - 1, along * heatMap.width()));
        var row = (int) Math.max(0, Math.min(heatMap.height() - 1, down * heatMap.height()));
        return heatMap.at(column, row) / (float) heatMap.fullScale();
    }
}
