package nl.bovenstrooms.local.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.customs.Digest;
import nl.bovenstrooms.local.customs.Upload;
import org.jspecify.annotations.Nullable;

/** A manifest on its way to be complete. What the user wrote stays as it is; only what is missing is filled in. */
final class ManifestDraft {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode manifest;

    private ManifestDraft(ObjectNode manifest) {
        this.manifest = manifest;
    }

    /**
     * What a person knows without a manifest.
     *
     * @param containers numbers, from the tractor to the rear
     * @param port UN/LOCODE of the place of the scanner
     * @param discharge UN/LOCODE of the port where the containers leave the ship
     * @param direction EXPORT, IMPORT or TRANSIT
     */
    record Facts(
            List<String> containers,
            @Nullable String port,
            @Nullable String discharge,
            String direction) {
        Facts {
            containers = List.copyOf(containers);
        }
    }

    static ManifestDraft empty() {
        return new ManifestDraft(JSON.createObjectNode());
    }

    /** @throws CannotStart if the file can't be read or is no JSON object */
    static ManifestDraft in(Path file) {
        try {
            return of(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            throw new CannotStart("The manifest %s can't be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    static ManifestDraft of(byte[] json, String name) throws IOException {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return new ManifestDraft(object);
            }
        } catch (JsonProcessingException wrong) {
            var place = wrong.getLocation();
            throw new CannotStart(
                    "The manifest %s is not JSON, at line %d, column %d: %s"
                            .formatted(name, place.getLineNr(), place.getColumnNr(), wrong.getOriginalMessage()),
                    wrong);
        }
        throw new CannotStart("The manifest %s is not a JSON object: it begins with { and ends with }".formatted(name));
    }

    /** The numbers that are declared, wherever. */
    List<String> containers() {
        var numbers = new ArrayList<String>();
        manifest.path("equipment")
                .forEach(equipment -> numbers.add(equipment.path("number").asText("")));
        return numbers;
    }

    /** @param authority who sends, where the manifest does not say */
    ManifestDraft fill(Facts facts, String authority, UUID messageId, OffsetDateTime now) {
        var sender = object(manifest, "sender");
        var scan = object(manifest, "scan");
        put(manifest, "messageId", messageId.toString());
        put(sender, "authority", authority);
        put(sender, "system", "bovenstrooms send");
        put(scan, "occurredAt", now.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        put(scan, "direction", facts.direction());
        if (facts.port() != null) {
            put(object(sender, "facility"), "unlocode", facts.port());
            if (scan.path("direction").asText().equals("EXPORT")) {
                put(object(manifest, "transport"), "portOfLoading", facts.port());
            }
        }
        if (facts.discharge() != null) {
            put(object(manifest, "transport"), "portOfDischarge", facts.discharge());
        }
        if (!facts.containers().isEmpty() && isMissing(manifest.path("equipment"))) {
            var equipment = manifest.putArray("equipment");
            facts.containers()
                    .forEach(number ->
                            equipment.addObject().put("number", number).put("numberSource", "MANUAL"));
        }
        return this;
    }

    /**
     * Names the pictures and their digests.
     *
     * @return the parts to send, in the order of the pictures
     * @throws CannotStart if the manifest speaks of more pictures than there are
     */
    List<Upload.Part> name(List<Picture> pictures) {
        var images = array(object(manifest, "scan"), "images");
        if (images.size() > pictures.size()) {
            throw new CannotStart(
                    "The manifest names %d images, but %d were given. Give a file for each, in the same order."
                            .formatted(images.size(), pictures.size()));
        }
        var parts = new ArrayList<Upload.Part>();
        for (var index = 0; index < pictures.size(); index++) {
            var picture = pictures.get(index);
            var image = index < images.size() && images.get(index) instanceof ObjectNode known
                    ? known
                    : images.insertObject(index);
            put(image, "part", "image-" + (index + 1));
            put(image, "role", picture.role());
            put(image, "mediaType", picture.mediaType());
            put(image, "sha256", Digest.of(picture.bytes()));
            if (isMissing(image.path("containers"))) {
                var containers = image.putArray("containers");
                containers().forEach(number -> containers.addObject().put("number", number));
            }
            parts.add(picture.asPart(
                    image.path("part").asText(), image.path("mediaType").asText()));
        }
        return parts;
    }

    /** What stands at this place, for a message about it; empty when there is nothing. */
    String at(String pointer) {
        return pointer.startsWith("/") ? manifest.at(pointer).toString() : "";
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For people. */
    String text() {
        return manifest.toPrettyString();
    }

    private static void put(ObjectNode object, String field, String value) {
        if (isMissing(object.path(field))) {
            object.put(field, value);
        }
    }

    private static ObjectNode object(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode known ? known : parent.putObject(field);
    }

    private static ArrayNode array(ObjectNode parent, String field) {
        return parent.get(field) instanceof ArrayNode known ? known : parent.putArray(field);
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
