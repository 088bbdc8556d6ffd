package nl.bovenstrooms.scoring.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.bovenstrooms.scoring.rules.Facts.Lot;

/**
 * Says whether a container differs from the others of its bill of lading, from three on.
 *
 * <p>Each container is as odd as its load is far from the nearer half of the others: a few odd ones don't pull the rest with them.
 * How odd is too odd is told by the lot itself: the deviation is the modified z-score of Iglewicz and Hoaglin (1993), from the median
 * and the median absolute deviation, which half of the lot may be wrong without moving.
 */
public final class Lots {

    /** With two, nobody can tell which of them is the odd one. */
    static final int FEWEST = 3;

    /** What Iglewicz and Hoaglin recommend. */
    public static final double OUTLIER = 3.5;

    /** Makes the median absolute deviation of normally distributed numbers their standard deviation. */
    private static final double NORMAL = 1.4826;

    /**
     * Deviation of the distance between loads that are packed alike, in units of -ln T: a lot of three that are equal to the last
     * carton would find a carton odd otherwise. Of simulated lots, {@code ./bovenstrooms lots} prints it.
     */
    static final double LEAST_SPREAD = 0.02;

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
        var seen = others.size() + 1;
        if (seen < FEWEST) {
            return new Lot(seen, null, null);
        }
        var grids = new LoadGrid[seen];
        grids[0] = grid;
        for (var index = 1; index < seen; index++) {
            grids[index] = others.get(index - 1);
        }
        var deviation = rounded(deviations(grids)[0]);
        return new Lot(seen, deviation >= OUTLIER, deviation);
    }

    /** Large enough first, of these the narrowest: a house bill says more than the master bill above it. */
    private static final Comparator<List<LoadGrid>> TELLING_FIRST = Comparator.<List<LoadGrid>>comparingInt(
            others -> others.size() + 1 >= FEWEST ? others.size() : Integer.MAX_VALUE - others.size());

    /** The latest passage of each other container, at the same scanner's place and of the same length: others look different. */
    private static List<LoadGrid> othersOf(String bill, Passage own, Collection<Passage> all) {
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
        return byContainer.values().stream()
                .sorted(Passage.IN_TIME)
                .map(Passage::grid)
                .map(grid -> (LoadGrid) grid)
                .toList();
    }

    /** How far each is from the middle of the lot, in robust standard deviations; in the order of the grids. */
    public static double[] deviations(LoadGrid... grids) {
        var oddities = oddities(grids);
        var middle = lowerMedian(oddities);
        var spread = Math.max(LEAST_SPREAD, spread(oddities));
        return Arrays.stream(oddities).map(oddity -> (oddity - middle) / spread).toArray();
    }

    /** How far the oddities of a lot spread, by itself and without the least that it is taken for; in units of -ln T. */
    public static double spread(LoadGrid... grids) {
        return spread(oddities(grids));
    }

    private static double spread(double... oddities) {
        var middle = lowerMedian(oddities);
        return NORMAL
                * lowerMedian(Arrays.stream(oddities)
                        .map(oddity -> Math.abs(oddity - middle))
                        .toArray());
    }

    /** The distance of each from the nearer half of the others. */
    private static double[] oddities(LoadGrid... grids) {
        var oddities = new double[grids.length];
        for (var one = 0; one < grids.length; one++) {
            var distances = new double[grids.length - 1];
            for (var other = 0; other < distances.length; other++) {
                distances[other] = grids[one].distanceTo(grids[other < one ? other : other + 1]);
            }
            oddities[one] = lowerMedian(distances);
        }
        return oddities;
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
