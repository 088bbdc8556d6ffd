package nl.bovenstrooms.simulator.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
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
        var chance = new Chance(seed);
        var kind = chance.oneOf(loads);
        var box = chance.oneOf(
                kind.boxes().stream().sorted(Comparator.naturalOrder()).toList());
        var clean = Container.of(box, kind, chance.of("lot"), chance.of("container"));
        var container = chance.in(spec.threatShare()) ? clean.withThreat(chance.of("threat")) : clean;
        var scanner = ScannerModel.of(chance.oneOf(families), chance.of("scanner"));
        var doorsRight = chance.in(0.5);
        var scene = scene(container, doorsRight, chance);
        var view = view(scene, scanner, chance.of("view"));
        var exposure = new Exposing(scanner).of(scene, view, chance.of("exposure"));
        return sample(container, scanner, doorsRight, exposure, chance.of("path"));
    }

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

    private TrainingSample sample(
            Container container, ScannerModel scanner, boolean doorsRight, Exposure exposure, Chance chance) {
        var path = path(exposure, chance);
        var principal = path == ImagePath.BASE_CASE ? baseCase(exposure, chance) : exposure.principal();
        var low = path == ImagePath.TWO_ENERGIES ? exposure.softer().orElseThrow() : null;
        var hidden = container
                .hidden()
                .map(threat -> new Hidden(threat.kind(), threat.place(), threat.kilograms(), exposure.visibility()))
                .orElse(null);
        var load = container.load();
        var truth = new Truth(
                load.kind(),
                load.fill(),
                load.kilograms(),
                container.box(),
                doorsRight,
                path,
                scanner.family(),
                scanner.id());
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
