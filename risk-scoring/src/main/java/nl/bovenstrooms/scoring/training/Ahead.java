package nl.bovenstrooms.scoring.training;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Things in the order of their numbers, made ahead by a few threads. The order does not depend on the threads.
 *
 * @param <T> what is made
 */
public final class Ahead<T> implements Iterator<T>, AutoCloseable {

    private final LongFunction<T> maker;
    private final ExecutorService threads;
    private final Queue<Future<T>> ahead = new ArrayDeque<>();
    private final long end;
    private long next;

    /**
     * @param first number
     * @param end number after the last
     * @param depth how many are made before they are asked for
     * @param maker makes the thing of a number; called by several threads
     */
    public Ahead(long first, long end, int threadCount, int depth, LongFunction<T> maker) {
        this.next = first;
        this.end = end;
        this.maker = maker;
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            var thread = new Thread(task, "making ahead");
            thread.setDaemon(true);
            return thread;
        });
        for (var index = 0; index < depth; index++) {
            order();
        }
    }

    private void order() {
        if (next < end) {
            var number = next++;
            ahead.add(threads.submit((Callable<T>) () -> maker.apply(number)));
        }
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public T next() {
        var first = ahead.poll();
        if (first == null) {
            throw new NoSuchElementException("all things before %d were taken".formatted(end));
        }
        order();
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("making ahead failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
