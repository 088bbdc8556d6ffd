package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.util.PairList;

/** From the features of a {@link Trunk} to a map of where it is suspicious, at 1/8 of the picture's size. */
final class MapHead extends AbstractBlock {

    /** Pixels along the side of a cell of the map. */
    static final int CELL = 8;

    private static final int PYRAMID = 32;

    /** How many numbers sum up a map. */
    static final int SUMMARY_SIZE = PYRAMID + 1;

    /** Positions of the answers in the output. */
    static final int MAP = 0;

    static final int SUMMARY = 1;

    final Conv2d lateralMiddle;
    final Conv2d lateralCoarse;
    final NormalisedConvolution smooth;
    final Conv2d map;

    MapHead() {
        lateralMiddle = addChildBlock("lateralMiddle", pointwise(PYRAMID));
        lateralCoarse = addChildBlock("lateralCoarse", pointwise(PYRAMID));
        smooth = addChildBlock("smooth", new NormalisedConvolution(PYRAMID, 3, 1));
        map = addChildBlock("map", pointwise(1));
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
     * @param inputs features at 1/8 and at 1/16
     * @return map logits (batch x 1 x rows/8 x columns/8), and the highest of each feature and of the map (batch x 33)
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var pass = new Passing(parameters, training);
        var deep = pass.through(lateralCoarse, inputs.get(1));
        var pyramid = pass.throughAndCutOff(
                smooth, pass.through(lateralMiddle, inputs.get(0)).add(doubled(deep)));
        var suspicion = pass.through(map, pyramid);
        return new NDList(suspicion, Pool.globalMaxPool2d(pyramid).concat(Pool.globalMaxPool2d(suspicion), 1));
    }

    private static NDArray doubled(NDArray array) {
        var shape = array.getShape();
        return array.getNDArrayInternal().interpolation(new long[] {shape.get(2) * 2, shape.get(3) * 2}, 0, false);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var fine = inputs[0];
        return new Shape[] {new Shape(fine.get(0), 1, fine.get(2), fine.get(3)), new Shape(fine.get(0), SUMMARY_SIZE)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Starting(manager, type);
        start.of(lateralCoarse, inputs[1]);
        start.of(map, start.of(smooth, start.of(lateralMiddle, inputs[0])));
    }
}
