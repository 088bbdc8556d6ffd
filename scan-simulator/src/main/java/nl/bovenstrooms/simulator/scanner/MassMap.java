package nl.bovenstrooms.simulator.scanner;

/**
 * Mass thickness in the way of each ray as water and iron, in g/cm2, line by line: the values of one column stand together.
 * While solids are added it holds differences from each column to the next, so that a long body costs no more than a short
 * one; {@link #sum} makes values of them.
 */
final class MassMap {

    final int width;
    final int height;
    final float[] water;
    final float[] iron;

    MassMap(int width, int height) {
        this.width = width;
        this.height = height;
        // Two columns more take what ends behind the picture.
        water = new float[(width + 2) * height];
        iron = new float[(width + 2) * height];
    }

    /** Adds a profile over rows to the columns from one place to another, in part to those that are covered in part. */
    void add(
            float[] profile, int firstRow, int endRow, double from, double until, float waterFactor, float ironFactor) {
        var start = Math.max(0, Math.min(width, from));
        var end = Math.max(0, Math.min(width, until));
        if (end <= start) {
            return;
        }
        step(profile, firstRow, endRow, start, waterFactor, ironFactor);
        step(profile, firstRow, endRow, end, -waterFactor, -ironFactor);
    }

    private void step(float[] profile, int firstRow, int endRow, double place, float waterFactor, float ironFactor) {
        var column = (int) place;
        var behind = (float) (place - column);
        var index = column * height;
        accumulate(water, index, profile, firstRow, endRow, waterFactor * (1 - behind));
        accumulate(water, index + height, profile, firstRow, endRow, waterFactor * behind);
        accumulate(iron, index, profile, firstRow, endRow, ironFactor * (1 - behind));
        accumulate(iron, index + height, profile, firstRow, endRow, ironFactor * behind);
    }

    private static void accumulate(float[] sums, int index, float[] profile, int firstRow, int endRow, float factor) {
        if (factor == 0) {
            return;
        }
        for (var row = firstRow; row < endRow; row++) {
            sums[index + row] += factor * profile[row];
        }
    }

    void sum() {
        for (var index = height; index < width * height; index++) {
            water[index] += water[index - height];
            iron[index] += iron[index - height];
        }
    }

    void add(MassMap other) {
        for (var index = 0; index < width * height; index++) {
            water[index] += other.water[index];
            iron[index] += other.iron[index];
        }
    }
}
