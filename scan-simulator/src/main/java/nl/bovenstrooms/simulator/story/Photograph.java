package nl.bovenstrooms.simulator.story;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.Raster;
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
import org.jspecify.annotations.Nullable;

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
        var exposing = new Exposing(scanner);
        var exposure = exposing.of(scene, view, chance.of("exposure"));
        var above = portOfScan.hasTwoViews()
                ? exposing.fromAbove(scene, Framing.fromAbove(view, chance.of("above")), chance.of("exposure above"))
                : null;
        return new Photograph(
                scene,
                scanner,
                exposure,
                regions(scene, view),
                files(exposure, above, portOfScan, port.of("viewer" + portOfScan.port()), chance.of("wire")));
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

    private static List<ImageFile> files(
            Exposure exposure, @Nullable Exposure above, Source source, Chance port, Chance chance) {
        var files = new ArrayList<ImageFile>();
        if (source.wire() == Source.Wire.BASE_CASE) {
            files.add(file(1, "PRIMARY", "image/jpeg", baseCase(exposure, port, chance)));
            if (above != null) {
                files.add(file(2, "SECOND_VIEW", "image/jpeg", baseCase(above, port, chance)));
            }
            return files;
        }
        var compression = port.oneOf(List.of("", "LZW", "Deflate"));
        files.add(wide(1, "PRIMARY", exposure.principal(), source, compression));
        exposure.softer().ifPresent(raster -> files.add(wide(2, "LOW_ENERGY", raster, source, compression)));
        if (above != null) {
            files.add(wide(files.size() + 1, "SECOND_VIEW", above.principal(), source, compression));
        }
        return files;
    }

    private static ImageFile wide(int number, String role, Raster raster, Source source, String compression) {
        return source.wire() == Source.Wire.PNG_16
                ? file(number, role, "image/png", PictureFile.png(raster))
                : file(number, role, "image/tiff", PictureFile.tiff(raster, compression));
    }

    /** A port keeps its curve; now and then an operator leaves a palette on. */
    private static byte[] baseCase(Exposure exposure, Chance port, Chance chance) {
        var grey = EightBits.of(exposure, Curve.usual(port.of("curve")));
        var palette = chance.in(0.1) ? chance.oneOf(List.of(Palette.values())) : Palette.GREY;
        return PictureFile.jpegWithin(grey, palette, chance.between(0.86, 0.95), BASE_CASE_BYTES);
    }

    private static ImageFile file(int number, String role, String mediaType, byte[] bytes) {
        return new ImageFile("image-" + number, role, mediaType, bytes, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param originScanId the scan at the port of loading, when this one is an arrival */
    Truth truth(Plan plan, Loading loading, @Nullable UUID originScanId) {
        var mask = exposure.mask();
        var containers = new ArrayList<Truth.ContainerTruth>();
        for (var index = 0; index < plan.members().size(); index++) {
            var container = loading.containers().get(index);
            var load = container.load();
            containers.add(new Truth.ContainerTruth(
                    plan.shipment().number(plan.members().get(index)).value(),
                    regions.get(index),
                    container.box(),
                    load.kind(),
                    load.kind().hs().value(),
                    load.fill(),
                    Math.round(load.kilograms()),
                    Math.round(container.box().tareKg() + container.contentsKg()),
                    scene.containers().get(index).doorsRight(),
                    threat(container, mask)));
        }
        return new Truth(
                plan.index(),
                plan.twists(),
                scanner.family(),
                exposure.width(),
                exposure.height(),
                containers,
                mask,
                originScanId,
                List.copyOf(loading.changes().stream().sorted().toList()));
    }

    /** At most one container of a passage holds contraband, so all of the mask is its. */
    private Truth.@Nullable ThreatTruth threat(Container container, byte[] mask) {
        var hidden = container.hidden();
        if (hidden.isEmpty()) {
            return null;
        }
        var width = exposure.width();
        var left = width;
        var right = -1;
        var top = Integer.MAX_VALUE;
        var bottom = -1;
        var pixels = 0;
        for (var index = 0; index < mask.length; index++) {
            if (mask[index] != 0) {
                left = Math.min(left, index % width);
                right = Math.max(right, index % width);
                top = Math.min(top, index / width);
                bottom = Math.max(bottom, index / width);
                pixels++;
            }
        }
        var region = pixels == 0 ? new Region(0, 0, 1, 1) : new Region(left, top, right - left + 1, bottom - top + 1);
        return new Truth.ThreatTruth(
                hidden.get().kind(),
                hidden.get().place(),
                Math.round(hidden.get().kilograms() * 10) / 10.0,
                region,
                pixels,
                Math.round(exposure.visibility() * 100) / 100.0);
    }
}
