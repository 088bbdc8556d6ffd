package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.util.PairList;

/**
 * Where it is suspicious: a map at 1/8 of the size. Fully convolutional, and what it says of a place depends on the place's
 * surroundings alone: it learns from parts of containers and serves whole ones.
 */
final class DetailNetwork extends AbstractBlock {

    /** Pixels along the side of a cell of the map. */
    static final int CELL = 8;

    static final int PYRAMID = 32;

    /** Positions of the answers in the output. */
    static final int MAP = 0;

    static final int THREAT = 1;
    static final int SUMMARY = 2;

    final Trunk trunk;
    final Conv2d lateralMiddle;
    final Conv2d lateralCoarse;
    final NormalisedConvolution smooth;
    final Conv2d map;
    final Linear threat;

    DetailNetwork() {
        trunk = addChildBlock("trunk", new Trunk());
        lateralMiddle = addChildBlock("lateralMiddle", pointwise(PYRAMID));
        lateralCoarse = addChildBlock("lateralCoarse", pointwise(PYRAMID));
        smooth = addChildBlock("smooth", new NormalisedConvolution(PYRAMID, 3, 1));
        map = addChildBlock("map", pointwise(1));
        threat = addChildBlock("threat", Linear.builder().setUnits(1).build());
        // Contraband is rare: from the first step on a cell is dark unless something speaks against it.
        map.setInitializer(new ConstantInitializer(-3), "bias");
    }

    private static Conv2d pointwise(int filters) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(1, 1))
                .build();
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return map logits (batch x 1 x rows/8 x columns/8), threat logit (batch x 1), and what that was made of: the highest of
     *     each feature and of the map (batch x 33)
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var pass = new Passing(parameters, training);
        var features = trunk.forward(parameters, inputs, training);
        var deep = pass.through(lateralCoarse, features.get(1));
        var pyramid = pass.throughAndCutOff(
                smooth, pass.through(lateralMiddle, features.get(0)).add(doubled(deep)));
        var suspicion = pass.through(map, pyramid);
        var summary = Pool.globalMaxPool2d(pyramid).concat(Pool.globalMaxPool2d(suspicion), 1);
        return new NDList(suspicion, pass.through(threat, summary), summary);
    }

    private static NDArray doubled(NDArray array) {
        var shape = array.getShape();
        return array.getNDArrayInternal().interpolation(new long[] {shape.get(2) * 2, shape.get(3) * 2}, 0, false);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var batch = inputs[0].get(0);
        return new Shape[] {
            new Shape(batch, 1, inputs[0].get(2) / CELL, inputs[0].get(3) / CELL),
            new Shape(batch, 1),
            new Shape(batch, PYRAMID + 1)
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Starting(manager, type);
        trunk.initialize(manager, type, inputs);
        var features = trunk.getOutputShapes(inputs);
        start.of(lateralCoarse, features[1]);
        start.of(map, start.of(smooth, start.of(lateralMiddle, features[0])));
        start.of(threat, new Shape(inputs[0].get(0), PYRAMID + 1));
    }
}
