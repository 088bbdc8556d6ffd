package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/** One pass of a batch through blocks that have one input and one output. */
record Passing(ParameterStore parameters, boolean training) {

    NDArray through(Block block, NDArray input) {
        return block.forward(parameters, new NDList(input), training).head();
    }

    NDArray throughAndCutOff(Block block, NDArray input) {
        return Activation.relu(through(block, input));
    }
}
