package nl.bovenstrooms.simulator.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.Layer;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.training.TrainingSample.Hidden;
import nl.bovenstrooms.simulator.training.TrainingSample.Truth;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;

/** Makes samples, each from its seed alone. Holds no state: safe for use by many threads. */
public final class TrainingSamples {

    private final TrainingSpec spec;
    private final List<ScannerFamily> families;
    private final List<LoadKind> loads;

    public TrainingSamples(TrainingSpec spec) {
        this.spec = spec;
        // A set has no order of its own, and a seed has to mean the same in every run.
        families = spec.families().stream().sorted().toList();
        loads = spec.loads().stream().sorted().toList();
    }

    /** The same seed and the same spec give the same sample, bit by bit. */
    public TrainingSample sample(long seed) {
        var passage = passage(seed, spec.threatShare());
        var exposure = passage.exposing().of(passage.scene(), passage.view(), passage.chance("exposure"));
        return sample(passage, exposure);
    }

    /**
     * A part of a container, once as it was loaded and once with contraband; the two are the same in everything else, down to
     * the noise. Most show the place of the contraband.
     *
     * @param width of the part in pixels, at most the one of the spec
     * @param height of the part in pixels, at most the one of the spec
     * @param leastVisibility of the contraband, see {@link Hidden#visibility()}
     * @return empty when there is no room for contraband, or it is less visible than that
     */
    public Optional<Twins> twins(long seed, int width, int height, double leastVisibility) {
        var passage = passage(seed, 1);
        var part = part(passage, width, height);
        var loaded = sample(passage, part);
        var hidden = loaded.hidden();
        return hidden == null || hidden.visibility() < leastVisibility
                ? Optional.empty()
                : Optional.of(new Twins(sample(passage.withoutThreat(), part), loaded));
    }

    /** Any part of a container without contraband. */
    public TrainingSample anyPart(long seed, int width, int height) {
        var passage = passage(seed, 0);
        return sample(passage, part(width, height, Double.NaN, Double.NaN, passage.chance("part")));
    }

    private TrainingSample sample(Passage passage, Region part) {
        var exposure = passage.exposing().of(passage.scene(), passage.view(), part, passage.chance("exposure"));
        return sample(passage, exposure);
    }

    private Region part(Passage passage, int width, int height) {
        var chance = passage.chance("part");
        var contraband = passage.scene().solids().stream()
                .filter(solid -> solid.layer() == Layer.CONTRABAND)
                .toList();
        if (contraband.isEmpty()) {
            return part(width, height, Double.NaN, Double.NaN, chance);
        }
        var one = chance.oneOf(contraband);
        var view = passage.view();
        var column = view.columnOf((one.x0() + one.x1()) / 2);
        var row = view.rowOf((one.z0() + one.z1()) / 2, BoxType.WIDTH / 2) + view.sinkAt(column);
        return part(
                width,
                height,
                column + width * chance.between(-0.35, 0.35),
                row + height * chance.between(-0.35, 0.35),
                chance);
    }

    /** About a middle where there is one, anywhere where it is NaN; moved as far as needed to lie in the picture. */
    private Region part(int width, int height, double column, double row, Chance chance) {
        var spareColumns = spec.width() - width;
        var spareRows = spec.height() - height;
        var x = Double.isNaN(column) ? chance.between(0, spareColumns) : (int) Math.round(column - width / 2.0);
        var y = Double.isNaN(row) ? chance.between(0, spareRows) : (int) Math.round(row - height / 2.0);
        return new Region(Math.max(0, Math.min(spareColumns, x)), Math.max(0, Math.min(spareRows, y)), width, height);
    }

    private Passage passage(long seed, double threatShare) {
        var chance = new Chance(seed);
        var kind = chance.oneOf(loads);
        var boxes = spec.strange() ? kind.strangeBoxes() : kind.boxes();
        var box = chance.oneOf(boxes.stream().sorted(Comparator.naturalOrder()).toList());
        var usual = Container.of(box, kind, chance.of("lot"), chance.of("container"));
        var clean = spec.strange() ? usual.withStrangeThings(chance.of("strange things")) : usual;
        var container = chance.in(threatShare) ? clean.withThreat(chance.of("threat")) : clean;
        var scanner = ScannerModel.of(chance.oneOf(families), chance.of("scanner"));
        var doorsRight = chance.in(0.5);
        var scene = scene(container, doorsRight, chance);
        return new Passage(seed, container, scanner, scene, view(scene, scanner, chance.of("view")));
    }

