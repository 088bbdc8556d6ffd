package nl.bovenstrooms.scoring.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.evaluation.SimulatedLots.SeenLoad;
import nl.bovenstrooms.scoring.evaluation.SimulatedLots.SimulatedLot;
import nl.bovenstrooms.scoring.history.Lots;
import nl.bovenstrooms.scoring.history.Lots.Descriptor;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.score.Interval;
import nl.bovenstrooms.scoring.training.Ahead;
import nl.bovenstrooms.scoring.training.Purpose;

/**
 * How well the odd container of a lot is found: by the robust deviation of {@link Lots}, from similar goods and from the same load, and
 * by the classic one, the number of standard deviations from the mean.
 */
public final class LotMeasure {

    private static final List<Integer> SIZES = List.of(3, 4, 5, 6, 8, 10);
    private static final int LARGEST = 10;

    /** Two of so many can be odd without being the half of them. */
    private static final int FEWEST_WITH_TWO = 5;

    /** What the classic deviation is compared with by others, for example by AJNA. */
    private static final double CLASSIC_OUTLIER = 3;

    /** Of the containers of lots without an odd one, at most so many may be called odd, 0 to 1. */
    private static final double MOST_CALLED_ODD = 0.01;

    /**
     * A way to say how odd each container of a lot is.
     *
     * @param outlier from here on one is called odd
     */
    private record Judge(String name, double outlier, Function<List<SeenLoad>, double[]> deviations) {

        static <T> Judge robust(String name, Function<SeenLoad, T> part, Descriptor<T> descriptor) {
            return new Judge(
                    name,
                    Lots.OUTLIER,
                    loads -> Lots.deviations(loads.stream().map(part).toList(), descriptor));
        }
    }

    private static final List<Judge> JUDGES = List.of(
            Judge.robust("goods, robust", SeenLoad::embedding, Lots.SIMILAR_GOODS),
            new Judge(
                    "goods, classic",
                    CLASSIC_OUTLIER,
                    loads -> classic(loads, (one, other) -> one.embedding().distanceTo(other.embedding()))),
            Judge.robust("load, robust", SeenLoad::grid, Lots.SAME_LOAD),
            new Judge(
                    "load, classic",
                    CLASSIC_OUTLIER,
                    loads -> classic(loads, (one, other) -> one.grid().distanceTo(other.grid()))));

    private final List<SimulatedLot> calibration;
    private final List<SimulatedLot> heldOut;

    private LotMeasure(List<SimulatedLot> calibration, List<SimulatedLot> heldOut) {
        this.calibration = calibration;
        this.heldOut = heldOut;
    }

    /**
     * @param model looks at the containers
     * @param run 0 to 65535: another run, other lots
     * @param count of lots to calibrate by, and of lots to measure on
     */
    public static LotMeasure of(ImageModel model, int run, int count, int threads, Progress progress) {
        return new LotMeasure(
                lots(model, Purpose.CALIBRATION, run, count, threads, progress),
                lots(model, Purpose.EVALUATION, run, count, threads, progress));
    }

    private static List<SimulatedLot> lots(
            ImageModel model, Purpose purpose, int run, int count, int threads, Progress progress) {
        var simulated = new SimulatedLots(model);
        try (var ahead = new Ahead<SimulatedLot>(
                0, count, threads, 2 * threads, number -> simulated.lot(purpose.seed(run, number), LARGEST))) {
            var lots = new ArrayList<SimulatedLot>(count);
            while (ahead.hasNext()) {
                lots.add(ahead.next());
                progress.during("lots for " + purpose.name().toLowerCase(Locale.ROOT), lots.size(), count);
            }
            return lots;
        }
    }

