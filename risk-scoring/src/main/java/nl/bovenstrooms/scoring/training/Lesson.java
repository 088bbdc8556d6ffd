package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one part of the network learns, batch after batch.
 *
 * @param <B> a batch of examples
 */
interface Lesson<B> extends AutoCloseable {

    /** Names its checkpoints and its lines in the log. */
    String name();

    Block network();

    /** Of a batch that goes into the network. */
    Shape inputShape();

    /** How many examples there are in a batch, for the speed that is told. */
    int batchSize();

    /** The highest learning rate. */
    float peakRate();

    /** The batch of the next step; overwritten by the one after. */
    B next();

    /** What goes into the network. */
    NDArray input(B batch, NDManager manager);

    /** By name, weighted: their sum is made small. */
    Map<String, NDArray> losses(NDList answers, B batch, NDManager manager);

    /**
     * How it does on examples that it does not learn from, in a few words; too few examples to choose by, enough to see it go
     * wrong.
     *
     * @param ask gives the answers of the network, as it would be served now, as plain numbers
     */
    String watch(Function<B, List<float[]>> ask);

    @Override
    void close();
}
