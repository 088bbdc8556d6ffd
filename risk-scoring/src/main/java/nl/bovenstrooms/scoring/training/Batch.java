package nl.bovenstrooms.scoring.training;

import java.util.SplittableRandom;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Windows of crops with their labels, laid out as the network takes them. Filled again for every step. */
final class Batch {

    /** A cell of the map is contraband when this share of its 16 pixels is. */
    private static final double CELL_SHARE = 0.25;

    /** A window shows contraband from so many cells on; with fewer, nobody could tell. */
    private static final int FEWEST_CELLS = 6;

    private static final double ENLARGEMENT = 0.12;

    final int size;
    final int width;
    final int height;
    final float[] input;
    final float[] map;
    final float[] threat;
    final float[] loadKind;
    final float[] fill;

    private final int loadKinds;
    private final WorkingView view;

    /**
     * @param width of a window, a multiple of 16
     * @param height of a window, a multiple of 16
     */
    Batch(int size, int width, int height, int loadKinds) {
        this.size = size;
        this.width = width;
        this.height = height;
        this.loadKinds = loadKinds;
        view = new WorkingView(width, height);
        input = new float[size * WorkingView.PLANES * width * height];
        map = new float[size * mapCells()];
        threat = new float[size];
        loadKind = new float[size * loadKinds];
        fill = new float[size];
    }

    private int mapCells() {
        return width / 4 * (height / 4);
    }

    /** Puts one window at a place in the batch: around contraband as often as not, mirrored as often as not. */
    void put(int place, Crop crop, SplittableRandom random) {
        var window = window(crop, random);
        // The lower energy is left out of some, for scanners that have one.
        var low = random.nextInt(6) == 0 ? null : crop.low();
        view.show(crop.principal(), low, window);
        var mirrored = random.nextBoolean();
        var values = view.values();
        var start = place * values.length;
        System.arraycopy(values, 0, input, start, values.length);
        if (mirrored) {
            mirror(input, start, values.length, width);
        }
        label(place, crop, window);
        if (mirrored) {
            mirror(map, place * mapCells(), mapCells(), width / 4);
        }
    }

    private Region window(Crop crop, SplittableRandom random) {
        var scale = 1 + ENLARGEMENT * (2 * random.nextDouble() - 1);
        var columns = Math.min(crop.principal().width(), (int) (width * scale));
        var rows = Math.min(crop.principal().height(), (int) (height * (scale + 0.06 * (random.nextDouble() - 0.5))));
        var x = random.nextInt(crop.principal().width() - columns + 1);
        var y = random.nextInt(crop.principal().height() - rows + 1);
        if (crop.holdsThreat() && random.nextInt(4) != 0) {
            var pixel = someThreatPixel(crop, random);
            x = around(
                    pixel % crop.principal().width(), columns, crop.principal().width(), random);
            y = around(pixel / crop.principal().width(), rows, crop.principal().height(), random);
        }
        return new Region(x, y, columns, rows);
    }

    private static int around(int position, int length, int whole, SplittableRandom random) {
        var offset = (int) (length * (0.1 + 0.8 * random.nextDouble()));
        return Math.max(0, Math.min(whole - length, position - offset));
    }

    private static int someThreatPixel(Crop crop, SplittableRandom random) {
        var start = random.nextInt(crop.threat().length);
        for (var step = 0; step < crop.threat().length; step++) {
            var pixel = (start + step) % crop.threat().length;
            if (crop.threat()[pixel] != 0) {
                return pixel;
            }
        }
        return start;
    }

    private void label(int place, Crop crop, Region window) {
        var columns = width / 4;
        var rows = height / 4;
        var cells = 0;
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var isThreat = crop.holdsThreat() && share(crop, window, column, row) >= CELL_SHARE;
                map[place * mapCells() + row * columns + column] = isThreat ? 1 : 0;
                cells += isThreat ? 1 : 0;
            }
        }
        threat[place] = cells >= FEWEST_CELLS ? 1 : 0;
        for (var kind = 0; kind < loadKinds; kind++) {
            loadKind[place * loadKinds + kind] = kind == crop.loadKind() ? 1 : 0;
        }
        fill[place] = crop.fill();
    }

    private double share(Crop crop, Region window, int column, int row) {
        var left = window.x() + column * 4 * window.width() / width;
        var right = Math.max(left + 1, window.x() + (column * 4 + 4) * window.width() / width);
        var top = window.y() + row * 4 * window.height() / height;
        var bottom = Math.max(top + 1, window.y() + (row * 4 + 4) * window.height() / height);
        var hits = 0;
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                hits += crop.threat()[y * crop.principal().width() + x];
            }
        }
        return hits / (double) ((right - left) * (bottom - top));
    }

    private static void mirror(float[] values, int start, int length, int rowLength) {
        for (var row = start; row < start + length; row += rowLength) {
            for (int left = row, right = row + rowLength - 1; left < right; left++, right--) {
                var kept = values[left];
                values[left] = values[right];
                values[right] = kept;
            }
        }
    }
}
