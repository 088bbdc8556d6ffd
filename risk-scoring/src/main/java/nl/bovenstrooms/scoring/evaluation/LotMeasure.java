package nl.bovenstrooms.scoring.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.bovenstrooms.scoring.evaluation.SimulatedLots.SimulatedLot;
import nl.bovenstrooms.scoring.history.LoadGrid;
import nl.bovenstrooms.scoring.history.Lots;
import nl.bovenstrooms.scoring.score.Interval;
import nl.bovenstrooms.scoring.training.Purpose;

/**
 * How well the odd container of a lot is found: by the robust deviation of {@link Lots}, and by the classic one, the number of standard
 * deviations from the mean.
 */
public final class LotMeasure {

    private static final int[] SIZES = {3, 4, 5, 6, 8, 10, 15, 20};

    /** What the classic deviation is compared with by others, for example by AJNA. */
    private static final double CLASSIC_OUTLIER = 3;

    private final List<SimulatedLot> calibration;
    private final List<SimulatedLot> heldOut;

    private LotMeasure(List<SimulatedLot> calibration, List<SimulatedLot> heldOut) {
        this.calibration = calibration;
        this.heldOut = heldOut;
    }

    /**
     * @param run 0 to 65535: another run, other lots
     * @param count of lots to calibrate by, and of lots to measure on
     */
    public static LotMeasure of(int run, int count) {
        return new LotMeasure(lots(Purpose.CALIBRATION, run, count), lots(Purpose.EVALUATION, run, count));
    }

    private static List<SimulatedLot> lots(Purpose purpose, int run, int count) {
        var simulated = new SimulatedLots();
        return LongStream.range(0, count)
                .parallel()
                .mapToObj(number -> simulated.lot(purpose.seed(run, number), SIZES[SIZES.length - 1]))
                .toList();
    }

    /**
     * How far the distances of loads that are packed alike spread: of each lot the robust deviation, and of these the middle one. In
     * units of -ln T.
     */
    double spread() {
        var spreads = calibration.stream()
                .mapToDouble(lot -> Lots.spread(grids(lot.alike())))
                .sorted()
                .toArray();
        return spreads[spreads.length / 2];
    }

    /** Says all of it. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Spread of the distance between loads that are packed alike, in -ln T: %.4f (%d synthetic lots of %d, calibration"
                        + " seeds)%n",
                spread(),
                calibration.size(),
                SIZES[SIZES.length - 1]);
        out.printf("%d synthetic lots that are held out; shares with intervals of 95 %%.%n%n", heldOut.size());
        print(out, "Other goods", SimulatedLot::otherGoods);
        print(out, "A part load, three quarters of the others at the most", SimulatedLot::partLoad);
        out.printf("%n%s%n", "No odd one: containers that are called odd all the same");
        out.printf("%6s %22s %22s%n", "lot of", "robust, 3.5", "classic, 3");
        for (var size : SIZES) {
            out.printf(
                    "%6d %22s %22s%n",
                    size, calledOdd(size, Lots::deviations, Lots.OUTLIER), calledOdd(size, LotMeasure::classic, 3));
        }
    }

    private void print(PrintStream out, String title, Function<SimulatedLot, LoadGrid> odd) {
        out.printf("%n%s%n", title);
        out.printf(
                "%6s %22s %22s %22s %22s%n", "lot of", "first, robust", "first, classic", "over 3.5, robust", "over 3");
        for (var size : SIZES) {
            out.printf(
                    "%6d %22s %22s %22s %22s%n",
                    size,
                    found(size, odd, Lots::deviations, Double.NEGATIVE_INFINITY),
                    found(size, odd, LotMeasure::classic, Double.NEGATIVE_INFINITY),
                    found(size, odd, Lots::deviations, Lots.OUTLIER),
                    found(size, odd, LotMeasure::classic, CLASSIC_OUTLIER));
        }
    }

    /** The share of lots with an odd container in which that one is first, and deviates by so much at least. */
    private String found(
            int size,
            Function<SimulatedLot, LoadGrid> odd,
            Function<LoadGrid[], double[]> deviations,
            double threshold) {
        var hits = heldOut.stream()
                .filter(lot -> {
                    var grids = new ArrayList<>(lot.alike().subList(0, size - 1));
                    grids.add(odd.apply(lot));
                    var all = deviations.apply(grids(grids));
                    var own = all[size - 1];
                    return own >= threshold
                            && Arrays.stream(all).limit(size - 1).allMatch(other -> other < own);
                })
                .count();
        return share(hits, heldOut.size());
    }

    private String calledOdd(int size, Function<LoadGrid[], double[]> deviations, double threshold) {
        var odd = heldOut.stream()
                .mapToLong(
                        lot -> Arrays.stream(deviations.apply(grids(lot.alike().subList(0, size))))
                                .filter(deviation -> deviation >= threshold)
                                .count())
                .sum();
        return share(odd, (long) size * heldOut.size());
    }

    /** How far the mean distance of each from the others is from the mean of these, in standard deviations. */
    private static double[] classic(LoadGrid... grids) {
        var distances = IntStream.range(0, grids.length)
                .mapToDouble(one -> IntStream.range(0, grids.length)
                        .filter(other -> other != one)
                        .mapToDouble(other -> grids[one].distanceTo(grids[other]))
                        .average()
                        .orElseThrow())
                .toArray();
        var mean = Arrays.stream(distances).average().orElseThrow();
        var squares = Arrays.stream(distances)
                .map(distance -> (distance - mean) * (distance - mean))
                .sum();
        var deviation = Math.max(Double.MIN_NORMAL, Math.sqrt(squares / (grids.length - 1)));
        return Arrays.stream(distances)
                .map(distance -> (distance - mean) / deviation)
                .toArray();
    }

    private static LoadGrid[] grids(List<LoadGrid> grids) {
        return grids.toArray(LoadGrid[]::new);
    }

    private static String share(long hits, long of) {
        var interval = Interval.ofShare(hits, of);
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f) %%", 100.0 * hits / of, 100 * interval.low(), 100 * interval.high());
    }
}
