package nl.bovenstrooms.scoring.image;

/**
 * What the network itself says of one container, before calibration.
 *
 * @param map logits, row by row, at a quarter of the working scale
 * @param threat logit
 * @param loadKinds logits
 * @param embedding not yet of length 1
 * @param fill logit
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data on its way to ImageFindings; never compared by equals
public record Answer(float[] map, float threat, float[] loadKinds, float[] embedding, float fill) {

    boolean isFinite() {
        var total = threat + fill;
        for (var array : new float[][] {map, loadKinds, embedding}) {
            for (var value : array) {
                total += value * 0; // NaN as soon as one of them is infinite or no number
            }
        }
        return Float.isFinite(total);
    }
}
