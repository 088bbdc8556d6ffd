package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** What the container as a whole is like: its load, how full and heavy it is, which end the doors are at, whether it is suspicious. */
final class ContextNetwork extends AbstractBlock {

    static final int EMBEDDING = 64;

    /** Positions of the answers in the output. */
    static final int LOAD_KIND = 0;

    static final int SIMILARITY = 1;
    static final int FILL = 2;
    static final int MASS = 3;
    static final int DOORS = 4;
    static final int MAP = 5;
    static final int THREAT = 6;
    static final int SUMMARY = 7;

    /** How many numbers sum a container up: those of the map, and the mean of each feature. */
    static final int SUMMARY_SIZE = MapHead.SUMMARY_SIZE + Trunk.DEEPEST;

    private static final int MASS_FEATURES = 32;

    final Trunk trunk;
    final MapHead head;
    final Linear threat;
    final Linear embedding;
    final Linear loadKind;
    final Linear fill;
    final Linear massFeatures;
    final Linear mass;
    final Linear doors;

    private final int loadKinds;

    /** @param loadKinds how many kinds of load it tells apart, empty among them */
    ContextNetwork(int loadKinds) {
        this.loadKinds = loadKinds;
        trunk = addChildBlock("trunk", new Trunk());
        head = addChildBlock("head", new MapHead());
        threat = addChildBlock("threat", linear(1));
        embedding = addChildBlock("embedding", linear(EMBEDDING));
        loadKind = addChildBlock("loadKind", linear(loadKinds));
        fill = addChildBlock("fill", linear(1));
        massFeatures = addChildBlock("massFeatures", linear(MASS_FEATURES));
        mass = addChildBlock("mass", linear(1));
        doors = addChildBlock("doors", linear(1));
    }

    private static Linear linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return load kind logits, embedding before its length is made 1 (batch x 64), fill logit (batch x 1), natural logarithm
     *     of 1 + tonnes of goods (batch x 1), logit of the doors being at the right (batch x 1), map logits
     *     (batch x 1 x rows/8 x columns/8), threat logit (batch x 1), and what that was made of (batch x 129)
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var pass = new Passing(parameters, training);
        var features = trunk.forward(parameters, inputs, training);
        var seen = head.forward(parameters, features, training);
        var halves = features.get(1).split(2, 3);
        var left = Pool.globalAvgPool2d(halves.get(0));
        var right = Pool.globalAvgPool2d(halves.get(1));
        var average = Pool.globalAvgPool2d(features.get(1));
        var similarity = pass.through(embedding, average);
        var summary = seen.get(MapHead.SUMMARY).concat(average, 1);
        return new NDList(
                pass.through(loadKind, similarity),
                similarity,
                pass.through(fill, average),
                pass.through(mass, pass.throughAndCutOff(massFeatures, average)),
                pass.through(doors, right.sub(left)),
                seen.get(MapHead.MAP),
                pass.through(threat, summary),
                summary);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var batch = inputs[0].get(0);
        return new Shape[] {
            new Shape(batch, loadKinds),
            new Shape(batch, EMBEDDING),
            new Shape(batch, 1),
            new Shape(batch, 1),
            new Shape(batch, 1),
            head.getOutputShapes(trunk.getOutputShapes(inputs))[MapHead.MAP],
            new Shape(batch, 1),
            new Shape(batch, SUMMARY_SIZE)
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Starting(manager, type);
        trunk.initialize(manager, type, inputs);
        head.initialize(manager, type, trunk.getOutputShapes(inputs));
        start.of(threat, new Shape(inputs[0].get(0), SUMMARY_SIZE));
        var average = new Shape(inputs[0].get(0), Trunk.DEEPEST);
        start.of(loadKind, start.of(embedding, average));
        start.of(fill, average);
        start.of(mass, start.of(massFeatures, average));
        start.of(doors, average);
    }
}
