package nl.bovenstrooms.scoring.comparison;

/**
 * Finds for each column of the second picture the column of the first that shows the same slice of the container. Rays
 * spread out in upright planes only, so what is in one column stays together in any scanner; but vehicles drive unevenly.
 *
 * <p>Bands of rows are compared for each shift, and the best path through the shifts is found by dynamic programming.
 */
final class ColumnMatching {

    /** Rows of a band: so high that goods stay in it although scanners stand differently. */
    private static final int BAND = 8;

    /** Above and below there is sky or chassis. */
    private static final int FIRST_BAND = 1;

    private static final int LAST_BAND = 22;

    /** Between these there may be goods, which slide; elsewhere walls, roof and floor stand out, which do not. */
    private static final int FIRST_BAND_OF_GOODS = 8;

    private static final int LAST_BAND_OF_GOODS = 19;
    private static final float WEIGHT_OF_CONTAINER = 2;
    private static final int MOST_SHIFT = 24;
    private static final int SHIFTS = 2 * MOST_SHIFT + 1;
    private static final int NODE = 8;
    private static final double BEND = 0.08;
    private static final int TERMS = 9;

    private ColumnMatching() {}

    /**
     * @param shifts for each column of the second picture, how far to the right the first one shows the same
     * @param likeness mean correlation along the path, up to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Match(double[] shifts, double likeness) {}

    static Match of(Plane first, Plane second) {
        var scores = scores(bands(first), bands(second));
        var nodes = second.width() / NODE;
        var path = path(scores, nodes, second.width());
        var places = new double[nodes];
        var shifts = new double[nodes];
        var weights = new double[nodes];
        var likeness = 0.0;
        for (var node = 0; node < nodes; node++) {
            var column = node * NODE + NODE / 2;
            var shift = path[node];
            places[node] = (column + 0.5) / second.width();
            weights[node] = Math.max(0.01, scores[shift][column]);
            likeness += scores[shift][column] / nodes;
            shifts[node] = shift
                    - MOST_SHIFT
                    + (shift == 0 || shift == SHIFTS - 1
                            ? 0
                            : Peak.between(
                                    scores[shift - 1][column], scores[shift][column], scores[shift + 1][column]));
        }
        var curve = SmoothCurve.through(places, shifts, weights, TERMS);
        var all = new double[second.width()];
        for (var column = 0; column < all.length; column++) {
            all[column] = curve.at((column + 0.5) / all.length);
        }
        return new Match(all, likeness);
    }

    private static Plane bands(Plane plane) {
        var bands = plane.reduced(1, BAND);
        var texture = bands.minus(bands.smooth(24, 0), 1).smooth(0, 1);
        return texture.evened(24, 0, 0.05);
    }

    private static float[][] scores(Plane first, Plane second) {
        var width = second.width();
        var scores = new float[SHIFTS][];
        var weights = 0f;
        for (var band = FIRST_BAND; band <= LAST_BAND; band++) {
            weights += weight(band);
        }
        for (var shift = 0; shift < SHIFTS; shift++) {
            var products = new Plane(width, 1);
            for (var band = FIRST_BAND; band <= LAST_BAND; band++) {
                for (var column = 0; column < width; column++) {
                    var other = Math.max(0, Math.min(width - 1, column + shift - MOST_SHIFT));
                    products.values()[column] += weight(band) * second.at(column, band) * first.at(other, band);
                }
            }
            var mean = products.mean(12, 0).values();
            for (var column = 0; column < width; column++) {
                mean[column] /= weights;
            }
            scores[shift] = mean;
        }
        return scores;
    }

    private static float weight(int band) {
        return band >= FIRST_BAND_OF_GOODS && band <= LAST_BAND_OF_GOODS ? 1 : WEIGHT_OF_CONTAINER;
    }

    private static int[] path(float[][] scores, int nodes, int width) {
        var best = new double[SHIFTS];
        var from = new int[nodes][SHIFTS];
        for (var node = 0; node < nodes; node++) {
            var column = Math.min(width - 1, node * NODE + NODE / 2);
            var next = new double[SHIFTS];
            for (var shift = 0; shift < SHIFTS; shift++) {
                var chosen = shift;
                var value = best[shift];
                for (var before = Math.max(0, shift - 1); before <= Math.min(SHIFTS - 1, shift + 1); before++) {
                    var other = best[before] - (before == shift ? 0 : BEND);
                    if (other > value) {
                        value = other;
                        chosen = before;
                    }
                }
                from[node][shift] = chosen;
                next[shift] = value + scores[shift][column];
            }
            best = next;
        }
        var path = new int[nodes];
        var shift = 0;
        for (var candidate = 1; candidate < SHIFTS; candidate++) {
            shift = best[candidate] > best[shift] ? candidate : shift;
        }
        for (var node = nodes - 1; node >= 0; node--) {
            path[node] = shift;
            shift = from[node][shift];
        }
        return path;
    }
}
