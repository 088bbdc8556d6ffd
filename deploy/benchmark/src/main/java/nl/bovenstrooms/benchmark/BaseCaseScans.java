package nl.bovenstrooms.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.local.customs.Digest;
import nl.bovenstrooms.local.customs.Upload;
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
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.PictureFile;

/**
 * The base case: one 40-foot container on its chassis, one energy, JPEG in 8 bits of grey, {@value #ROWS} rows and about 300 kB,
 * with a whole manifest and without a word of where the container stands. All is made beforehand, and the same seed makes the
 * same scans.
 */
final class BaseCaseScans {
    private static final int ROWS = 800;
    private static final int BYTES = 300_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 11, 24, 6, 0, 0, 0, ZoneOffset.ofHours(-3));
    private static final List<LoadKind> LOADS = LoadKind.in(BoxType.HIGH_CUBE_40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed;
    private final List<Picture> pictures;

    private BaseCaseScans(long seed, List<Picture> pictures) {
        this.seed = seed;
        this.pictures = pictures;
    }

    /**
     * @param raster what a reader of the file sees
     * @param goodsKg mass of the load
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Picture(byte[] file, String sha256, Raster raster, LoadKind load, int goodsKg) {}

    static BaseCaseScans make(int pictures, long seed) {
        return new BaseCaseScans(
                seed,
                IntStream.range(0, pictures)
                        .parallel()
                        .mapToObj(number -> picture(new Chance(seed).of(number)))
                        .toList());
    }

    List<Picture> pictures() {
        return pictures;
    }

    private static Picture picture(Chance chance) {
        var kind = chance.oneOf(LOADS);
        var clean = Container.of(BoxType.HIGH_CUBE_40, kind, chance.of("lot"), chance.of("container"));
        var container = chance.in(0.1) ? clean.withThreat(chance.of("threat")) : clean;
        var scanner = ScannerModel.of(ScannerFamily.PORTAL_6, chance.of("scanner"));
        var scene = Scene.of(Vehicle.CHASSIS, List.of(container), chance.in(0.5), chance.in(0.5), chance.of("scene"));
        // The whole passage: air before and behind, sky above, the road below.
        var window = new View.Window(-3.2, scene.length() + 3.2, container.box().height() + 0.5, -scene.deck() - 0.05);
        var metresPerRow = (window.top() - window.bottom()) / ROWS;
        var columns = (int) Math.round((window.right() - window.left()) / metresPerRow);
        var stand =
                new View.Stand(scanner.sourceDistance(), scanner.sourceHeight() - scene.deck(), scanner.curvature());
        var view = new View(columns, ROWS, stand, window, View.Motion.EVEN);
        var exposure = new Exposing(scanner).of(scene, view, chance.of("exposure"));
        var file = aboutSoManyBytes(EightBits.of(exposure, Curve.any(chance.of("curve"))));
        return new Picture(file, Digest.of(file), PictureFile.fromJpeg(file), kind, (int) container.contentsKg());
    }

    /** Noisy scanners need more bytes for the same quality, so quality gives way. */
    private static byte[] aboutSoManyBytes(Raster grey) {
        var low = 0.05;
        var high = 0.98;
        var file = PictureFile.jpeg(grey, (low + high) / 2);
        for (var step = 0; step < 6 && Math.abs(file.length - BYTES) > BYTES / 50; step++) {
            var middle = (low + high) / 2;
            if (file.length < BYTES) {
                low = middle;
            } else {
                high = middle;
            }
            file = PictureFile.jpeg(grey, (low + high) / 2);
        }
        return file;
    }

    /** A scan that differs from all others of this seed, though its picture comes again after some. */
    Upload scan(int number) {
        var picture = pictures.get(number % pictures.size());
        return new Upload(
                id("scan", number),
                manifest(number, picture).toString().getBytes(StandardCharsets.UTF_8),
                List.of(new Upload.Part("image-1", "image/jpeg", picture.file())));
    }

    private UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(
                "benchmark %d %s %d".formatted(seed, what, number).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode manifest(int number, Picture picture) {
        var occurredAt = FIRST.plusSeconds(30L * number);
        var container = containerNumber(number);
        var box = BoxType.HIGH_CUBE_40;
        var json =
                JSON.createObjectNode().put("messageId", id("message", number).toString());
        json.putObject("sender")
                .put("authority", "BR-RFB")
                .put("system", "benchmark")
                .putObject("facility")
                .put("unlocode", "BRSSZ")
                .put("terminalCode", "SSZ01");
        var scan = json.putObject("scan")
                .put("occurredAt", occurredAt.toString())
                .put("recordedAt", occurredAt.plusSeconds(20).toString())
                .put("direction", "EXPORT")
                .put("sourceReference", "benchmark-" + number);
        scan.putObject("device")
                .put("id", "P-101")
                .put("views", 1)
                .putArray("energyMeV")
                .add(6);
        var image = scan.putArray("images").addObject();
        image.put("part", "image-1")
                .put("role", "PRIMARY")
                .put("mediaType", "image/jpeg")
                .put("sha256", picture.sha256())
                .putArray("containers")
                .addObject()
                .put("number", container);
        var equipment = json.putArray("equipment").addObject();
        equipment
                .put("number", container)
                .put("numberSource", "OCR")
                .put("sizeType", box.sizeType().code())
                .put("fullEmpty", picture.load() == LoadKind.EMPTY ? "EMPTY" : "FULL")
                .put("tareKg", 3900)
                .put("vgmKg", 3900 + picture.goodsKg())
                .put("weighbridgeKg", 3900 + picture.goodsKg() + number % 80);
        equipment
                .putArray("seals")
                .addObject()
                .put("number", "ML%07d".formatted(number))
                .put("type", "H")
                .put("affixedBy", "CARRIER");
        json.putObject("transport")
                .put("vesselName", "BENCHMARK")
                .put("voyage", "448N")
                .put("portOfLoading", "BRSSZ")
                .put("portOfDischarge", "NLRTM")
                .put("loadingCutOff", occurredAt.plusHours(20).toString())
                .put("etd", occurredAt.plusHours(30).toString())
                .put("eta", occurredAt.plusDays(16).toString());
        if (picture.load() != LoadKind.EMPTY) {
            consignment(json, container, picture, number);
        }
        return json;
    }

    private static void consignment(ObjectNode json, String container, Picture picture, int number) {
        var consignment = json.putArray("consignments")
                .addObject()
                .put("level", "HOUSE")
                .put("documentNumber", "SSZRTM%06d".formatted(number));
        var item = consignment.putArray("items").addObject();
        item.put("hs", picture.load().hs().value())
                .put("description", picture.load().description())
                .put("grossKg", picture.goodsKg());
        item.putObject("packages").put("type", picture.load().packaging()).put("count", 1 + number % 1000);
        item.putArray("equipment").add(container);
    }

    private static String containerNumber(int number) {
        var firstTen = String.format(Locale.ROOT, "TSTU%06d", number);
        return firstTen + ContainerNumber.checkDigitOf(firstTen);
    }
}
