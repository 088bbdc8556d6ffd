package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * From a picture to features at 1/8 and 1/16 of its size: a stem to 1/4, then residual stages of 24, 48 and 96 channels at 1/4,
 * 1/8 and 1/16. Sides must be multiples of 16.
 */
final class Trunk extends AbstractBlock {

    static final int DEEPEST = 96;

    final NormalisedConvolution stemFine;
    final NormalisedConvolution stem;
    final List<Residual> fine;
    final List<Residual> middle;
    final List<Residual> coarse;

    Trunk() {
        stemFine = addChildBlock("stemFine", new NormalisedConvolution(16, 3, 2));
        stem = addChildBlock("stem", new NormalisedConvolution(24, 3, 2));
        fine = stage("fine", 24, 24, 1);
        middle = stage("middle", 24, 48, 2);
        coarse = stage("coarse", 48, DEEPEST, 2);
    }

    private List<Residual> stage(String name, int channelsIn, int channelsOut, int stride) {
        var blocks = new ArrayList<Residual>();
        blocks.add(addChildBlock(name + "First", new Residual(channelsIn, channelsOut, stride)));
        blocks.add(addChildBlock(name + "Second", new Residual(channelsOut, channelsOut, 1)));
        return blocks;
    }

    /**
     * @param inputs one array of batch x 3 x rows x columns
     * @return batch x 48 x rows/8 x columns/8 and batch x 96 x rows/16 x columns/16
     */
    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        var pass = new Passing(parameters, training);
        var features = pass.throughAndCutOff(stem, pass.throughAndCutOff(stemFine, inputs.head()));
        for (var block : fine) {
            features = pass.through(block, features);
        }
        for (var block : middle) {
            features = pass.through(block, features);
        }
        var ofMiddle = features;
        for (var block : coarse) {
            features = pass.through(block, features);
        }
        return new NDList(ofMiddle, features);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var batch = inputs[0].get(0);
        var rows = inputs[0].get(2);
        var columns = inputs[0].get(3);
        return new Shape[] {
            new Shape(batch, DEEPEST / 2, rows / 8, columns / 8), new Shape(batch, DEEPEST, rows / 16, columns / 16)
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Starting(manager, type);
        var shape = start.of(stem, start.of(stemFine, inputs[0]));
        for (var stage : List.of(fine, middle, coarse)) {
            for (var block : stage) {
                shape = start.of(block, shape);
            }
        }
    }
}
