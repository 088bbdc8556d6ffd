package nl.bovenstrooms.scoring.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.image.Region;

/** Reads the suspicious spots out of the network's map: patches of neighbouring cells above a threshold. */
public final class Spots {

    public static final int MOST = 8;

    /** A patch of fewer cells is noise: a bag takes eight and more at the working scale. */
    private static final int FEWEST_CELLS = 3;

    private Spots() {}

    /**
     * @param map logits, row by row
     * @param threshold only cells above it count
     * @return the spots, the highest logit first, at most {@link #MOST}
     */
    public static List<Spot> in(float[] map, int columns, double threshold) {
        var rows = map.length / columns;
        var seen = new boolean[map.length];
        var stack = new int[map.length];
        var spots = new ArrayList<Spot>();
        for (var start = 0; start < map.length; start++) {
            if (seen[start] || map[start] <= threshold) {
                continue;
            }
            var depth = 0;
            var cells = 0;
            var highest = Float.NEGATIVE_INFINITY;
            var left = columns;
            var top = rows;
            var right = 0;
            var bottom = 0;
            stack[depth++] = start;
            seen[start] = true;
            while (depth > 0) {
                var cell = stack[--depth];
                var column = cell % columns;
                var row = cell / columns;
                cells++;
                highest = Math.max(highest, map[cell]);
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
                for (var side = 0; side < 4; side++) {
                    var nextColumn = column + (side == 0 ? 1 : side == 1 ? -1 : 0);
                    var nextRow = row + (side == 2 ? 1 : side == 3 ? -1 : 0);
                    if (nextColumn < 0 || nextColumn >= columns || nextRow < 0 || nextRow >= rows) {
                        continue;
                    }
                    var next = nextRow * columns + nextColumn;
                    if (!seen[next] && map[next] > threshold) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
            if (cells >= FEWEST_CELLS) {
                spots.add(new Spot(new Region(left, top, right - left + 1, bottom - top + 1), highest));
            }
        }
        spots.sort(Comparator.comparingDouble(Spot::logit).reversed());
        return List.copyOf(spots.subList(0, Math.min(MOST, spots.size())));
    }

    /**
     * @param cells where, in cells of the map
     * @param logit the highest in it
     */
    public record Spot(Region cells, float logit) {

        /** The same place in pixels of the picture, whole pixels outwards. */
        Region within(Region container, int columns, int rows) {
            var left = container.x() + cells.x() * container.width() / columns;
            var top = container.y() + cells.y() * container.height() / rows;
            var right = container.x() + ceiling((cells.x() + cells.width()) * container.width(), columns);
            var bottom = container.y() + ceiling((cells.y() + cells.height()) * container.height(), rows);
            return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        }

        private static int ceiling(int dividend, int divisor) {
            return (dividend + divisor - 1) / divisor;
        }
    }
}
