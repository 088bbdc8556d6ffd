package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Pictures with their labels, laid out as the network takes them. Filled again for every step. */
final class Batch {

    /** A cell of the map is contraband when this share of its pixels is. */
    private static final float CELL_SHARE = 0.25f;

    /** Below it a cell is clean; between the two shares it is neither, and nothing is learned from it. */
    private static final float CLEAN_SHARE = 0.02f;

    /** Nobody sees contraband that darkens its pixels by less than this many deviations of the noise. */
    static final double LEAST_VISIBILITY = 4;

    final int size;
    final int width;
    final int height;
    final float[] input;
    final float[] map;
    final float[] mapWeight;
    final float[] threat;
    final float[] threatWeight;
    final float[] loadKind;
    final float[] fill;
    final float[] mass;
    final float[] doors;

    private final int loadKinds;

    /**
     * @param width of the pictures, a multiple of 16
     * @param height of the pictures, a multiple of 16
     */
    Batch(int size, int width, int height, int loadKinds) {
        this.size = size;
        this.width = width;
        this.height = height;
        this.loadKinds = loadKinds;
        input = new float[size * WorkingView.PLANES * width * height];
        map = new float[size * mapCells()];
        mapWeight = new float[map.length];
        threat = new float[size];
        threatWeight = new float[size];
        loadKind = new float[size * loadKinds];
        fill = new float[size];
        mass = new float[size];
        doors = new float[size];
    }

    private int mapColumns() {
        return width / MapHead.CELL;
    }

    private int mapRows() {
        return height / MapHead.CELL;
    }

    private int mapCells() {
        return mapColumns() * mapRows();
    }

    /**
     * Puts a picture at a place in the batch.
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
        label(place, crop, mirrored);
        if (mirrored) {
            mirror(input, place * values.length, values.length, width);
            mirror(map, place * mapCells(), mapCells(), mapColumns());
            mirror(mapWeight, place * mapCells(), mapCells(), mapColumns());
        }
    }

    /** Puts pictures of one place side by side: mirrored all or none, and with the lower energy all or none. */
    void putAlike(int place, List<Crop> alike, WorkingView view, SplittableRandom random) {
        var mirrored = random.nextBoolean();
        // The lower energy is left out of some, for scanners that have one.
        var withLow = random.nextInt(6) != 0;
        for (var index = 0; index < alike.size(); index++) {
            put(place + index, alike.get(index), view, mirrored, withLow);
        }
    }

    /** Takes over a picture that another batch of the same measures holds. */
    void copy(int place, Batch other, int otherPlace) {
        copy(other.input, otherPlace, input, place, WorkingView.PLANES * width * height);
        copy(other.map, otherPlace, map, place, mapCells());
        copy(other.mapWeight, otherPlace, mapWeight, place, mapCells());
        copy(other.loadKind, otherPlace, loadKind, place, loadKinds);
        threat[place] = other.threat[otherPlace];
        threatWeight[place] = other.threatWeight[otherPlace];
        fill[place] = other.fill[otherPlace];
        mass[place] = other.mass[otherPlace];
        doors[place] = other.doors[otherPlace];
    }

    private static void copy(float[] from, int fromPlace, float[] to, int toPlace, int length) {
        System.arraycopy(from, fromPlace * length, to, toPlace * length, length);
    }

    private void label(int place, Crop crop, boolean mirrored) {
        var hidden = crop.hidden();
        // Whether there is something that nobody can see is not learned from.
        var isFair = hidden == null || hidden.visibility() >= LEAST_VISIBILITY;
        threatWeight[place] = isFair ? 1 : 0;
        var shares = crop.threatShares(mapColumns(), mapRows());
        var holds = false;
        for (var cell = 0; cell < shares.length; cell++) {
            var index = place * mapCells() + cell;
            map[index] = shares[cell] >= CELL_SHARE ? 1 : 0;
            mapWeight[index] = shares[cell] < CLEAN_SHARE || (isFair && shares[cell] >= CELL_SHARE) ? 1 : 0;
            holds |= shares[cell] >= CELL_SHARE;
        }
        // A part of a container may lie beside the contraband: then there is none to be seen.
        threat[place] = holds ? 1 : 0;
        for (var kind = 0; kind < loadKinds; kind++) {
            loadKind[place * loadKinds + kind] = kind == crop.loadKind() ? 1 : 0;
        }
        fill[place] = crop.fill();
        mass[place] = (float) Math.log1p(crop.kilograms() / 1000);
        doors[place] = crop.doorsRight() != mirrored ? 1 : 0;
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

    NDArray input(NDManager manager) {
        return manager.create(input, new Shape(size, WorkingView.PLANES, height, width));
    }

    NDArray map(NDManager manager) {
        return manager.create(map, new Shape(size, 1, mapRows(), mapColumns()));
    }

    NDArray mapWeight(NDManager manager) {
        return manager.create(mapWeight, new Shape(size, 1, mapRows(), mapColumns()));
    }

    NDArray single(float[] label, NDManager manager) {
        return manager.create(label, new Shape(size, 1));
    }

    NDArray loadKind(NDManager manager) {
        return manager.create(loadKind, new Shape(size, loadKinds));
    }
}
