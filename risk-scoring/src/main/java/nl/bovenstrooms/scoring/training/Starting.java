package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;

/** Gives blocks their first weights, in the order in which a batch passes them. */
record Starting(NDManager manager, DataType type) {

    /** @return the shape that comes out */
    Shape of(Block block, Shape input) {
        block.initialize(manager, type, input);
        return block.getOutputShapes(new Shape[] {input})[0];
    }
}
