package nl.bovenstrooms.scoring.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.history.Embedding;
import nl.bovenstrooms.scoring.history.LoadGrid;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.Framing;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;

/**
 * Containers of one bill of lading, through one scanner, and some that are odd among them; each lot from its seed alone. All are full
 * ones of the same goods: a part load, which the simulator puts into every eighth container, is odd itself. A container that nobody can
 * judge is left out, as it is in the service.
 */
final class SimulatedLots {

    /** A container has some 400 of them, and the model looks at 384; finer pictures take longer and say the same. */
    private static final int ROWS = 640;

    /** A container is cut out this well, as a share of its width and height. */
    private static final double CUT = 0.01;

    /** Of the fullest of the lot: what is below is a part load. */
    private static final double FULL = 0.93;

    private static final double PART = 0.75;

    /** So many tell how full the fullest is. */
    private static final int SAMPLE = 8;

    /** Every eighth is a part load, so that 20 that are not are far sooner found. */
    private static final int LOOKED_AT = 200;

    private final ImageModel model;
    private final List<ScannerFamily> families;

    SimulatedLots(ImageModel model) {
        this.model = model;
        families = EnumSet.complementOf(EnumSet.copyOf(SyntheticCrops.UNSEEN_SCANNERS)).stream()
                .sorted()
                .toList();
    }

    /** What lots are compared by. */
    record SeenLoad(LoadGrid grid, Embedding embedding) {}

    /**
     * @param alike of the lot
     * @param otherGoods two of another lot: the same box with goods of another chapter of the Harmonized System
     * @param partLoad the same goods, three quarters of them at the most
     */
    record SimulatedLot(List<SeenLoad> alike, List<SeenLoad> otherGoods, SeenLoad partLoad) {

        SimulatedLot {
            alike = List.copyOf(alike);
            otherGoods = List.copyOf(otherGoods);
        }
    }

    /** @param size number of containers that are alike */
    SimulatedLot lot(long seed, int size) {
        var chance = new Chance(seed).of("lot");
        return LongStream.iterate(0, attempt -> attempt + 1)
                .mapToObj(attempt -> lot(chance.of(attempt), size))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Empty for goods of which hardly any container is full, none is a part load, or hardly any can be judged. */
    private Optional<SimulatedLot> lot(Chance chance, int size) {
        var kind = chance.oneOf(List.of(LoadKind.values()).stream()
                // A tank is always full, and holds nothing else.
                .filter(one -> one != LoadKind.EMPTY && one != LoadKind.CHEMICAL_LIQUID)
                .toList());
        var box = chance.oneOf(kind.boxes().stream().sorted().toList());
        var own = chance.of("own");
        var most = LongStream.range(0, SAMPLE)
                .mapToDouble(member ->
                        container(box, kind, chance, own.of(member)).load().kilograms())
                .max()
                .orElseThrow();
        var part = LongStream.iterate(-1, member -> member - 1)
                .mapToObj(member -> container(box, kind, chance, own.of(member)))
                .limit(LOOKED_AT)
                .filter(container -> container.load().kilograms() <= PART * most)
                .findFirst();
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var camera = new Camera(chance);
        var alike = LongStream.iterate(0, member -> member + 1)
                .mapToObj(member -> container(box, kind, chance, own.of(member)))
                .limit(LOOKED_AT)
                .filter(container -> container.load().kilograms() >= FULL * most)
                .limit(2L * size)
                .flatMap(container -> camera.look(container).stream())
                .limit(size)
                .toList();
        if (alike.size() < size) {
            return Optional.empty();
        }
        var other = chance.of("other goods");
        var otherKind = other.oneOf(LoadKind.in(box).stream()
                .filter(one -> !chapter(one).equals(chapter(kind)))
                .toList());
        var otherGoods = Stream.of("own", "second")
                .map(member -> Container.of(box, otherKind, other.of("lot"), other.of(member)))
                .flatMap(container -> camera.look(container).stream())
                .toList();
        return otherGoods.size() < 2
                ? Optional.empty()
                : camera.look(part.get()).map(partLoad -> new SimulatedLot(alike, otherGoods, partLoad));
    }

    private static Container container(BoxType box, LoadKind kind, Chance lot, Chance own) {
        return Container.of(box, kind, lot.of("goods"), own);
    }

    private static String chapter(LoadKind kind) {
        return kind.hs().value().substring(0, 2);
    }

    /** One scanner and one way of sending pictures for the whole lot; vehicle, direction and place in the picture differ. */
    private final class Camera {

        private final Chance chance;
        private final ScannerModel scanner;
        private final boolean sendsJpeg;
        private int taken;

        Camera(Chance lot) {
            chance = lot.of("camera");
            scanner = ScannerModel.of(chance.oneOf(families), chance.of("scanner"));
            sendsJpeg = chance.in(0.5);
        }

        /** Empty when nobody can judge the picture. */
        Optional<SeenLoad> look(Container container) {
            var own = chance.of(taken++);
            var scene = Scene.of(
                    own.in(0.85) ? Vehicle.CHASSIS : Vehicle.BARE,
                    List.of(container),
                    own.in(0.5),
                    own.in(0.5),
                    own.of("scene"));
            var view = Framing.frame(scene, scanner, ROWS, false, own.of("frame"));
            var exposure = new Exposing(scanner).of(scene, view, own.of("exposure"));
            var outline = view.outline(0, scene.length(), 0, container.box().height());
            var picture = sendsJpeg ? jpeg(exposure, own) : exposure.principal();
            var low = sendsJpeg ? null : exposure.softer().orElse(null);
            var region = cutOut(outline, picture, own);
            return model.look(picture, low, region) instanceof Seen seen
                    ? Optional.of(
                            new SeenLoad(LoadGrid.of(picture, region), new Embedding(model.digest(), seen.embedding())))
                    : Optional.empty();
        }

        private Raster jpeg(Exposure exposure, Chance own) {
            var grey = EightBits.of(exposure, Curve.usual(chance.of("curve")));
            return PictureFile.fromJpeg(PictureFile.jpeg(grey, Palette.GREY, own.between(0.7, 0.95)));
        }

        private static Region cutOut(Region outline, Raster picture, Chance own) {
            var x = within(outline.x() + outline.width() * own.around(0, CUT / 2), picture.width() - 1);
            var y = within(outline.y() + outline.height() * own.around(0, CUT / 2), picture.height() - 1);
            var right = within(outline.x() + outline.width() * (1 + own.around(0, CUT / 2)), picture.width());
            var bottom = within(outline.y() + outline.height() * (1 + own.around(0, CUT / 2)), picture.height());
            return new Region(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
        }

        private static int within(double place, int most) {
            return (int) Math.max(0, Math.min(most, Math.round(place)));
        }
    }
}
