package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * The network that is served: one part looks closely for contraband, one takes in the container as a whole at half the scale,
 * and a judgement of both says how suspicious the container is. Sides must be multiples of 32.
 *
 * <p>{@link Exporting} describes the same computation once more; whoever changes one changes the other, and
 * {@code ExportingTest} compares them.
 */
final class ContainerNetwork extends AbstractBlock {

    static final int INPUT_CHANNELS = 3;

    /** How many numbers the judgement is made of. */
    static final int EVIDENCE = MapHead.SUMMARY_SIZE + ContextNetwork.SUMMARY_SIZE;

    /** Positions of the answers in the output. */
    static final int MAP = 0;

    static final int THREAT = 1;
    static final int LOAD_KIND = 2;
    static final int SIMILARITY = 3;
    static final int FILL = 4;
    static final int MASS = 5;
    static final int DOORS = 6;

    final DetailNetwork detail;
    final ContextNetwork context;
    final Linear judgement;

    private final int loadKinds;

    /** @param loadKinds how many kinds of load it tells apart, empty among them */
    ContainerNetwork(int loadKinds) {
        this.loadKinds = loadKinds;
        detail = addChildBlock("detail", new DetailNetwork());
        context = addChildBlock("context", new ContextNetwork(loadKinds));
        judgement = addChildBlock("judgement", Linear.builder().setUnits(1).build());
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return map logits (batch x 1 x rows/8 x columns/8), threat logit (batch x 1), then what {@link ContextNetwork} says: load
     *     kind logits, embedding, fill logit, logarithm of mass, logit of the doors
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var close = detail.forward(parameters, inputs, training);
        var whole = context.forward(parameters, new NDList(halved(inputs.head())), training);
        return new NDList(
                close.get(DetailNetwork.MAP),
                new Passing(parameters, training).through(judgement, evidence(close, whole)),
                whole.get(ContextNetwork.LOAD_KIND),
                whole.get(ContextNetwork.SIMILARITY),
                whole.get(ContextNetwork.FILL),
                whole.get(ContextNetwork.MASS),
                whole.get(ContextNetwork.DOORS));
    }

    private static NDArray evidence(NDList close, NDList whole) {
        return close.get(DetailNetwork.SUMMARY).concat(whole.get(ContextNetwork.SUMMARY), 1);
    }

    /** What the judgement is made of: batch x {@link #EVIDENCE}. */
    NDArray evidence(ParameterStore parameters, NDList inputs, boolean training) {
        var close = detail.forward(parameters, inputs, training);
        return evidence(close, context.forward(parameters, new NDList(halved(inputs.head())), training));
    }

    private static NDArray halved(NDArray input) {
        return Pool.avgPool2d(input, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false, true);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var batch = inputs[0].get(0);
        return new Shape[] {
            detail.getOutputShapes(inputs)[DetailNetwork.MAP],
            new Shape(batch, 1),
            new Shape(batch, loadKinds),
            new Shape(batch, ContextNetwork.EMBEDDING),
            new Shape(batch, 1),
            new Shape(batch, 1),
            new Shape(batch, 1)
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        detail.initialize(manager, type, inputs);
        var shape = inputs[0];
        context.initialize(manager, type, new Shape(shape.get(0), INPUT_CHANNELS, shape.get(2) / 2, shape.get(3) / 2));
        judgement.initialize(manager, type, new Shape(shape.get(0), EVIDENCE));
    }
}
