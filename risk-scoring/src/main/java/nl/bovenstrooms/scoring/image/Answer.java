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

    /**
     * @param outputs in the order of {@link ModelCard#outputs}
     * @throws ImageModelFailed when they have other lengths than the card says, or something in them is no number
     */
    static Answer of(float[][] outputs, ModelCard card) {
        var names = card.outputs();
        if (outputs.length != names.size()) {
            throw new ImageModelFailed(
                    "the network gave %d answers, not the %d of %s".formatted(outputs.length, names.size(), names));
        }
        for (var index = 0; index < outputs.length; index++) {
            requireLength(names.get(index), outputs[index], card);
            requireNumbers(names.get(index), outputs[index]);
        }
        return new Answer(
                outputs[0],
                outputs[1][0],
                outputs[2],
                outputs[3],
                outputs[4][0],
                outputs.length > 5 ? outputs[5][0] : null,
                outputs.length > 6 ? outputs[6][0] : null);
    }

    private static void requireLength(String name, float[] output, ModelCard card) {
        var length =
                switch (name) {
                    case "MAP" -> card.mapColumns() * card.mapRows();
                    case "LOAD_KIND" -> card.loadKinds().size();
                    case "EMBEDDING" -> output.length;
                    default -> 1;
                };
        if (output.length != length) {
            throw new ImageModelFailed("%s has %d numbers, not %d".formatted(name, output.length, length));
        }
    }

    private static void requireNumbers(String name, float[] output) {
        for (var value : output) {
            if (!Float.isFinite(value)) {
                throw new ImageModelFailed("%s holds something that is no number: %s".formatted(name, value));
            }
        }
    }
}
