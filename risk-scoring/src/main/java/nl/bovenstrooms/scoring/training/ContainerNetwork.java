package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * One network, five answers: where it is suspicious, whether it is, what the load is, what it resembles and how full it is.
 *
 * <p>A stem to 1/4 of the size, residual stages of 24, 48 and 96 channels at 1/4, 1/8 and 1/16, and a feature pyramid back
 * to 1/4. Fully convolutional: it trains on windows of a container and serves whole ones. Sides must be multiples of 16.
 *
 * <p>{@link TorchScript} writes the same computation as text; whoever changes one changes the other, and
 * {@code TorchScriptTest} compares them.
 */
final class ContainerNetwork extends AbstractBlock {

    static final int INPUT_CHANNELS = 3;
    static final int PYRAMID = 32;
    static final int DEEPEST = 96;
    static final int EMBEDDING = 64;

    /** Positions of the answers in the output. */
    static final int MAP = 0;

    static final int THREAT = 1;
    static final int LOAD_KIND = 2;
    static final int SIMILARITY = 3;
    static final int FILL = 4;

    final NormalisedConvolution stemFine;
    final NormalisedConvolution stem;
    final List<Residual> fine;
    final List<Residual> middle;
    final List<Residual> coarse;
    final Conv2d lateralFine;
    final Conv2d lateralMiddle;
    final Conv2d lateralCoarse;
    final NormalisedConvolution smooth;
    final Conv2d map;
    final Linear threat;
    final Linear embedding;
    final Linear loadKind;
    final Linear fill;

    private final int loadKinds;

    /** @param loadKinds how many kinds of load it tells apart, empty among them */
    ContainerNetwork(int loadKinds) {
        this.loadKinds = loadKinds;
        stemFine = addChildBlock("stemFine", new NormalisedConvolution(16, 3, 2));
        stem = addChildBlock("stem", new NormalisedConvolution(24, 3, 2));
        fine = stage("fine", 24, 24, 1);
        middle = stage("middle", 24, 48, 2);
        coarse = stage("coarse", 48, DEEPEST, 2);
        lateralFine = addChildBlock("lateralFine", pointwise(PYRAMID));
        lateralMiddle = addChildBlock("lateralMiddle", pointwise(PYRAMID));
        lateralCoarse = addChildBlock("lateralCoarse", pointwise(PYRAMID));
        smooth = addChildBlock("smooth", new NormalisedConvolution(PYRAMID, 3, 1));
        map = addChildBlock("map", pointwise(1));
        threat = addChildBlock("threat", Linear.builder().setUnits(1).build());
        embedding =
                addChildBlock("embedding", Linear.builder().setUnits(EMBEDDING).build());
        loadKind =
                addChildBlock("loadKind", Linear.builder().setUnits(loadKinds).build());
        fill = addChildBlock("fill", Linear.builder().setUnits(1).build());
    }

    private List<Residual> stage(String name, int channelsIn, int channelsOut, int stride) {
        var blocks = new ArrayList<Residual>();
        blocks.add(addChildBlock(name + "First", new Residual(channelsIn, channelsOut, stride)));
        blocks.add(addChildBlock(name + "Second", new Residual(channelsOut, channelsOut, 1)));
        return blocks;
    }

    private static Conv2d pointwise(int filters) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(1, 1))
                .build();
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return map logits (batch x 1 x rows/4 x columns/4), threat logit (batch x 1), load kind logits, embedding before
     *     its length is made 1 (batch x 64), fill logit (batch x 1)
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var pass = new Pass(parameters, training);
        var one = pass.through(fine, pass.relu(stem, pass.relu(stemFine, inputs.head())));
        var two = pass.through(middle, one);
        var three = pass.through(coarse, two);
        var pyramid = pass.of(lateralCoarse, three);
        pyramid = pass.of(lateralMiddle, two).add(doubled(pyramid));
        pyramid = pass.of(lateralFine, one).add(doubled(pyramid));
        pyramid = pass.relu(smooth, pyramid);
        var suspicion = pass.of(map, pyramid);
        var average = Pool.globalAvgPool2d(three);
        var summary = Pool.globalMaxPool2d(pyramid).concat(average, 1).concat(Pool.globalMaxPool2d(suspicion), 1);
        var similarity = pass.of(embedding, average);
        return new NDList(
                suspicion, pass.of(threat, summary), pass.of(loadKind, similarity), similarity, pass.of(fill, average));
    }

    private static NDArray doubled(NDArray array) {
        var shape = array.getShape();
        return array.getNDArrayInternal().interpolation(new long[] {shape.get(2) * 2, shape.get(3) * 2}, 0, false);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var batch = inputs[0].get(0);
        return new Shape[] {
            new Shape(batch, 1, inputs[0].get(2) / 4, inputs[0].get(3) / 4),
            new Shape(batch, 1),
            new Shape(batch, loadKinds),
            new Shape(batch, EMBEDDING),
            new Shape(batch, 1)
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Initialisation(manager, type);
        var shape = start.of(stem, start.of(stemFine, inputs[0]));
        var one = start.of(fine.get(1), start.of(fine.get(0), shape));
        var two = start.of(middle.get(1), start.of(middle.get(0), one));
        var three = start.of(coarse.get(1), start.of(coarse.get(0), two));
        start.of(lateralCoarse, three);
        start.of(lateralMiddle, two);
        start.of(map, start.of(smooth, start.of(lateralFine, one)));
        var batch = inputs[0].get(0);
        start.of(threat, new Shape(batch, PYRAMID + DEEPEST + 1));
        start.of(loadKind, start.of(embedding, new Shape(batch, DEEPEST)));
        start.of(fill, new Shape(batch, DEEPEST));
    }

    private record Initialisation(NDManager manager, DataType type) {
        Shape of(Block block, Shape input) {
            block.initialize(manager, type, input);
            return block.getOutputShapes(new Shape[] {input})[0];
        }
    }

    private record Pass(ParameterStore parameters, boolean training) {
        NDArray of(Block block, NDArray input) {
            return block.forward(parameters, new NDList(input), training).head();
        }

        NDArray relu(Block block, NDArray input) {
            return Activation.relu(of(block, input));
        }

        NDArray through(List<Residual> blocks, NDArray input) {
            return of(blocks.get(1), of(blocks.get(0), input));
        }
    }

    /** Two convolutions and a way around them. */
    static final class Residual extends AbstractBlock {

        final NormalisedConvolution first;
        final NormalisedConvolution second;
        final List<NormalisedConvolution> around;

        Residual(int channelsIn, int channelsOut, int stride) {
            first = addChildBlock("first", new NormalisedConvolution(channelsOut, 3, stride));
            second = addChildBlock("second", new NormalisedConvolution(channelsOut, 3, 1));
            around = channelsIn == channelsOut
                    ? List.of()
                    : List.of(addChildBlock("around", new NormalisedConvolution(channelsOut, 1, stride)));
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
            var pass = new Pass(parameters, training);
            var changed = pass.of(second, pass.relu(first, inputs.head()));
            var kept = around.isEmpty() ? inputs.head() : pass.of(around.get(0), inputs.head());
            return new NDList(Activation.relu(changed.add(kept)));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return second.getOutputShapes(first.getOutputShapes(inputs));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            var start = new Initialisation(manager, type);
            start.of(second, start.of(first, inputs[0]));
            around.forEach(way -> start.of(way, inputs[0]));
        }
    }
}
