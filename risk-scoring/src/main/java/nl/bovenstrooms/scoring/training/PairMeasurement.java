package nl.bovenstrooms.scoring.training;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.comparison.Alignment;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Comparison;
import nl.bovenstrooms.scoring.comparison.Comparison.Change;
import nl.bovenstrooms.scoring.comparison.Picture;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.WorkingView;
import nl.bovenstrooms.scoring.score.Interval;
import nl.bovenstrooms.scoring.training.SimulatedPair.Insertion;
import nl.bovenstrooms.scoring.training.SimulatedPairs.Flaw;
import org.jspecify.annotations.Nullable;

/** What the comparison of two scans makes of simulated pairs. */
public final class PairMeasurement {

    /** The scale at which errors of alignment are told, in pixels. */
    private static final int WIDTH = 1024;

    private static final int HEIGHT = 384;

    /** Darker than its surroundings vary: seen in the second scan alone. */
    private static final double VISIBLE = 1;

    private static final double[] CONTRASTS = {0, 0.5, 1, 2};

    /** A region stands on what was put in when so much of it is in its shadow. */
    private static final double LEAST_SHARE = 0.1;

    private static final int WARM_UP = 12;

    private final List<Look> unchanged;
    private final List<Look> inserted;
    private final List<Look> flawed;

    private PairMeasurement(List<Look> unchanged, List<Look> inserted, List<Look> flawed) {
        this.unchanged = unchanged;
        this.inserted = inserted;
        this.flawed = flawed;
    }

    /** @param count pairs of each kind: unchanged, changed, and flawed in any way */
    public static PairMeasurement take(ImageModel model, int run, int count, int threads) {
        var purpose = Purpose.PAIRS;
        var flaws = Flaw.values();
        return new PairMeasurement(
                looks(count, threads, model, number -> SimulatedPairs.unchanged(purpose.seed(run, number)), null),
                looks(count, threads, model, number -> SimulatedPairs.withInsertion(purpose.seed(run, number)), null),
                Arrays.stream(flaws)
                        .map(flaw -> looks(
                                count / flaws.length,
                                threads,
                                model,
                                number -> SimulatedPairs.flawed(flaw, purpose.seed(run, number)),
                                flaw))
                        .flatMap(Collection::stream)
                        .toList());
    }

    private static List<Look> looks(
            int count, int threads, ImageModel model, LongFunction<SimulatedPair> maker, @Nullable Flaw flaw) {
        try (var ahead = new Ahead<Look>(
                0,
                count,
                threads,
                threads + 2,
                number -> Look.at(maker.apply(number).seenBy(model), flaw))) {
            var looks = new ArrayList<Look>(count);
            ahead.forEachRemaining(looks::add);
            return looks;
        }
    }

