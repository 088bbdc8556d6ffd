package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Where it is suspicious. Fully convolutional, and what it says of a place depends on the place's surroundings alone: it learns
 * from parts of containers and serves whole ones.
 */
final class DetailNetwork extends AbstractBlock {

    /** Positions of the answers in the output. */
    static final int MAP = 0;

    static final int THREAT = 1;
    static final int SUMMARY = 2;

    final Trunk trunk;
    final MapHead head;
    final Linear threat;

    DetailNetwork() {
        trunk = addChildBlock("trunk", new Trunk());
        head = addChildBlock("head", new MapHead());
        threat = addChildBlock("threat", Linear.builder().setUnits(1).build());
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return map logits (batch x 1 x rows/8 x columns/8), threat logit (batch x 1), and what that was made of: the map's
     *     summary (batch x 33)
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var seen = head.forward(parameters, trunk.forward(parameters, inputs, training), training);
        var summary = seen.get(MapHead.SUMMARY);
        return new NDList(seen.get(MapHead.MAP), new Passing(parameters, training).through(threat, summary), summary);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var seen = head.getOutputShapes(trunk.getOutputShapes(inputs));
        return new Shape[] {seen[MapHead.MAP], new Shape(inputs[0].get(0), 1), seen[MapHead.SUMMARY]};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        trunk.initialize(manager, type, inputs);
        head.initialize(manager, type, trunk.getOutputShapes(inputs));
        threat.initialize(manager, type, new Shape(inputs[0].get(0), MapHead.SUMMARY_SIZE));
    }
}
