package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

/** How wrong answers are, element by element. */
final class Losses {

    private Losses() {}

    /** max(x, 0) - x y + ln(1 + e^-|x|): the cross entropy of sigmoid(x), without overflow. */
    static NDArray crossEntropy(NDArray logits, NDArray truth) {
        return Activation.relu(logits)
                .sub(logits.mul(truth))
                .add(logits.abs().neg().exp().add(1).log());
    }

    /** ln(1 + e^(lower - higher)): small where the one that should be higher stands clearly above. */
    static NDArray disorder(NDArray lower, NDArray higher) {
        var over = lower.sub(higher);
        return Activation.relu(over).add(over.abs().neg().exp().add(1).log());
    }

    /** Of a batch in which every other example is the twin of the one before: those before, and the twins; one row each. */
    static NDList halves(NDArray array, int examples) {
        return array.reshape(examples / 2, 2, array.size() / examples).split(2, 1);
    }

    /** Mean over the elements that count. */
    static NDArray mean(NDArray values, NDArray weights) {
        return values.mul(weights).sum().div(weights.sum().add(1e-3f));
    }
}
