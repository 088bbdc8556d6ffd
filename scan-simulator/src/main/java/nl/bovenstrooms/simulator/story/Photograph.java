package nl.bovenstrooms.simulator.story;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.Framing;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.story.Passage.ImageFile;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;

/**
 * The picture of a passage, as files and as the scanner had it.
 *
 * @param regions of the containers in the picture, in their order
 */
record Photograph(Scene scene, ScannerModel scanner, Exposure exposure, List<Region> regions, List<ImageFile> files) {

    private static final int BASE_CASE_ROWS = 800;
    private static final int BASE_CASE_BYTES = 400_000;

    Photograph {
        regions = List.copyOf(regions);
        files = List.copyOf(files);
    }

    /** @param portOfScan the source whose scanner it is; its machines stay the same from passage to passage */
    static Photograph of(List<Container> containers, Source portOfScan, Chance port, Chance chance) {
        var family = chance.of("machine").oneOf(portOfScan.scanners());
        var scanner = ScannerModel.of(family, port.of(portOfScan.port() + family));
        var scene = Scene.of(
                vehicle(family.name(), chance.of("vehicle")),
                containers,
                chance.of("direction").in(0.5),
                chance.of("side").in(0.5),
                chance.of("scene"));
        var isBaseCase = portOfScan.wire() == Source.Wire.BASE_CASE;
        var rows = isBaseCase
                ? BASE_CASE_ROWS
                : port.of("rows" + portOfScan.port()).between(1000, 1200);
        var view = Framing.frame(scene, scanner, rows, chance.of("crop").in(0.15), chance.of("frame"));
        var exposure = new Exposing(scanner).of(scene, view, chance.of("exposure"));
        return new Photograph(
                scene,
                scanner,
                exposure,
                regions(scene, view),
                files(exposure, portOfScan, port.of("viewer" + portOfScan.port()), chance.of("wire")));
    }

    private static Vehicle vehicle(String family, Chance chance) {
        if (family.startsWith("RAIL")) {
            return Vehicle.WAGON;
        }
        return chance.in(0.9) ? Vehicle.CHASSIS : Vehicle.BARE;
    }

    private static List<Region> regions(Scene scene, View view) {
        return scene.containers().stream()
                .map(placed -> view.outline(
                        placed.left(),
                        placed.right(),
                        0,
                        placed.container().box().height()))
                .toList();
    }

    private static List<ImageFile> files(Exposure exposure, Source source, Chance port, Chance chance) {
        if (source.wire() == Source.Wire.BASE_CASE) {
            return List.of(baseCase(exposure, port, chance));
        }
        var files = new ArrayList<ImageFile>();
        var rasters = new ArrayList<>(List.of(exposure.principal()));
        exposure.softer().ifPresent(rasters::add);
        var compression = port.oneOf(List.of("", "LZW", "Deflate"));
        for (var raster : rasters) {
            var part = "image-" + (files.size() + 1);
            files.add(
                    source.wire() == Source.Wire.PNG_16
                            ? file(part, "image/png", PictureFile.png(raster))
                            : file(part, "image/tiff", PictureFile.tiff(raster, compression)));
        }
        return files;
    }

    /** A port keeps its curve; now and then an operator leaves a palette on. */
    private static ImageFile baseCase(Exposure exposure, Chance port, Chance chance) {
        var grey = EightBits.of(exposure, Curve.usual(port.of("curve")));
        var palette = chance.in(0.1) ? chance.oneOf(List.of(Palette.values())) : Palette.GREY;
        return file(
                "image-1",
                "image/jpeg",
                PictureFile.jpegWithin(grey, palette, chance.between(0.86, 0.95), BASE_CASE_BYTES));
    }

    private static ImageFile file(String part, String mediaType, byte[] bytes) {
        return new ImageFile(part, mediaType, bytes, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
