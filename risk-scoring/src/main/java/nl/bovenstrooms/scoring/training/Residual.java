package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** Two convolutions and a way around them. */
final class Residual extends AbstractBlock {

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
        var pass = new Passing(parameters, training);
        var changed = pass.through(second, pass.throughAndCutOff(first, inputs.head()));
        var kept = around.isEmpty() ? inputs.head() : pass.through(around.get(0), inputs.head());
        return new NDList(Activation.relu(changed.add(kept)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return second.getOutputShapes(first.getOutputShapes(inputs));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        var start = new Starting(manager, type);
        start.of(second, start.of(first, inputs[0]));
        around.forEach(way -> start.of(way, inputs[0]));
    }
}
