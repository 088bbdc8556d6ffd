package nl.bovenstrooms.ingest.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.place.UnLocode;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;
import org.jspecify.annotations.Nullable;

/** From the manifest part to a manifest that can be worked with, or a refusal that names the field. */
final class ManifestReading {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Set<String> ROLES = Set.of("PRIMARY", "LOW_ENERGY", "SECOND_VIEW");
    private static final int MOST_IMAGES = 8;
    private static final int MOST_CONTAINERS = 16;
    private static final int MOST_MARKS = 50;
    private static final int MOST_SEALS = 20;
    private static final int MOST_PORTS_OF_TRANSIT = 20;

    private static final ObjectMapper MAPPER = EventCodec.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ManifestReading() {}

    /** @throws UploadRefused naming the field */
    static Manifest read(byte[] bytes) {
        JsonNode tree;
        Manifest manifest;
        try {
            tree = MAPPER.readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw new UploadRefused(Kind.MANIFEST, "", "the manifest is a JSON object");
            }
            TreeLimits.check(tree);
            PersonalData.in(tree).ifPresent(pointer -> {
                throw new UploadRefused(
                        Kind.PERSONAL_DATA, pointer, "scoring does not need this; send the manifest without it");
            });
            manifest = MAPPER.treeToValue(tree, Manifest.class);
        } catch (JsonMappingException e) {
            throw new UploadRefused(Kind.MANIFEST, pointerOf(e), "the value has not the expected shape");
        } catch (JsonProcessingException e) {
            throw new UploadRefused(Kind.MANIFEST, "", "not JSON" + placeOf(e));
        } catch (IOException e) {
            throw new UploadRefused(Kind.MANIFEST, "", "not JSON in UTF-8");
        }
        check(manifest);
        return manifest;
    }

    /** A manifest that is nested too deeply is refused without a place. */
    private static String placeOf(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? ": it is nested too deeply, or a value in it is too long"
                : ", at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String pointerOf(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var reference : e.getPath()) {
            pointer.append('/')
                    .append(reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
        }
        return pointer.toString();
    }

    private static void check(Manifest manifest) {
        if (manifest.sender() == null || blank(manifest.sender().authority())) {
            throw refused("/sender/authority", "the sending authority is needed");
        }
        var facility = manifest.sender().facility();
        if (facility != null) {
            checkPort("/sender/facility/unlocode", facility.unlocode());
        }
        var scan = manifest.scan();
        if (scan == null) {
            throw refused("/scan", "the scan is needed");
        }
        if (scan.occurredAt() == null) {
            throw refused("/scan/occurredAt", "the local time of the scan with its offset is needed");
        }
        checkImages(scan);
        checkEquipment(manifest);
        var transport = manifest.transport();
        if (transport != null) {
            checkPort("/transport/portOfLoading", transport.portOfLoading());
            checkPort("/transport/portOfDischarge", transport.portOfDischarge());
            checkCount("/transport/portsOfTransit", transport.portsOfTransit(), MOST_PORTS_OF_TRANSIT);
            for (var i = 0; i < transport.portsOfTransit().size(); i++) {
                checkPort(
                        "/transport/portsOfTransit/" + i,
                        transport.portsOfTransit().get(i));
            }
        }
    }

    private static void checkImages(Scan scan) {
        if (scan.images().isEmpty() || scan.images().size() > MOST_IMAGES) {
            throw refused("/scan/images", "a scan has 1 to %d images".formatted(MOST_IMAGES));
        }
        var parts = new HashSet<String>();
        var containers = 0;
        for (var i = 0; i < scan.images().size(); i++) {
            var image = scan.images().get(i);
            var pointer = "/scan/images/" + i;
            if (image.part() == null
                    || !PART.matcher(image.part()).matches()
                    || image.part().equals("manifest")) {
                throw refused(pointer + "/part", "the name of the image's part: 1 to 64 letters, digits, - and _");
            }
            if (!parts.add(image.part())) {
                throw refused(pointer + "/part", "'" + image.part() + "' is named twice");
            }
            if (image.role() == null || !ROLES.contains(image.role())) {
                throw refused(
                        pointer + "/role", "one of " + ROLES.stream().sorted().toList());
            }
            if (i == 0 && !image.role().equals("PRIMARY")) {
                throw refused(pointer + "/role", "the first image is PRIMARY");
            }
            if (image.sha256() == null || !SHA_256.matcher(image.sha256()).matches()) {
                throw refused(pointer + "/sha256", "the SHA-256 of the image's bytes, 64 hexadecimal digits");
            }
            if (blank(image.mediaType())) {
                throw refused(pointer + "/mediaType", "one of image/jpeg, image/png, image/tiff");
            }
            checkCount(pointer + "/operatorMarks", image.operatorMarks(), MOST_MARKS);
            containers += image.containers().size();
            if (containers > MOST_CONTAINERS) {
                throw refused(
                        pointer + "/containers",
                        "at most %d in all images of a scan, not %d".formatted(MOST_CONTAINERS, containers));
            }
            for (var j = 0; j < image.containers().size(); j++) {
                checkNumber(
                        pointer + "/containers/" + j + "/number",
                        image.containers().get(j).number());
            }
        }
    }

    private static void checkEquipment(Manifest manifest) {
        if (manifest.equipment().size() > MOST_CONTAINERS) {
            throw refused("/equipment", "a scan has at most %d containers".formatted(MOST_CONTAINERS));
        }
        for (var i = 0; i < manifest.equipment().size(); i++) {
            Equipment equipment = manifest.equipment().get(i);
            checkNumber("/equipment/" + i + "/number", equipment.number());
            checkCount("/equipment/" + i + "/seals", equipment.seals(), MOST_SEALS);
            checkMass("/equipment/" + i + "/tareKg", equipment.tareKg());
            checkMass("/equipment/" + i + "/vgmKg", equipment.vgmKg());
            checkMass("/equipment/" + i + "/weighbridgeKg", equipment.weighbridgeKg());
        }
    }

    private static void checkCount(String pointer, List<?> values, int most) {
        if (values.size() > most) {
            throw refused(pointer, "at most %d, not %d".formatted(most, values.size()));
        }
    }

    private static void checkMass(String pointer, @Nullable Double kilograms) {
        if (kilograms != null && !(kilograms >= 0 && kilograms <= 200_000)) {
            throw refused(pointer, "a mass in kilograms, 0 to 200000");
        }
    }

    private static void checkNumber(String pointer, @Nullable String number) {
        if (number == null) {
            return;
        }
        try {
            var unused = ContainerNumber.of(number);
        } catch (IllegalArgumentException e) {
            throw refused(pointer, e.getMessage() == null ? "not a container number" : e.getMessage());
        }
    }

    private static void checkPort(String pointer, @Nullable String code) {
        if (code == null) {
            return;
        }
        try {
            if (UnLocode.of(code).isKnown()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw refused(
                    pointer, "'" + shortened(code) + "' is not a UN/LOCODE: two letters, three letters or digits");
        }
        throw refused(
                pointer,
                "'" + code.toUpperCase(Locale.ROOT)
                        + "' is not among the ports this service knows; check it, or ask for it to be added");
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "..." : text;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static UploadRefused refused(String pointer, String reason) {
        return new UploadRefused(Kind.MANIFEST, pointer, reason);
    }
}
