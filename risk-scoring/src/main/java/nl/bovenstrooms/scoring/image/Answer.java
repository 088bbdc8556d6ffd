package nl.bovenstrooms.scoring.image;

import org.jspecify.annotations.Nullable;

/**
 * What the network itself says of one container, before calibration.
 *
 * @param map logits, cell by cell, row by row
 * @param threat logit
 * @param loadKinds logits
 * @param embedding not yet of length 1
 * @param fill logit
 * @param mass natural logarithm of 1 + tonnes of goods; null when the network does not say
 * @param doors logit of the doors being at the right end; null when the network does not say
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data on its way to ImageFindings; never compared by equals
public record Answer(
        float[] map,
        float threat,
        float[] loadKinds,
        float[] embedding,
        float fill,
        @Nullable Float mass,
        @Nullable Float doors) {

    boolean isFinite() {
        var total = threat + fill + (mass == null ? 0 : mass) + (doors == null ? 0 : doors);
        for (var array : new float[][] {map, loadKinds, embedding}) {
            for (var value : array) {
                total += value * 0; // NaN as soon as one of them is infinite or no number
            }
        }
        return Float.isFinite(total);
    }
}
