package nl.bovenstrooms.scoring.scan;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.manifest.Transport;

/** Scans for tests: bananas from Guayaquil to Antwerp, everything in order. */
final class Examples {

    static final OffsetDateTime SCANNED_AT = OffsetDateTime.parse("2026-11-24T02:41:00-03:00");
    static final OffsetDateTime RECEIVED_AT = OffsetDateTime.parse("2026-11-24T06:00:00Z");
    static final String NUMBER = "MSCU1234566";
    static final String SECOND_NUMBER = "TCLU7654320";
    static final int WIDTH = 1200;
    static final int HEIGHT = 300;

    private Examples() {}

    static ScanReceived scan(UUID scanId, Manifest manifest, ScanImage... images) {
        return new ScanReceived(scanId, "EC-SENAE", "EC-1", RECEIVED_AT, manifest, List.of(images), List.of());
    }

    static ScanImage image(UUID scanId, String imageId, DeclaredContainer... containers) {
        return image(scanId, imageId, "PRIMARY", containers);
    }

    static ScanImage image(UUID scanId, String imageId, String role, DeclaredContainer... containers) {
        var key = "EC-SENAE/%s/raster/%s-SINGLE".formatted(scanId, imageId);
        return new ScanImage(
                imageId,
                role,
                "EC-SENAE/%s/original/%s".formatted(scanId, imageId),
                "0".repeat(64),
                "image/jpeg",
                new RasterDescriptor(
                        RasterDescriptor.VERSION,
                        WIDTH,
                        HEIGHT,
                        List.of(new RasterDescriptor.Channel(Energy.SINGLE, 8, key))),
                List.of(),
                List.of(containers));
    }

    static DeclaredContainer declared(String number, int x, int width) {
        return new DeclaredContainer(number, new Region(x, 20, width, 200));
    }

    /** A container of 900 x 200 at (10, 20) with stacked boxes, on a white background. */
    static Raster raster() {
        var samples = new short[WIDTH * HEIGHT];
        Arrays.fill(samples, (short) 255);
        for (var y = 20; y < 220; y++) {
            for (var x = 10; x < 910; x++) {
                var isWall = y < 26 || y > 212 || x < 18 || x > 900;
                var box = 90 + 7 * (x / 40 % 5) + 5 * (y / 30 % 4) + (x + y) % 3;
                samples[y * WIDTH + x] = (short) (isWall ? 150 : y < 60 ? 225 : box);
            }
        }
        return new Raster(WIDTH, HEIGHT, 8, samples);
    }

    static Manifest manifest(Equipment... equipment) {
        return manifest(Arrays.asList(equipment), List.of(consignment("HOUSE", 20_300.0, "bananas", NUMBER)));
    }

    static Manifest manifest(List<Equipment> equipment, List<Consignment> consignments) {
        return new Manifest(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                null,
                null,
                false,
                new Scan(SCANNED_AT, null, "EXPORT", null, "S-1", List.of()),
                equipment,
                new Transport(
                        "9400000",
                        "EXAMPLE",
                        "1",
                        "CARRIER",
                        "ECGYE",
                        List.of("PAMIT"),
                        "BEANR",
                        SCANNED_AT.plusHours(30),
                        null,
                        null),
                consignments,
                null,
                null);
    }

    static Equipment reefer(String number) {
        return new Equipment(
                number,
                "OCR",
                "45R1",
                "FULL",
                List.of(new Equipment.Seal("S1", "H", "CARRIER")),
                4600.0,
                24_900.0,
                24_950.0,
                new Equipment.Reefer(true, 13.3));
    }

    static Consignment consignment(String level, Double grossKg, String description, String... equipment) {
        return new Consignment(
                level,
                level + "-1",
                null,
                List.of(new Consignment.Item("080390", "08039000", description, null, grossKg, List.of(equipment))));
    }
}
