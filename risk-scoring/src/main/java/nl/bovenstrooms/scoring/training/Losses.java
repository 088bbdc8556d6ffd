package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import java.util.LinkedHashMap;
import java.util.Map;

/** How wrong answers are, element by element. */
final class Losses {

    /** Contraband is a few cells in a hundred: its cells count for ten, or the map learns to stay dark. */
    private static final float THREAT_CELL_WEIGHT = 9;

    private static final float MAP_WEIGHT = 4;

    private Losses() {}

    /**
     * Of finding contraband, by name: right from wrong in each cell and as a whole, and each one above its clean twin.
     *
     * @param map logits
     * @param threat logits
     * @param batch begins with twins: a clean picture, then the same with contraband, and so on
     * @param twins how many pairs of them; other pictures may follow
     */
    static Map<String, NDArray> ofContraband(NDArray map, NDArray threat, Batch batch, int twins, NDManager manager) {
        var cells = batch.map(manager);
        var threats = batch.single(batch.threat, manager);
        var weights = batch.single(batch.threatWeight, manager);
        var cellWeights = batch.mapWeight(manager)
                .mul(times(THREAT_CELL_WEIGHT, cells, manager).add(1));
        var losses = new LinkedHashMap<String, NDArray>();
        losses.put(
                "map",
                times(MAP_WEIGHT, crossEntropy(map, cells).mul(cellWeights).mean(), manager));
        losses.put("threat", mean(crossEntropy(threat, threats), weights));
        var maps = halves(map, twins);
        var contraband = halves(cells.mul(batch.mapWeight(manager)), twins).get(1);
        losses.put("twin cells", mean(disorder(maps.get(0), maps.get(1)), contraband));
        var wholes = halves(threat, twins);
        var holding = halves(threats.mul(weights), twins).get(1);
        losses.put("twins", mean(disorder(wholes.get(0), wholes.get(1)), holding));
        return losses;
    }

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

    /** Of a batch that begins with twins: the ones before, and the twins; one row each. */
    static NDList halves(NDArray array, int twins) {
        var each = array.size() / array.getShape().get(0);
        return array.get(":" + 2 * twins).reshape(twins, 2, each).split(2, 1);
    }

    /**
     * Values that count for more or less. Nothing that may take part in a gradient is multiplied by DJL's {@code mul(Number)} or
     * {@code div(Number)}: those give the memory of the number back at once, while the gradient still has to be made from it, and
     * when a garbage collection comes between, it is made from whatever stands there then.
     */
    static NDArray times(float factor, NDArray values, NDManager manager) {
        return values.mul(manager.create(factor));
    }

    /** Mean over the elements that count. */
    static NDArray mean(NDArray values, NDArray weights) {
        return values.mul(weights).sum().div(weights.sum().add(1e-3f));
    }
}
