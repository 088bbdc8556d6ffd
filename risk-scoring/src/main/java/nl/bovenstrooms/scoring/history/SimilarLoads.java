package nl.bovenstrooms.scoring.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages whose load looks like that of another one: an exact search over the embeddings of all passages that one model has seen.
 * Everything here can be rebuilt from the database.
 *
 * <p>The filter is asked before a vector is looked at, and a vector lies in one piece: of a million, those that a filter leaves out cost
 * next to nothing. A million vectors of 64 numbers take 256 MB.
 */
public final class SimilarLoads {

    /** Passages in a block; a block is one piece of work for one thread. */
    private static final int BLOCK = 4096;

    private static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparingDouble(Neighbour::distance)
            .thenComparing(Neighbour::scanId)
            .thenComparing(Neighbour::index);

    private final int dimensions;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<UUID, int[]> rows = new HashMap<>();
    private final Words<List<String>> goods = new Words<>();
    private final Words<String> sizeTypes = new Words<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private int size;

    /** @param dimensions of every embedding */
    public SimilarLoads(int dimensions) {
        this.dimensions = dimensions;
    }

    /**
     * A passage that was seen.
     *
     * @param embedding of length 1
     * @param headings HS headings, 4 digits
     * @param sizeType code of ISO 6346; empty when unknown
     */
    public record Seen(UUID scanId, int index, Instant at, List<String> headings, String sizeType, float[] embedding) {

        public Seen {
            headings = List.copyOf(headings);
        }
    }

    /**
     * Which passages count; what is null or empty excludes nothing.
     *
     * @param hs HS code from its beginning, 2 to 4 digits
     * @param from the first moment that counts
     * @param until the first moment that does not count any more
     * @param otherThan a scan whose passages don't count
     */
    public record Filter(
            String hs,
            String sizeType,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID otherThan) {

        public static final Filter NONE = new Filter("", "", null, null, null);

        /** The same without one scan. */
        public Filter except(UUID scanId) {
            return new Filter(hs, sizeType, from, until, scanId);
        }
    }

    /**
     * @param distance between the two unit vectors: 0 when they are the same, 2 when they are opposite
     */
    public record Neighbour(UUID scanId, int index, double distance) {}

