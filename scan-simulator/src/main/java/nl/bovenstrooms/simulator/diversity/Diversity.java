package nl.bovenstrooms.simulator.diversity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.training.TrainingSamples;
import nl.bovenstrooms.simulator.training.TrainingSpec;

/**
 * How much pictures differ within and between kinds of goods, whether two of them are nearly the same, and whether containers
 * of one lot are closer to each other than to others.
 */
public final class Diversity {

    private static final int WIDTH = 192;
    private static final int HEIGHT = 72;

    private Diversity() {}

    /**
     * @param features mean and deviation of each feature, by its name
     */
    public record OfKind(LoadKind kind, int pictures, Map<String, Spread> features) {

        public OfKind {
            features = Map.copyOf(features);
        }
    }

    /** Over the pictures of one kind of goods. */
    public record Spread(double mean, double deviation) {}

    /**
     * @param closest least distance of two pictures: root mean square of the difference of their 24 by 12 cells in -ln T
     * @param nearlyEqual pairs that are closer than {@link #NEARLY_EQUAL}
     * @param withinLot mean distance of two containers of one lot
     * @param betweenLots mean distance of two containers of the same goods in the same box, of different lots
     * @param lotRecognised how often the closest of all other containers of the same goods is of the same lot
     */
    public record Report(
            List<OfKind> kinds,
            int pictures,
            double closest,
            long nearlyEqual,
            double withinLot,
            double betweenLots,
            double lotRecognised) {

        public Report {
            kinds = List.copyOf(kinds);
        }
    }

    /** The noise of a scanner alone puts two pictures of one container about half as far apart. */
    public static final double NEARLY_EQUAL = 0.01;

    /** @param progress is told how many pictures are made */
    public static Report measure(int pictures, long seed, LongConsumer progress) {
        var samples = new TrainingSamples(
                TrainingSpec.of(WIDTH, HEIGHT).withThreatShare(0).withBaseCaseShare(0));
        var features = new EnumMap<LoadKind, List<Features>>(LoadKind.class);
        var grids = new ArrayList<float[]>();
        for (var index = 0; index < pictures; index++) {
            var sample =
                    samples.sample(new Chance(seed).of("diversity").of(index).bits());
            features.computeIfAbsent(sample.truth().load(), kind -> new ArrayList<>())
                    .add(Features.of(sample.principal()));
            grids.add(Features.grid(sample.principal()));
            progress.accept(index + 1);
        }
        var closeness = closeness(grids);
        var lots = lots(seed);
        return new Report(
                features.entrySet().stream()
                        .map(entry -> ofKind(entry.getKey(), entry.getValue()))
                        .toList(),
                pictures,
                closeness.closest(),
                closeness.nearlyEqual(),
                lots.within(),
                lots.between(),
                lots.recognised());
    }

    private static OfKind ofKind(LoadKind kind, List<Features> features) {
        var spreads = new HashMap<String, Spread>();
        for (var index = 0; index < Features.NAMES.length; index++) {
            var place = index;
            var mean = features.stream()
                    .mapToDouble(each -> each.values()[place])
                    .average()
                    .orElse(0);
            var variance = features.stream()
                    .mapToDouble(each -> Math.pow(each.values()[place] - mean, 2))
                    .average()
                    .orElse(0);
            spreads.put(Features.NAMES[index], new Spread(mean, Math.sqrt(variance)));
        }
        return new OfKind(kind, features.size(), spreads);
    }

    private record Closeness(double closest, long nearlyEqual) {}

    private static Closeness closeness(List<float[]> grids) {
        var closest = Double.MAX_VALUE;
        var nearlyEqual = 0L;
        for (var one = 0; one < grids.size(); one++) {
            for (var other = 0; other < one; other++) {
                var distance = distance(grids.get(one), grids.get(other));
                closest = Math.min(closest, distance);
                nearlyEqual += distance < NEARLY_EQUAL ? 1 : 0;
            }
        }
        return new Closeness(closest, nearlyEqual);
    }

    private static double distance(float[] one, float[] other) {
        var sum = 0f;
        for (var cell = 0; cell < one.length; cell++) {
            var difference = one[cell] - other[cell];
            sum += difference * difference;
        }
        return Math.sqrt(sum / one.length);
    }

    private record Lots(double within, double between, double recognised) {}

    /** Four containers of each of six lots, for goods of all sorts, before one scanner. */
    private static Lots lots(long seed) {
        var lotCount = 6;
        var size = 4;
        var within = 0.0;
        var between = 0.0;
        var recognised = 0;
        var pairsWithin = 0;
        var pairsBetween = 0;
        var all = 0;
        for (var kind : LoadKind.values()) {
            if (kind == LoadKind.EMPTY) {
                continue;
            }
            var chance = new Chance(seed).of("lots " + kind);
            var box = kind.boxes().stream().sorted().findFirst().orElse(BoxType.DRY_20);
            var grids = new float[lotCount * size][];
            for (var index = 0; index < grids.length; index++) {
                var container = Container.of(
                        box,
                        kind,
                        chance.of("lot").of(index / size),
                        chance.of("own").of(index));
                grids[index] =
                        Features.grid(picture(container, chance.of("picture").of(index)));
            }
            for (var one = 0; one < grids.length; one++) {
                var nearest = -1;
                var least = Double.MAX_VALUE;
                for (var other = 0; other < grids.length; other++) {
                    if (one == other) {
                        continue;
                    }
                    var distance = distance(grids[one], grids[other]);
                    if (distance < least) {
                        least = distance;
                        nearest = other;
                    }
                    if (one / size == other / size) {
                        within += distance;
                        pairsWithin++;
                    } else {
                        between += distance;
                        pairsBetween++;
                    }
                }
                recognised += nearest / size == one / size ? 1 : 0;
                all++;
            }
        }
        return new Lots(within / pairsWithin, between / pairsBetween, recognised / (double) all);
    }

    private static Raster picture(Container container, Chance chance) {
        var scanner = ScannerModel.of(ScannerFamily.GANTRY_9, new Chance(7));
        var scene = Scene.of(Vehicle.CHASSIS, List.of(container), false, false, chance.of("scene"));
        var view = new View(
                WIDTH,
                HEIGHT,
                new View.Stand(2.4, 0.9, 0.3),
                new View.Window(0, container.box().length(), container.box().height(), 0),
                View.Motion.EVEN);
        return new Exposing(scanner).of(scene, view, chance.of("exposure")).principal();
    }
}
