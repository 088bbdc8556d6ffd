package nl.bovenstrooms.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
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
 * Uncropped pictures of every scanner, vehicle, box and load, of {@value #FEWEST_ROWS} to {@value #MOST_ROWS} rows: what
 * finding containers is made and measured with. Each comes from its seed alone.
 */
public final class WholePictures {

    static final int FEWEST_ROWS = 200;
    public static final int MOST_ROWS = 1500;

    private static final double TWO_CONTAINERS = 0.3;
    private static final double CROPPED = 0.15;
    private static final double BASE_CASE = 0.6;

    private final List<ScannerFamily> families;

    private final int mostRows;

    /**
     * @param families of the scanners that take the pictures
     * @param mostRows of a picture: small ones are drawn much faster
     */
    public WholePictures(Set<ScannerFamily> families, int mostRows) {
        this.mostRows = mostRows;
        // A set has no order of its own, and a seed has to mean the same in every run.
        this.families = families.stream().sorted().toList();
    }

    /**
     * @param regions of the containers, from left to right
     * @param box type of the first of them
     */
    public record WholePicture(Raster principal, List<Region> regions, BoxType box) {

        public WholePicture {
            regions = List.copyOf(regions);
        }
    }

    public WholePicture picture(long seed) {
        var chance = new Chance(seed).of("whole picture");
        var containers = containers(chance);
        var scanner = ScannerModel.of(chance.oneOf(families), chance.of("scanner"));
        var vehicle = vehicle(scanner.family(), chance);
        var scene = Scene.of(vehicle, containers, chance.in(0.5), chance.in(0.5), chance.of("scene"));
        var rows = (int) chance.betweenByRatio(FEWEST_ROWS, mostRows + 1.0);
        var view = Framing.frame(scene, scanner, rows, chance.in(CROPPED), chance.of("frame"));
        var exposure = new Exposing(scanner).of(scene, view, chance.of("exposure"));
        var wire = chance.of("wire");
        var principal = wire.in(BASE_CASE) ? jpeg(EightBits.of(exposure, Curve.any(wire)), wire) : exposure.principal();
        var regions = scene.containers().stream()
                .map(placed -> view.outline(
                        placed.left(),
                        placed.right(),
                        0,
                        placed.container().box().height()))
                .toList();
        return new WholePicture(principal, regions, containers.get(0).box());
    }

    /** The first picture of a run that shows one container. */
    public WholePicture oneContainer(Purpose purpose, int run) {
        return LongStream.iterate(0, number -> number + 1)
                .mapToObj(number -> picture(purpose.seed(run, number)))
                .filter(picture -> picture.regions().size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static List<Container> containers(Chance chance) {
        var boxes = List.of(BoxType.values());
        if (!chance.in(TWO_CONTAINERS)) {
            return List.of(container(chance.oneOf(boxes), chance.of("container")));
        }
        var short20 = boxes.stream().filter(BoxType::isTwentyFoot).toList();
        var two = new ArrayList<Container>();
        for (var index = 0; index < 2; index++) {
            var own = chance.of(index);
            two.add(container(own.oneOf(short20), own));
        }
        return two;
    }

    private static Container container(BoxType box, Chance chance) {
        var container = Container.of(box, chance.oneOf(LoadKind.in(box)), chance.of("lot"), chance.of("own"));
        return chance.in(0.3) ? container.withThreat(chance.of("threat")) : container;
    }

    private static Vehicle vehicle(ScannerFamily family, Chance chance) {
        if (family == ScannerFamily.RAIL_9) {
            return Vehicle.WAGON;
        }
        return chance.in(0.85) ? Vehicle.CHASSIS : Vehicle.BARE;
    }

    private static Raster jpeg(Raster grey, Chance chance) {
        var palette = chance.in(0.1) ? chance.oneOf(List.of(Palette.values())) : Palette.GREY;
        return PictureFile.fromJpeg(PictureFile.jpeg(grey, palette, chance.between(0.5, 0.95)));
    }
}