    /** Puts the passages of a scan in place of those that were known of it. */
    public void replace(UUID scanId, List<Seen> passages) {
        for (var seen : passages) {
            if (!seen.scanId().equals(scanId)) {
                throw new IllegalArgumentException(
                        "a passage of %s among those of %s".formatted(seen.scanId(), scanId));
            }
            if (seen.embedding().length != dimensions) {
                throw new IllegalArgumentException(
                        "an embedding of %d numbers among those of %d".formatted(seen.embedding().length, dimensions));
            }
        }
        lock.writeLock().lock();
        try {
            remove(scanId);
            if (passages.isEmpty()) {
                return;
            }
            rows.put(scanId, passages.stream().mapToInt(this::add).toArray());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int add(Seen seen) {
        var row = size++;
        if (row / BLOCK == blocks.size()) {
            blocks.add(new Block(dimensions));
        }
        blocks.get(row / BLOCK)
                .put(row % BLOCK, seen, goods.numberOf(seen.headings()), sizeTypes.numberOf(seen.sizeType()));
        return row;
    }

    /** The last row moves to where one becomes free. */
    private void remove(UUID scanId) {
        for (var known = rows.get(scanId); known != null && known.length > 0; known = rows.get(scanId)) {
            var last = --size;
            var moved = blocks.get(last / BLOCK).scanId(last % BLOCK);
            var free = known[known.length - 1];
            blocks.get(free / BLOCK).copy(free % BLOCK, blocks.get(last / BLOCK), last % BLOCK);
            replaceRow(moved, last, free);
            rows.put(
                    scanId,
                    IntStream.of(rows.get(scanId)).limit(known.length - 1L).toArray());
        }
        rows.remove(scanId);
    }

    private void replaceRow(UUID scanId, int row, int by) {
        var its = rows.get(scanId);
        if (its == null) {
            throw new IllegalStateException("every row belongs to a scan");
        }
        for (var index = 0; index < its.length; index++) {
            its[index] = its[index] == row ? by : its[index];
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The nearest passages, the nearest first; of equally near ones, in the order of their ids.
     *
     * @param embedding of length 1
     */
    public List<Neighbour> nearest(float[] embedding, Filter filter, int count) {
        lock.readLock().lock();
        try {
            var wanted = wanted(filter);
            return IntStream.range(0, blocks.size())
                    .parallel()
                    .boxed()
                    .flatMap(
                            block -> blocks
                                    .get(block)
                                    .nearest(Math.min(BLOCK, size - block * BLOCK), embedding, wanted, count)
                                    .stream())
                    .sorted(NEAREST_FIRST)
                    .limit(count)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * How far passages are from the nearest other one, by which is seen what is usual among them.
     *
     * @param filter which of them, and which others
     * @param count of passages, the first by their ids, which say nothing of what is in them
     */
    public List<Double> distancesWithin(Filter filter, int count) {
        lock.readLock().lock();
        try {
            var wanted = wanted(filter);
            return IntStream.range(0, size)
                    .filter(row -> blocks.get(row / BLOCK).isWanted(row % BLOCK, wanted))
                    .boxed()
                    .sorted(Comparator.comparing(row -> blocks.get(row / BLOCK).scanId(row % BLOCK)))
                    .limit(count)
                    .flatMap(row -> {
                        var block = blocks.get(row / BLOCK);
                        var others = filter.except(block.scanId(row % BLOCK));
                        return nearest(block.vector(row % BLOCK), others, 1).stream();
                    })
                    .map(Neighbour::distance)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Wanted wanted(Filter filter) {
        return new Wanted(
                filter.hs().isEmpty()
                        ? null
                        : goods.where(
                                headings -> headings.stream().anyMatch(heading -> heading.startsWith(filter.hs()))),
                filter.sizeType().isEmpty() ? null : sizeTypes.where(filter.sizeType()::equals),
                filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli(),
                filter.until() == null ? Long.MAX_VALUE : filter.until().toEpochMilli(),
                filter.otherThan());
    }

    /** A filter in numbers. */
    private record Wanted(
            @Nullable BitSet goods,
            @Nullable BitSet sizeTypes,
            long from,
            long until,
            @Nullable UUID otherThan) {

        boolean isOtherThan(long most, long least) {
            return otherThan == null
                    || otherThan.getMostSignificantBits() != most
                    || otherThan.getLeastSignificantBits() != least;
        }
    }

    /** Numbers for words that come again and again. */
    private static final class Words<T> {
        private final Map<T, Integer> numbers = new LinkedHashMap<>();

        int numberOf(T word) {
            return numbers.computeIfAbsent(word, unknown -> numbers.size());
        }

        BitSet where(Predicate<T> wanted) {
            var found = new BitSet(numbers.size());
            numbers.forEach((word, number) -> found.set(number, wanted.test(word)));
            return found;
        }
    }

    private static final class Block {
        private final int dimensions;

        /** Vector by vector. */
        private final float[] vectors;

        private final long[] scanIds = new long[2 * BLOCK];
        private final int[] indexes = new int[BLOCK];
        private final long[] at = new long[BLOCK];
        private final int[] goods = new int[BLOCK];
        private final int[] sizeTypes = new int[BLOCK];

        private Block(int dimensions) {
            this.dimensions = dimensions;
            vectors = new float[dimensions * BLOCK];
        }

        void put(int row, Seen seen, int itsGoods, int itsSizeType) {
            System.arraycopy(seen.embedding(), 0, vectors, row * dimensions, dimensions);
            scanIds[2 * row] = seen.scanId().getMostSignificantBits();
            scanIds[2 * row + 1] = seen.scanId().getLeastSignificantBits();
            indexes[row] = seen.index();
            at[row] = seen.at().toEpochMilli();
            goods[row] = itsGoods;
            sizeTypes[row] = itsSizeType;
        }

        void copy(int row, Block other, int itsRow) {
            System.arraycopy(other.vectors, itsRow * dimensions, vectors, row * dimensions, dimensions);
            System.arraycopy(other.scanIds, 2 * itsRow, scanIds, 2 * row, 2);
            indexes[row] = other.indexes[itsRow];
            at[row] = other.at[itsRow];
            goods[row] = other.goods[itsRow];
            sizeTypes[row] = other.sizeTypes[itsRow];
        }

        float[] vector(int row) {
            return Arrays.copyOfRange(vectors, row * dimensions, (row + 1) * dimensions);
        }

        UUID scanId(int row) {
            return new UUID(scanIds[2 * row], scanIds[2 * row + 1]);
        }

        /** @param size how many rows count */
        List<Neighbour> nearest(int size, float[] query, Wanted wanted, int count) {
            var nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
            for (var row = 0; row < size; row++) {
                if (!isWanted(row, wanted)) {
                    continue;
                }
                var distance = Math.sqrt(Math.max(0, 2 - 2.0 * product(query, row * dimensions)));
                if (nearest.size() == count && distance > nearest.element().distance()) {
                    continue;
                }
                nearest.add(new Neighbour(scanId(row), indexes[row], distance));
                if (nearest.size() > count) {
                    nearest.remove();
                }
            }
            return List.copyOf(nearest);
        }

        private boolean isWanted(int row, Wanted wanted) {
            return at[row] >= wanted.from()
                    && at[row] < wanted.until()
                    && (wanted.goods() == null || wanted.goods().get(goods[row]))
                    && (wanted.sizeTypes() == null || wanted.sizeTypes().get(sizeTypes[row]))
                    && wanted.isOtherThan(scanIds[2 * row], scanIds[2 * row + 1]);
        }

        /** Four sums beside each other: an addition need not wait for the one before it. */
        private float product(float[] query, int start) {
            var first = 0f;
            var second = 0f;
            var third = 0f;
            var fourth = 0f;
            var dimension = 0;
            for (; dimension + 3 < dimensions; dimension += 4) {
                first += query[dimension] * vectors[start + dimension];
                second += query[dimension + 1] * vectors[start + dimension + 1];
                third += query[dimension + 2] * vectors[start + dimension + 2];
                fourth += query[dimension + 3] * vectors[start + dimension + 3];
            }
            for (; dimension < dimensions; dimension++) {
                first += query[dimension] * vectors[start + dimension];
            }
            return first + second + (third + fourth);
        }
    }

    @Override
    public String toString() {
        return "%d passages of %d numbers".formatted(size(), dimensions);
    }
}
