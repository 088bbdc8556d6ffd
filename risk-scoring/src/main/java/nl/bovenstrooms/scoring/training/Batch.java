package nl.bovenstrooms.scoring.training;

import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Containers at the working scale with their labels, laid out as the network takes them. Filled again for every step. */
final class Batch {

    /** A cell of the map is contraband when this share of its pixels is. */
    private static final float CELL_SHARE = 0.25f;

    final int size;
    final int width;
    final int height;
    final float[] input;
    final float[] map;
    final float[] threat;
    final float[] loadKind;
    final float[] fill;

    private final int loadKinds;

    /**
     * @param width of the working scale, a multiple of 16
     * @param height of the working scale, a multiple of 16
     */
    Batch(int size, int width, int height, int loadKinds) {
        this.size = size;
        this.width = width;
        this.height = height;
        this.loadKinds = loadKinds;
        input = new float[size * WorkingView.PLANES * width * height];
        map = new float[size * mapCells()];
        threat = new float[size];
        loadKind = new float[size * loadKinds];
        fill = new float[size];
    }

    private int mapCells() {
        return width / 4 * (height / 4);
    }

    /**
     * Puts a container at a place in the batch.
     *
     * @param view of the measures of this batch, for use here
     * @param mirrored left and right change places: containers are driven through in both directions
     * @param withLow the lower energy is shown, if there is one
     */
    void put(int place, Crop crop, WorkingView view, boolean mirrored, boolean withLow) {
        var whole = new Region(0, 0, crop.principal().width(), crop.principal().height());
        view.show(crop.principal(), withLow ? crop.low() : null, whole);
        var values = view.values();
        System.arraycopy(values, 0, input, place * values.length, values.length);
        label(place, crop);
        if (mirrored) {
            mirror(input, place * values.length, values.length, width);
            mirror(map, place * mapCells(), mapCells(), width / 4);
        }
    }

    /** Takes over a container that another batch of the same measures holds. */
    void copy(int place, Batch other, int otherPlace) {
        copy(other.input, otherPlace, input, place, WorkingView.PLANES * width * height);
        copy(other.map, otherPlace, map, place, mapCells());
        copy(other.threat, otherPlace, threat, place, 1);
        copy(other.loadKind, otherPlace, loadKind, place, loadKinds);
        copy(other.fill, otherPlace, fill, place, 1);
    }

    private static void copy(float[] from, int fromPlace, float[] to, int toPlace, int length) {
        System.arraycopy(from, fromPlace * length, to, toPlace * length, length);
    }

    private void label(int place, Crop crop) {
        var shares = crop.threatShares(width / 4, height / 4);
        for (var cell = 0; cell < shares.length; cell++) {
            map[place * mapCells() + cell] = shares[cell] >= CELL_SHARE ? 1 : 0;
        }
        threat[place] = crop.holdsThreat() ? 1 : 0;
        for (var kind = 0; kind < loadKinds; kind++) {
            loadKind[place * loadKinds + kind] = kind == crop.loadKind() ? 1 : 0;
        }
        fill[place] = crop.fill();
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
