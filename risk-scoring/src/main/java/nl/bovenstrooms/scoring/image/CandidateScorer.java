package nl.bovenstrooms.scoring.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Says how well each of some candidates fits: one hidden layer, the same for every candidate. A softmax over what it says is the share of belief in
 * each.
 *
 * @param inputs numbers that describe a candidate
 * @param hidden units
 * @param weights {@code inputs * hidden} of the first layer, input by input, {@code hidden} offsets, {@code hidden} of the second layer
 */
@SuppressWarnings("ArrayRecordComponent") // one per process; never compared
public record CandidateScorer(int inputs, int hidden, float[] weights) {

    public CandidateScorer {
        if (weights.length != size(inputs, hidden)) {
            throw new IllegalArgumentException("a scorer of %d inputs and %d units has %d weights, not %d"
                    .formatted(inputs, hidden, size(inputs, hidden), weights.length));
        }
    }

    static CandidateScorer read(DataInputStream data) throws IOException {
        var inputs = data.readInt();
        var hidden = data.readInt();
        var weights = new float[size(inputs, hidden)];
        for (var index = 0; index < weights.length; index++) {
            weights[index] = data.readFloat();
        }
        return new CandidateScorer(inputs, hidden, weights);
    }

    public void write(DataOutputStream data) throws IOException {
        data.writeInt(inputs);
        data.writeInt(hidden);
        for (var weight : weights) {
            data.writeFloat(weight);
        }
    }

    /** Of how many weights such a scorer consists. */
    public static int size(int inputs, int hidden) {
        return inputs * hidden + 2 * hidden;
    }

    /** @param units room for the hidden units, overwritten with what they say */
    public float score(float[] candidate, float[] units) {
        System.arraycopy(weights, inputs * hidden, units, 0, hidden);
        for (var input = 0; input < inputs; input++) {
            var value = candidate[input];
            var start = input * hidden;
            for (var unit = 0; unit < hidden; unit++) {
                units[unit] += value * weights[start + unit];
            }
        }
        var score = 0f;
        var start = (inputs + 1) * hidden;
        for (var unit = 0; unit < hidden; unit++) {
            units[unit] = Math.max(0, units[unit]);
            score += units[unit] * weights[start + unit];
        }
        return score;
    }
}
