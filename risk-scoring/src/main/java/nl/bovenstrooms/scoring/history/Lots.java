package nl.bovenstrooms.scoring.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.rules.Facts.Lot;

/**
 * Says whether a container differs from the others of its bill of lading, from three on.
 *
 * <p>Each container is as odd as its load is far from the nearer half of the others: a few odd ones don't pull the rest with them.
 * How odd is too odd is told by the lot itself: the deviation is the modified z-score of Iglewicz and Hoaglin (1993), from the median
 * and the median absolute deviation, which half of the lot may be wrong without moving.
 *
 * <p>Loads are compared by their goods where one model has seen three of them or more; how their mass is spread tells less, and counts
 * where nothing else can be compared. What {@code ./bovenstrooms lots} prints is where that is from.
 */
public final class Lots {

    /** With two, nobody can tell which of them is the odd one. */
    static final int FEWEST = 3;

    /** What Iglewicz and Hoaglin recommend. */
    public static final double OUTLIER = 3.5;

    /** Makes the median absolute deviation of normally distributed numbers their standard deviation. */
    private static final double NORMAL = 1.4826;

    /**
     * What loads are compared by.
     *
     * @param distance how much two differ
     * @param leastSpread what the distances of a lot are taken to spread at least: a lot of three that happen to be equal would find a
     *     carton odd otherwise. With it, one in a hundred containers is called odd in simulated lots that are packed alike, as {@code
     *     ./bovenstrooms lots} prints
     */
    public record Descriptor<T>(ToDoubleBiFunction<T, T> distance, double leastSpread) {}

    /** In units of the embedding: 0 to 2. */
    public static final Descriptor<Embedding> SIMILAR_GOODS = new Descriptor<>(Embedding::distanceTo, 0.06);

    /** In units of -ln T. */
    public static final Descriptor<LoadGrid> SAME_LOAD = new Descriptor<>(LoadGrid::distanceTo, 0.18);

    private Lots() {}

    /**
     * @param own a passage
     * @param all that may be of its lot, itself among them or not
     */
    public static Lot of(Passage own, Collection<Passage> all) {
        var grid = own.grid();
        if (grid == null) {
            return Lot.UNKNOWN;
        }
        var others = own.bills().stream()
                .map(bill -> othersOf(bill, own, all))
                .min(TELLING_FIRST)
                .orElse(List.of());
        if (others.isEmpty()) {
            return Lot.UNKNOWN;
        }
        if (others.size() + 1 < FEWEST) {
            return new Lot(others.size() + 1, null, null);
        }
        var embedding = own.embedding();
        if (embedding != null) {
            var comparable = others.stream()
                    .flatMap(other -> Stream.ofNullable(other.embedding()))
                    .filter(embedding::isOfSameModelAs)
                    .toList();
            if (comparable.size() + 1 >= FEWEST) {
                return of(embedding, comparable, SIMILAR_GOODS);
            }
        }
        var grids = others.stream()
                .flatMap(other -> Stream.ofNullable(other.grid()))
                .toList();
        return of(grid, grids, SAME_LOAD);
    }

    private static <T> Lot of(T own, List<T> others, Descriptor<T> descriptor) {
        var loads = Stream.concat(Stream.of(own), others.stream()).toList();
        var deviation = rounded(deviations(loads, descriptor)[0]);
        return new Lot(loads.size(), deviation >= OUTLIER, deviation);
    }

    /** Large enough first, of these the narrowest: a house bill says more than the master bill above it. */
    private static final Comparator<List<Passage>> TELLING_FIRST = Comparator.<List<Passage>>comparingInt(
            others -> others.size() + 1 >= FEWEST ? others.size() : Integer.MAX_VALUE - others.size());

    /** The latest passage of each other container, at the same scanner's place and of the same length: others look different. */
    private static List<Passage> othersOf(String bill, Passage own, Collection<Passage> all) {
        Map<String, Passage> byContainer = new TreeMap<>();
        all.stream()
                .filter(other -> other.bills().contains(bill))
                .filter(other -> other.grid() != null)
                .filter(other ->
                        other.place().equals(own.place()) && other.lengthCode().equals(own.lengthCode()))
                .filter(other -> !other.container().equals(own.container()))
                .forEach(other -> byContainer.merge(
                        other.container(),
                        other,
                        (one, another) -> Passage.IN_TIME.compare(one, another) > 0 ? one : another));
        return byContainer.values().stream().sorted(Passage.IN_TIME).toList();
    }

    /** How far each is from the middle of the lot, in robust standard deviations; in the order of the loads. */
    public static <T> double[] deviations(List<T> loads, Descriptor<T> descriptor) {
        var oddities = loads.stream()
                .mapToDouble(load -> oddity(load, loads, descriptor))
                .toArray();
        var middle = lowerMedian(oddities);
        var spread = NORMAL
                * lowerMedian(Arrays.stream(oddities)
                        .map(oddity -> Math.abs(oddity - middle))
                        .toArray());
        return Arrays.stream(oddities)
                .map(oddity -> (oddity - middle) / Math.max(descriptor.leastSpread(), spread))
                .toArray();
    }

    /** The mean distance from the nearer half of the others; with an even number of loads, from half of all of them. */
    private static <T> double oddity(T own, List<T> loads, Descriptor<T> descriptor) {
        return loads.stream()
                .mapToDouble(other -> descriptor.distance().applyAsDouble(own, other))
                .sorted()
                // The nearest is the load itself.
                .skip(1)
                .limit(loads.size() / 2)
                .average()
                .orElseThrow();
    }

    /** Of an even number the lower one: of three containers, the two that are alike stay alike. */
    private static double lowerMedian(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    private static double rounded(double deviation) {
        return Math.round(deviation * 10) / 10.0;
    }
}