    /** Says all of it. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nThe least spread with which %.0f %% of the containers at most are called odd, of %d synthetic lots of calibration"
                        + " seeds, rounded up to a hundredth: %.2f between similar goods, %.2f between the same loads.%n",
                100 * MOST_CALLED_ODD,
                calibration.size(),
                leastSpread(SeenLoad::embedding, Lots.SIMILAR_GOODS.distance()),
                leastSpread(SeenLoad::grid, Lots.SAME_LOAD.distance()));
        out.printf("%d synthetic lots that are held out; shares in %% with intervals of 95 %%.%n", heldOut.size());
        print(out, "Other goods", lot -> lot.otherGoods().subList(0, 1));
        print(out, "Two containers of the same other goods, and both of them ahead", SimulatedLot::otherGoods);
        print(out, "A part load, three quarters of the others at the most", lot -> List.of(lot.partLoad()));
        out.printf("%nNo odd one: containers that are called odd all the same%n");
        row(out, "lot of", Judge::name);
        for (var size : SIZES) {
            row(out, size.toString(), judge -> calledOdd(heldOut, size, judge).toString());
        }
    }

    private <T> double leastSpread(Function<SeenLoad, T> part, ToDoubleBiFunction<T, T> distance) {
        return IntStream.iterate(1, hundredths -> hundredths + 1)
                .mapToDouble(hundredths -> hundredths / 100.0)
                .filter(spread -> {
                    var judge = Judge.robust("", part, new Descriptor<>(distance, spread));
                    return SIZES.stream()
                                    .map(size -> calledOdd(calibration, size, judge))
                                    .reduce(Share::plus)
                                    .orElseThrow()
                                    .value()
                            <= MOST_CALLED_ODD;
                })
                .findFirst()
                .orElseThrow();
    }

    private void print(PrintStream out, String title, Function<SimulatedLot, List<SeenLoad>> odd) {
        out.printf("%n%s: ranked first%n", title);
        row(out, "lot of", Judge::name);
        for (var size : sizes(odd)) {
            row(out, size.toString(), judge -> found(size, odd, judge, Double.NEGATIVE_INFINITY)
                    .toString());
        }
        out.printf("%n%s: ranked first and called odd%n", title);
        row(out, "lot of", judge -> String.format(Locale.ROOT, "%s, %.1f", judge.name(), judge.outlier()));
        for (var size : sizes(odd)) {
            row(out, size.toString(), judge -> found(size, odd, judge, judge.outlier())
                    .toString());
        }
    }

    private List<Integer> sizes(Function<SimulatedLot, List<SeenLoad>> odd) {
        return odd.apply(heldOut.get(0)).size() == 1
                ? SIZES
                : SIZES.stream().filter(size -> size >= FEWEST_WITH_TWO).toList();
    }

    private static void row(PrintStream out, String first, Function<Judge, String> cell) {
        out.println(Stream.concat(
                        Stream.of(String.format("%6s", first)), JUDGES.stream().map(cell))
                .map(text -> String.format("%22s", text))
                .collect(Collectors.joining())
                .substring(22 - 6));
    }

    /** The share of lots with odd containers in which these are ahead, and deviate by so much at least. */
    private Share found(int size, Function<SimulatedLot, List<SeenLoad>> odd, Judge judge, double threshold) {
        var hits = heldOut.stream()
                .filter(lot -> {
                    var strangers = odd.apply(lot);
                    var others = size - strangers.size();
                    var loads = new ArrayList<>(lot.alike().subList(0, others));
                    loads.addAll(strangers);
                    var deviations = judge.deviations().apply(loads);
                    var least = Arrays.stream(deviations).skip(others).min().orElseThrow();
                    return least >= threshold
                            && Arrays.stream(deviations).limit(others).allMatch(other -> other < least);
                })
                .count();
        return new Share(hits, heldOut.size());
    }

    private static Share calledOdd(List<SimulatedLot> lots, int size, Judge judge) {
        var odd = lots.stream()
                .flatMapToDouble(lot ->
                        Arrays.stream(judge.deviations().apply(lot.alike().subList(0, size))))
                .filter(deviation -> deviation >= judge.outlier())
                .count();
        return new Share(odd, (long) size * lots.size());
    }

    /** How far the mean distance of each from the others is from the mean of these, in standard deviations. */
    private static double[] classic(List<SeenLoad> loads, ToDoubleBiFunction<SeenLoad, SeenLoad> distance) {
        var distances = loads.stream()
                // The distance from itself adds nothing.
                .mapToDouble(one -> loads.stream()
                                .mapToDouble(other -> distance.applyAsDouble(one, other))
                                .sum()
                        / (loads.size() - 1))
                .toArray();
        var mean = Arrays.stream(distances).average().orElseThrow();
        var squares =
                Arrays.stream(distances).map(one -> (one - mean) * (one - mean)).sum();
        var deviation = Math.max(Double.MIN_NORMAL, Math.sqrt(squares / (loads.size() - 1)));
        return Arrays.stream(distances).map(one -> (one - mean) / deviation).toArray();
    }

    private record Share(long hits, long of) {

        double value() {
            return hits / (double) of;
        }

        Share plus(Share other) {
            return new Share(hits + other.hits, of + other.of);
        }

        @Override
        public String toString() {
            var interval = Interval.ofShare(hits, of);
            return String.format(
                    Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * value(), 100 * interval.low(), 100 * interval.high());
        }
    }
}
