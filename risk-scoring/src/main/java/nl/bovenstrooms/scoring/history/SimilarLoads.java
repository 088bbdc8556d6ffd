package nl.bovenstrooms.scoring.history;

import java.time.Instant;
import java.util.ArrayList;
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
 * <p>Vectors lie in blocks, number by number and not passage by passage: the innermost loop then adds one product to each passage of a
 * block, which the JVM turns into vector instructions without changing the order in which a sum is made. A million vectors of 64
 * numbers take 256 MB.
 */
public final class SimilarLoads {

    /** Passages in a block; what belongs to one fits in the second-level cache. */
    private static final int BLOCK = 1024;

    private static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparingDouble(Neighbour::distance)
            .thenComparing(Neighbour::scanId)
            .thenComparing(Neighbour::index);

    private final int dimensions;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Key, Integer> rows = new HashMap<>();
    private final Words<List<String>> goods = new Words<>();
    private final Words<String> sizeTypes = new Words<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

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
     */
    public record Filter(
            String hs,
            String sizeType,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter NONE = new Filter("", "", null, null);
    }

    /**
     * @param distance between the two unit vectors: 0 when they are the same, 2 when they are opposite
     */
    public record Neighbour(UUID scanId, int index, double distance) {}

    private record Key(UUID scanId, int index) {}

    /** Puts a passage in, or in place of what was known of it. */
    public void put(Seen seen) {
        if (seen.embedding().length != dimensions) {
            throw new IllegalArgumentException(
                    "an embedding of %d numbers among those of %d".formatted(seen.embedding().length, dimensions));
        }
        lock.writeLock().lock();
        try {
            var row = rows.computeIfAbsent(new Key(seen.scanId(), seen.index()), key -> rows.size());
            if (row / BLOCK == blocks.size()) {
                blocks.add(new Block(dimensions));
            }
            blocks.get(row / BLOCK)
                    .put(row % BLOCK, seen, goods.numberOf(seen.headings()), sizeTypes.numberOf(seen.sizeType()));
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        return rows.size();
    }

    /**
     * The nearest passages, the nearest first; of equally near ones, in the order of their ids.
     *
     * @param embedding of length 1
     */
    public List<Neighbour> nearest(float[] embedding, Filter filter, int count) {
        lock.readLock().lock();
        try {
            var wanted = new Wanted(
                    filter.hs().isEmpty()
                            ? null
                            : goods.where(
                                    headings -> headings.stream().anyMatch(heading -> heading.startsWith(filter.hs()))),
                    filter.sizeType().isEmpty() ? null : sizeTypes.where(filter.sizeType()::equals),
                    filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli(),
                    filter.until() == null ? Long.MAX_VALUE : filter.until().toEpochMilli());
            return IntStream.range(0, blocks.size())
                    .parallel()
                    .boxed()
                    .flatMap(block -> blocks.get(block).nearest(embedding, wanted, count).stream())
                    .sorted(NEAREST_FIRST)
                    .limit(count)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A filter in numbers. */
    private record Wanted(@Nullable BitSet goods, @Nullable BitSet sizeTypes, long from, long until) {}

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

        /** The first number of all passages, then the second. */
        private final float[] vectors;

        private final long[] scanIds = new long[2 * BLOCK];
        private final int[] indexes = new int[BLOCK];
        private final long[] at = new long[BLOCK];
        private final int[] goods = new int[BLOCK];
        private final int[] sizeTypes = new int[BLOCK];
        private int size;

        private Block(int dimensions) {
            this.dimensions = dimensions;
            vectors = new float[dimensions * BLOCK];
        }

        void put(int row, Seen seen, int itsGoods, int itsSizeType) {
            for (var dimension = 0; dimension < dimensions; dimension++) {
                vectors[dimension * BLOCK + row] = seen.embedding()[dimension];
            }
            scanIds[2 * row] = seen.scanId().getMostSignificantBits();
            scanIds[2 * row + 1] = seen.scanId().getLeastSignificantBits();
            indexes[row] = seen.index();
            at[row] = seen.at().toEpochMilli();
            goods[row] = itsGoods;
            sizeTypes[row] = itsSizeType;
            size = Math.max(size, row + 1);
        }

        List<Neighbour> nearest(float[] query, Wanted wanted, int count) {
            var candidates = candidates(wanted);
            if (candidates.isEmpty()) {
                return List.of();
            }
            var products = products(query);
            var nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
            for (var row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
                var distance = Math.sqrt(Math.max(0, 2 - 2.0 * products[row]));
                if (nearest.size() == count && distance > nearest.element().distance()) {
                    continue;
                }
                nearest.add(new Neighbour(new UUID(scanIds[2 * row], scanIds[2 * row + 1]), indexes[row], distance));
                if (nearest.size() > count) {
                    nearest.remove();
                }
            }
            return List.copyOf(nearest);
        }

        private BitSet candidates(Wanted wanted) {
            var candidates = new BitSet(size);
            for (var row = 0; row < size; row++) {
                candidates.set(
                        row,
                        at[row] >= wanted.from()
                                && at[row] < wanted.until()
                                && (wanted.goods() == null || wanted.goods().get(goods[row]))
                                && (wanted.sizeTypes() == null
                                        || wanted.sizeTypes().get(sizeTypes[row])));
            }
            return candidates;
        }

        private float[] products(float[] query) {
            var products = new float[BLOCK];
            for (var dimension = 0; dimension < dimensions; dimension++) {
                var factor = query[dimension];
                var start = dimension * BLOCK;
                for (var row = 0; row < BLOCK; row++) {
                    products[row] += factor * vectors[start + row];
                }
            }
            return products;
        }
    }

    @Override
    public String toString() {
        return "%d passages of %d numbers".formatted(rows.size(), dimensions);
    }
}
