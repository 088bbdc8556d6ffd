package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A lesson in which, between the answers and the gradients, all memory that nobody holds on to is given back and written over.
 *
 * @param <B> a batch of the lesson
 */
record Disturbed<B>(Lesson<B> lesson) implements Lesson<B> {

    private static final int COLLECTIONS = 4;
    private static final int SMALL_BUFFERS = 20_000;

    @Override
    public Map<String, NDArray> losses(NDList answers, B batch, NDManager manager) {
        var losses = lesson.losses(answers, batch, manager);
        for (var collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
            for (var index = 0; index < SMALL_BUFFERS; index++) {
                ByteBuffer.allocateDirect(Float.BYTES).putInt(0, -1);
            }
        }
        return losses;
    }

    @Override
    public String name() {
        return lesson.name();
    }

    @Override
    public Block network() {
        return lesson.network();
    }

    @Override
    public Shape inputShape() {
        return lesson.inputShape();
    }

    @Override
    public int batchSize() {
        return lesson.batchSize();
    }

    @Override
    public float peakRate() {
        return lesson.peakRate();
    }

    @Override
    public B next() {
        return lesson.next();
    }

    @Override
    public NDArray input(B batch, NDManager manager) {
        return lesson.input(batch, manager);
    }

    @Override
    public String watch(Function<B, List<float[]>> ask) {
        return lesson.watch(ask);
    }

    @Override
    public void close() {
        lesson.close();
    }
}