    /** What drives through which scanner, before the picture is taken. */
    private record Passage(long seed, Container container, ScannerModel scanner, Scene scene, View view) {

        Passage withoutThreat() {
            return new Passage(seed, container.withoutThreat(), scanner, scene.withoutThreats(), view);
        }

        Exposing exposing() {
            return new Exposing(scanner);
        }

        boolean doorsRight() {
            return scene.containers().get(0).doorsRight();
        }

        Chance chance(String name) {
            return new Chance(seed).of(name);
        }
    }

    /**
     * @param clean without contraband
     * @param loaded with it, in the part that is shown or elsewhere
     */
    public record Twins(TrainingSample clean, TrainingSample loaded) {}

    /** Sometimes a second box of 20 feet stands beside it, and its edge is in the picture. */
    private static Scene scene(Container container, boolean doorsRight, Chance chance) {
        var containers = new ArrayList<Container>();
        containers.add(container);
        if (container.box().isTwentyFoot() && chance.in(0.25)) {
            containers.add(Container.of(BoxType.DRY_20, LoadKind.EMPTY, chance.of("lot 2"), chance.of("container 2")));
        }
        return Scene.of(
                chance.oneOf(List.of(Vehicle.CHASSIS, Vehicle.CHASSIS, Vehicle.CHASSIS, Vehicle.WAGON, Vehicle.BARE)),
                containers,
                doorsRight,
                chance.in(0.5),
                chance.of("scene"));
    }

    /** About the outline of the first container, as a finder of containers would cut it out. */
    private View view(Scene scene, ScannerModel scanner, Chance chance) {
        var placed = scene.containers().get(0);
        var box = placed.container().box();
        var length = box.length();
        var height = box.height();
        var stand =
                new View.Stand(scanner.sourceDistance(), scanner.sourceHeight() - scene.deck(), scanner.curvature());
        var window = new View.Window(
                placed.left() - length * chance.between(-0.005, 0.03),
                placed.right() + length * chance.between(-0.005, 0.03),
                height * (1 + chance.between(-0.005, 0.05)),
                -height * chance.between(-0.01, 0.16));
        var slantRows = chance.around(0, 0.02) * spec.height();
        var motion = new View.Motion(
                slantRows / spec.width(),
                chance.in(0.3) ? chance.between(0.0, 0.006) * spec.height() : 0,
                chance.in(0.4) ? chance.between(0.0, 0.06) : 0,
                chance.between(0, 6.28));
        return new View(spec.width(), spec.height(), stand, window, motion);
    }

    private TrainingSample sample(Passage passage, Exposure exposure) {
        var chance = passage.chance("path");
        var path = path(exposure, chance);
        var principal = path == ImagePath.BASE_CASE ? baseCase(exposure, chance) : exposure.principal();
        var low = path == ImagePath.TWO_ENERGIES ? exposure.softer().orElseThrow() : null;
        var hidden = passage.container()
                .hidden()
                .map(threat -> new Hidden(
                        threat.kind(),
                        threat.place(),
                        threat.kilograms(),
                        exposure.visibility(),
                        exposure.conspicuity()))
                .orElse(null);
        var load = passage.container().load();
        var truth = new Truth(
                load.kind(),
                load.fill(),
                load.kilograms(),
                passage.container().box(),
                passage.doorsRight(),
                path,
                passage.scanner().family(),
                passage.scanner().id());
        return new TrainingSample(principal, low, exposure.mask(), hidden, truth);
    }

    private ImagePath path(Exposure exposure, Chance chance) {
        if (chance.in(spec.baseCaseShare())) {
            return ImagePath.BASE_CASE;
        }
        return exposure.low() != null && chance.in(0.75) ? ImagePath.TWO_ENERGIES : ImagePath.ONE_ENERGY;
    }

    private static Raster baseCase(Exposure exposure, Chance chance) {
        var grey = EightBits.of(exposure, Curve.any(chance));
        var palette = chance.in(0.2) ? chance.oneOf(List.of(Palette.values())) : Palette.GREY;
        return PictureFile.fromJpeg(PictureFile.jpeg(grey, palette, chance.between(0.4, 0.95)));
    }
}
