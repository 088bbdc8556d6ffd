package nl.bovenstrooms.scoring.training;

import java.util.function.LongFunction;

/** The batches of a lesson, one after the other; what goes into them is made ahead by other threads. */
final class Supply implements AutoCloseable {

    private final Batch batch;
    private final Ahead<Batch> ahead;

    /**
     * @param batch to be filled, again and again
     * @param first number of the first small batch; a resumed run sees what it would have seen
     * @param maker of small batches, by number; those of one batch have as many pictures in all. Called by several threads
     */
    Supply(Batch batch, long first, int threads, LongFunction<Batch> maker) {
        this.batch = batch;
        ahead = new Ahead<>(first, Long.MAX_VALUE, threads, 2 * batch.size, maker);
    }

    /** Overwritten by the one after. */
    Batch next() {
        for (var place = 0; place < batch.size; ) {
            var some = ahead.next();
            for (var index = 0; index < some.size; index++) {
                batch.copy(place++, some, index);
            }
        }
        return batch;
    }

    @Override
    public void close() {
        ahead.close();
    }
}
