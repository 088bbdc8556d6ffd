package nl.bovenstrooms.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.comparison.Picture;
import nl.bovenstrooms.scoring.training.SimulatedPair.Insertion;
import nl.bovenstrooms.scoring.training.SimulatedPair.Landmark;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.Framing;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.scene.Voyage;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes pairs of scans of one container by scanners of different families, before and after a voyage on which its load
 * shifts. Direction, side, wire, framing and the error of the container's region are left to chance in each. Holds no state.
 */
final class SimulatedPairs {

    /** An insertion has at least so many kilograms. */
    static final double LEAST_KILOGRAMS = 20;

    private static final int ATTEMPTS = 40;
    private static final int LANDMARKS_ALONG = 24;
    private static final int LANDMARKS_DOWN = 10;
    private static final int BASE_CASE_BYTES = 400_000;

    private SimulatedPairs() {}

    /** What is wrong with a pair that can't be compared. */
    enum Flaw {
        OTHER_CONTAINER,
        OTHER_LOAD,
        UNREADABLE,
        CUT
    }

    /** Nothing was put in; the load shifted. */
    static SimulatedPair unchanged(long seed) {
        var chance = new Chance(seed);
        var loaded = loaded(chance);
        return pair(loaded, Voyage.after(loaded, chance.of("sea")), chance);
    }