    public void print(PrintStream out) {
        out.println("Simulated pairs by two different scanners, held out from the limits:");
        print(out, "unchanged, told changed", unchanged, Look::isChanged);
        print(out, "unchanged, told not comparable", unchanged, look -> !look.isComparable());
        var visible =
                inserted.stream().filter(look -> look.contrast() >= VISIBLE).toList();
        print(out, "visible insertion, found", visible, Look::isFound);
        print(
                out,
                "visible insertion, compared: found",
                visible.stream().filter(Look::isComparable).toList(),
                Look::isFound);
        print(out, "visible insertion, told changed", visible, Look::isChanged);
        print(out, "visible insertion, not comparable", visible, look -> !look.isComparable());
        for (var band = 0; band < CONTRASTS.length; band++) {
            var from = band == 0 ? Double.NEGATIVE_INFINITY : CONTRASTS[band];
            var until = band + 1 < CONTRASTS.length ? CONTRASTS[band + 1] : Double.POSITIVE_INFINITY;
            print(
                    out,
                    "  found, contrast below " + until,
                    inserted.stream()
                            .filter(look -> look.contrast() >= from && look.contrast() < until)
                            .toList(),
                    Look::isFound);
        }
        var places = new TreeSet<String>();
        visible.forEach(look -> places.add(look.place()));
        places.forEach(place -> print(
                out,
                "  visible, " + place,
                visible.stream().filter(look -> place.equals(look.place())).toList(),
                Look::isFound));
        var comparable = unchanged.stream().filter(Look::isComparable).toList();
        print(out, "direction right", comparable, Look::isDirectionRight);
        var right = comparable.stream().filter(Look::isDirectionRight).toList();
        printErrors(out, "error of alignment, columns", right, Look::columnError);
        printErrors(out, "error of alignment, rows", right, Look::rowError);
        for (var flaw : Flaw.values()) {
            print(
                    out,
                    "  not comparable, " + flaw,
                    flawed.stream().filter(look -> look.flaw() == flaw).toList(),
                    look -> !look.isComparable());
        }
        print(out, "not comparable, all flaws", flawed, look -> !look.isComparable());
        var times = unchanged.stream()
                .skip(WARM_UP)
                .mapToDouble(Look::milliseconds)
                .sorted()
                .toArray();
        if (times.length > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-36s median %.0f, 95 %% below %.0f, of %d%n",
                    "milliseconds of one core",
                    median(times),
                    times[(int) (0.95 * times.length)],
                    times.length);
        }
    }

    private static void print(PrintStream out, String name, List<Look> of, Predicate<Look> what) {
        var count = of.stream().filter(what).count();
        var interval = Interval.ofShare(count, of.size());
        out.printf(
                Locale.ROOT,
                "  %-36s %.3f (%d of %d, 95 %% between %.3f and %.3f)%n",
                name,
                count / (double) Math.max(1, of.size()),
                count,
                of.size(),
                interval.low(),
                interval.high());
    }

    private static void printErrors(PrintStream out, String name, List<Look> of, ToDoubleFunction<Look> error) {
        var sorted = of.stream().mapToDouble(error).sorted().toArray();
        if (sorted.length > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-36s median %.2f pixels, half between %.2f and %.2f, of %d%n",
                    name,
                    median(sorted),
                    sorted[sorted.length / 4],
                    sorted[sorted.length * 3 / 4],
                    sorted.length);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /**
     * @param contrast of what was put in, see {@link #contrast}; 0 where nothing was
     * @param columnError median over the landmarks, in pixels of the working scale; NaN where there are none
     * @param milliseconds of the core, whatever else ran on it
     */
    private record Look(
            Comparison comparison,
            @Nullable Flaw flaw,
            @Nullable String place,
            double contrast,
            boolean isFound,
            boolean isDirectionRight,
            double columnError,
            double rowError,
            double milliseconds) {

        static Look at(SimulatedPair pair, @Nullable Flaw flaw) {
            var threads = ManagementFactory.getThreadMXBean();
            var before = threads.getCurrentThreadCpuTime();
            var comparison = Comparing.compare(pair.first(), pair.second());
            var milliseconds = (threads.getCurrentThreadCpuTime() - before) / 1e6;
            var alignment = alignment(comparison);
            var errors = alignment == null ? new double[] {Double.NaN, Double.NaN} : errors(alignment, pair);
            var insertion = pair.insertion();
            return new Look(
                    comparison,
                    flaw,
                    insertion == null ? null : insertion.place(),
                    insertion == null ? 0 : PairMeasurement.contrast(pair.second(), insertion),
                    insertion != null && isFound(comparison, pair.second(), insertion),
                    alignment != null && alignment.isMirrored() == pair.mirrored(),
                    errors[0],
                    errors[1],
                    milliseconds);
        }

        boolean isChanged() {
            return comparison instanceof Comparison.Changed;
        }

        boolean isComparable() {
            return !(comparison instanceof Comparison.NotComparable);
        }

        private static @Nullable Alignment alignment(Comparison comparison) {
            if (comparison instanceof Comparison.Changed changed) {
                return changed.alignment();
            }
            return comparison instanceof Comparison.Same same ? same.alignment() : null;
        }

        private static double[] errors(Alignment alignment, SimulatedPair pair) {
            var landmarks = pair.landmarks();
            var columns = new double[landmarks.size()];
            var rows = new double[landmarks.size()];
            for (var index = 0; index < columns.length; index++) {
                var landmark = landmarks.get(index);
                var found = alignment.firstOf(landmark.secondAlong(), landmark.secondDown());
                columns[index] = WIDTH * Math.abs(found[0] - landmark.firstAlong());
                rows[index] = HEIGHT * Math.abs(found[1] - landmark.firstDown());
            }
            return new double[] {median(columns), median(rows)};
        }

        private static boolean isFound(Comparison comparison, Picture second, Insertion insertion) {
            return comparison instanceof Comparison.Changed changed
                    && changed.changes().stream()
                            .filter(change -> change.kind() != Change.Kind.REMOVED)
                            .anyMatch(change ->
                                    share(change.region(), second.principal().width(), insertion.mask())
                                            >= LEAST_SHARE);
        }

        private static double share(Region region, int width, byte[] mask) {
            var inside = 0;
            for (var row = region.y(); row < region.y() + region.height(); row++) {
                for (var column = region.x(); column < region.x() + region.width(); column++) {
                    inside += mask[row * width + column];
                }
            }
            return inside / (double) (region.width() * region.height());
        }
    }

    /** Whether something was put in that is seen in the second picture alone. */
    static boolean isVisible(SimulatedPair pair) {
        var insertion = pair.insertion();
        return insertion != null && contrast(pair.second(), insertion) >= VISIBLE;
    }

    /**
     * How well something is seen in the picture alone: by how much -ln T rises where it is, in units of how much the same
     * picture without it varies around there, over a tenth of the container's length and a quarter of its height.
     */
    private static double contrast(Picture picture, Insertion insertion) {
        var with = Coarse.of(picture);
        var without = Coarse.of(insertion.without());
        var region = picture.container();
        var sum = 0.0;
        var spread = new ArrayList<Double>();
        for (var row = 0; row < Coarse.HEIGHT; row++) {
            for (var column = 0; column < Coarse.WIDTH; column++) {
                var x = region.x() + (int) ((column + 0.5) * region.width() / Coarse.WIDTH);
                var y = region.y() + (int) ((row + 0.5) * region.height() / Coarse.HEIGHT);
                if (insertion.mask()[y * picture.principal().width() + x] == 1) {
                    sum += with.at(column, row) - without.at(column, row);
                    spread.add(without.spreadAround(column, row));
                }
            }
        }
        if (spread.isEmpty()) {
            return 0;
        }
        // A floor of 3 %: less is hardly seen on a screen, however plain the surroundings are.
        return sum
                / spread.size()
                / (median(spread.stream().mapToDouble(Double::doubleValue).toArray()) + 0.03);
    }

    /** A container at a scale at which single pixels' noise is gone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Coarse(float[] attenuation) {

        static final int WIDTH = 256;
        static final int HEIGHT = 96;
        private static final int RADIUS = 12;

        static Coarse of(Picture picture) {
            var view = new WorkingView(WIDTH, HEIGHT);
            view.show(picture.principal(), null, picture.container());
            var attenuation = new float[WIDTH * HEIGHT];
            for (var index = 0; index < attenuation.length; index++) {
                attenuation[index] = view.attenuationAt(index);
            }
            return new Coarse(attenuation);
        }

        float at(int column, int row) {
            return attenuation[row * WIDTH + column];
        }

        double spreadAround(int column, int row) {
            var count = 0;
            var sum = 0.0;
            var squares = 0.0;
            for (var y = Math.max(0, row - RADIUS); y <= Math.min(HEIGHT - 1, row + RADIUS); y++) {
                for (var x = Math.max(0, column - RADIUS); x <= Math.min(WIDTH - 1, column + RADIUS); x++) {
                    sum += at(x, y);
                    squares += at(x, y) * at(x, y);
                    count++;
                }
            }
            return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
        }
    }
}
