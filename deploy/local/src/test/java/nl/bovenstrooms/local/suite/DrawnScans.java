package nl.bovenstrooms.local.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.local.customs.Digest;
import nl.bovenstrooms.local.customs.Upload;

/**
 * Small and cheap scans, no two alike: a container (every tenth time two) with some load, as JPEG, so that a test of what is kept and
 * lost does not spend its time on drawing. The same number of the same seed is the same scan, byte for byte.
 */
final class DrawnScans {
    private static final int HEIGHT = 320;
    private static final OffsetDateTime DAY = OffsetDateTime.of(2026, 11, 24, 6, 0, 0, 0, ZoneOffset.ofHours(-3));

    private final long seed;

    DrawnScans(long seed) {
        this.seed = seed;
    }

    Upload scan(int number) {
        var name = "drawn " + seed + " " + number;
        var picture = picture(number);
        return new Upload(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                manifest(number, name, picture),
                List.of(new Upload.Part("image-1", "image/jpeg", picture)));
    }

    private static boolean isPair(int number) {
        return number % 10 == 9;
    }

    private byte[] manifest(int number, String name, byte[] picture) {
        var json = new ObjectMapper().createObjectNode();
        json.put(
                "messageId",
                UUID.nameUUIDFromBytes(("message " + name).getBytes(StandardCharsets.UTF_8))
                        .toString());
        json.putObject("sender")
                .put("authority", "BR-RFB")
                .put("system", "test")
                .putObject("facility")
                .put("unlocode", "BRSSZ");
        var scan = json.putObject("scan");
        scan.put("occurredAt", DAY.plusMinutes(number).toString())
                .put("direction", "EXPORT")
                .put("sourceReference", name);
        var image = scan.putArray("images").addObject();
        image.put("part", "image-1")
                .put("role", "PRIMARY")
                .put("mediaType", "image/jpeg")
                .put("sha256", Digest.of(picture));
        var transport = json.putObject("transport");
        transport.put("vesselName", "TEST").put("portOfLoading", "BRSSZ").put("portOfDischarge", "NLRTM");
        transport.put("loadingCutOff", DAY.plusDays(1).plusMinutes(7L * number).toString());
        declare(json, image, number, 0);
        if (isPair(number)) {
            declare(json, image, number, 1);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void declare(ObjectNode manifest, ObjectNode image, int number, int position) {
        var container = containerNumber(2 * number + position);
        image.withArray("containers").addObject().put("number", container);
        manifest.withArray("equipment")
                .addObject()
                .put("number", container)
                .put("numberSource", "OCR")
                .put("sizeType", isPair(number) ? "22G1" : "45R1")
                .put("fullEmpty", "FULL");
    }

    private static String containerNumber(int serial) {
        var firstTen = String.format(Locale.ROOT, "TSTU%06d", serial);
        return firstTen + ContainerNumber.checkDigitOf(firstTen);
    }

    private byte[] picture(int number) {
        var random = new Random(seed * 31 + number);
        var boxWidth = isPair(number) ? 330 : 700;
        var width = 100 + (isPair(number) ? 2 * boxWidth + 40 : boxWidth) + 60;
        var image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (var index = 0; index < pixels.length; index++) {
            pixels[index] = (byte) (246 + random.nextInt(8));
        }
        box(pixels, width, 80, boxWidth, random);
        if (isPair(number)) {
            box(pixels, width, 80 + boxWidth + 40, boxWidth, random);
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void box(byte[] pixels, int width, int left, int boxWidth, Random random) {
        var load = 60 + random.nextInt(120);
        var step = 20 + random.nextInt(40);
        for (var y = 50; y < 270; y++) {
            for (var x = left; x < left + boxWidth; x++) {
                var wall = y < 56 || y > 262 || x < left + 5 || x >= left + boxWidth - 5;
                var stripe = x % step < 3 || y % step < 3 ? 25 : 0;
                var value = wall ? 45 : load + stripe + random.nextInt(9) - 4;
                pixels[y * width + x] = (byte) value;
            }
        }
    }
}