    /** Contraband was put in on the way, in any place that such a container has. */
    static SimulatedPair withInsertion(long seed) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var chance = new Chance(seed).of(attempt);
            var loaded = loaded(chance);
            var arrived = Voyage.after(loaded, chance.of("sea")).withThreat(chance.of("threat"));
            if (arrived.hidden().stream().anyMatch(threat -> threat.kilograms() >= LEAST_KILOGRAMS)) {
                return pair(loaded, arrived, chance);
            }
        }
        throw new IllegalStateException("no container of seed " + seed + " has room for contraband");
    }

    /** Two pictures that nobody should compare. */
    static SimulatedPair flawed(Flaw flaw, long seed) {
        var chance = new Chance(seed);
        var loaded = loaded(chance);
        var arrived = Voyage.after(loaded, chance.of("sea"));
        return switch (flaw) {
            case OTHER_CONTAINER -> pair(loaded, loadedOtherwise(loaded.load().kind(), chance.of("other")), chance);
            case OTHER_LOAD -> pair(loaded, withOtherLoad(loaded, chance.of("other")), chance);
            case UNREADABLE -> withSecond(pair(loaded, arrived, chance), chance.of("flaw"), SimulatedPairs::spoiled);
            case CUT -> withSecond(pair(loaded, arrived, chance), chance.of("flaw"), SimulatedPairs::cut);
        };
    }

    private static Container loaded(Chance chance) {
        return container(chance.of("kind").oneOf(List.of(LoadKind.values())), chance);
    }

    private static Container loadedOtherwise(LoadKind not, Chance chance) {
        return container(chance.of("kind").oneOf(others(not, List.of(LoadKind.values()))), chance);
    }

    private static Container container(LoadKind kind, Chance chance) {
        var box = chance.of("box")
                .oneOf(kind.boxes().stream().sorted(Comparator.naturalOrder()).toList());
        return Container.of(box, kind, chance.of("lot"), chance.of("own"));
    }

    private static Container withOtherLoad(Container container, Chance chance) {
        var kinds = others(container.load().kind(), LoadKind.in(container.box()));
        // A tank carries one kind of goods only: another tank then, filled to another level.
        var kind = kinds.isEmpty() ? container.load().kind() : chance.oneOf(kinds);
        var other = Container.of(container.box(), kind, chance.of("lot"), chance.of("own"));
        return new Container(container.box(), container.shell(), other.load(), other.confusers(), null);
    }

    private static List<LoadKind> others(LoadKind not, List<LoadKind> kinds) {
        return kinds.stream().filter(kind -> kind != not).toList();
    }

    private static SimulatedPair pair(Container loaded, Container arrived, Chance chance) {
        var families = new ArrayList<>(List.of(ScannerFamily.values()));
        var origin = chance.of("origin").oneOf(families);
        families.remove(origin);
        var first = Shot.of(loaded, origin, chance.of("first"));
        var second = Shot.of(arrived, chance.of("arrival").oneOf(families), chance.of("second"));
        return new SimulatedPair(
                first.picture(),
                second.picture(),
                loaded.load().kind().name(),
                first.isTurned() != second.isTurned(),
                landmarks(loaded.box(), first, second),
                second.insertion());
    }

    private static List<Landmark> landmarks(BoxType box, Shot first, Shot second) {
        var landmarks = new ArrayList<Landmark>();
        for (var column = 0; column < LANDMARKS_ALONG; column++) {
            for (var row = 0; row < LANDMARKS_DOWN; row++) {
                var x = box.length() * (column + 0.5) / LANDMARKS_ALONG;
                var z = box.height() * (row + 0.5) / LANDMARKS_DOWN;
                var one = first.placeOf(x, z);
                var two = second.placeOf(x, z);
                landmarks.add(new Landmark(one[0], one[1], two[0], two[1]));
            }
        }
        return landmarks;
    }

    private interface Spoiling {
        Picture of(Picture picture, Chance chance);
    }

    private static SimulatedPair withSecond(SimulatedPair pair, Chance chance, Spoiling spoiling) {
        return new SimulatedPair(
                pair.first(), spoiling.of(pair.second(), chance), pair.goods(), pair.mirrored(), List.of(), null);
    }

    /** Black, white, drowned in noise, or smeared. */
    private static Picture spoiled(Picture picture, Chance chance) {
        var raster = picture.principal();
        var way = chance.between(0, 3);
        var full = raster.fullScale();
        var samples = new short[raster.samples().length];
        var smear = 0.0;
        for (var index = 0; index < samples.length; index++) {
            var sample = raster.samples()[index] & 0xFFFF;
            smear = index % raster.width() == 0 ? sample : 0.99 * smear + 0.01 * sample;
            var spoiled =
                    switch (way) {
                        case 0 -> sample * 0.004 + full * 0.0005 * chance.around(1, 1);
                        case 1 -> full * (1 - 0.002 * chance.around(1, 0.5)) - (full - sample) * 0.01;
                        case 2 -> full * (0.5 + 0.3 * chance.around(0, 1));
                        default -> smear;
                    };
            samples[index] = (short) Math.max(0, Math.min(full, Math.round(spoiled)));
        }
        return new Picture(new Raster(raster.width(), raster.height(), raster.bits(), samples), picture.container());
    }

    /** A fifth to a half of the container is missing at one end. */
    private static Picture cut(Picture picture, Chance chance) {
        var region = picture.container();
        var kept = (int) (region.width() * chance.between(0.5, 0.8));
        var left = chance.in(0.5) ? region.x() : region.x() + region.width() - kept;
        return new Picture(picture.principal(), new Region(left, region.y(), kept, region.height()));
    }

    /** A container in front of a scanner. */
    private record Shot(
            Scene scene,
            View view,
            Picture picture,
            @Nullable Insertion insertion) {

        static Shot of(Container container, ScannerFamily family, Chance chance) {
            var scanner = ScannerModel.of(family, chance.of("scanner"));
            var scene = Scene.of(
                    family == ScannerFamily.RAIL_9
                            ? Vehicle.WAGON
                            : chance.of("vehicle").in(0.9) ? Vehicle.CHASSIS : Vehicle.BARE,
                    List.of(container),
                    chance.of("direction").in(0.5),
                    chance.of("side").in(0.5),
                    chance.of("scene"));
            var isBaseCase = chance.of("wire").in(0.5);
            var rows = isBaseCase ? 800 : chance.of("rows").between(1000, 1200);
            var view = Framing.frame(scene, scanner, rows, chance.of("crop").in(0.15), chance.of("frame"));
            var exposing = new Exposing(scanner);
            var region = region(scene, view, chance.of("region"));
            var exposure = exposing.of(scene, view, chance.of("exposure"));
            var picture = new Picture(onTheWire(exposure, isBaseCase, chance.of("file")), region);
            var insertion = container
                    .hidden()
                    .map(threat -> new Insertion(
                            threat.place().name(),
                            threat.kilograms(),
                            new Picture(
                                    onTheWire(
                                            exposing.of(scene.withoutThreats(), view, chance.of("exposure")),
                                            isBaseCase,
                                            chance.of("file")),
                                    region),
                            exposure.mask()))
                    .orElse(null);
            return new Shot(scene, view, picture, insertion);
        }

        /** As a finder of containers, or a source, gives it: half a hundredth off. */
        private static Region region(Scene scene, View view, Chance chance) {
            var placed = scene.containers().get(0);
            var outline = view.outline(
                    placed.left(), placed.right(), 0, placed.container().box().height());
            var left = within(outline.x() + chance.around(0, 0.004) * outline.width(), view.width() - 8);
            var top = within(outline.y() + chance.around(0, 0.006) * outline.height(), view.height() - 8);
            var right = within(outline.x() + outline.width() * (1 + chance.around(0, 0.004)), view.width());
            var bottom = within(outline.y() + outline.height() * (1 + chance.around(0, 0.006)), view.height());
            return new Region(left, top, right - left, bottom - top);
        }

        private static int within(double place, int most) {
            return (int) Math.max(0, Math.min(most, Math.round(place)));
        }

        private static Raster onTheWire(Exposure exposure, boolean isBaseCase, Chance chance) {
            if (!isBaseCase) {
                return exposure.principal();
            }
            var grey = EightBits.of(exposure, Curve.usual(chance.of("curve")));
            var palette = chance.of("coloured").in(0.2)
                    ? chance.of("palette").oneOf(List.of(Palette.values()))
                    : Palette.GREY;
            return PictureFile.fromJpeg(
                    PictureFile.jpegWithin(grey, palette, chance.of("quality").between(0.6, 0.95), BASE_CASE_BYTES));
        }

        boolean isTurned() {
            return scene.containers().get(0).doorsRight();
        }

        /** Along and down, in shares of the region, of a place in the container's own axes and the middle of its width. */
        double[] placeOf(double x, double z) {
            var placed = scene.containers().get(0);
            var column = view.columnOf(placed.doorsRight() ? placed.right() - x : placed.left() + x);
            var row = view.rowOf(z, BoxType.WIDTH / 2) + view.sinkAt(column);
            var region = picture.container();
            return new double[] {(column - region.x()) / region.width(), (row - region.y()) / region.height()};
        }
    }
}
