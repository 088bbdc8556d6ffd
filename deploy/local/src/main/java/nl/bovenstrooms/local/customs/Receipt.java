package nl.bovenstrooms.local.customs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The proof that a scan is durable on the other side.
 *
 * @param repeated whether the other side had it already
 * @param flags what it found odd and took all the same
 */
public record Receipt(
        UUID scanId,
        String caseReference,
        String receivedAt,
        String contentDigest,
        List<String> flags,
        boolean repeated) {
    public Receipt {
        flags = List.copyOf(flags);
    }

    /** @throws NotWhatWasSent if the receipt is for other bytes than the upload's */
    static Receipt checked(JsonNode json, Upload upload, boolean repeated) {
        var sent = new TreeMap<String, String>();
        upload.parts().forEach(part -> sent.put(part.name(), Digest.of(part.bytes())));
        var received = new TreeMap<String, String>();
        json.path("images")
                .forEach(image -> received.put(
                        image.path("part").asText(), image.path("sha256").asText()));
        var scanId = json.path("scanId").asText();
        if (!scanId.equals(upload.scanId().toString()) || !received.equals(sent)) {
            throw new NotWhatWasSent("The receipt is for scan %s with %s; sent was %s with %s"
                    .formatted(scanId, received, upload.scanId(), sent));
        }
        return new Receipt(
                upload.scanId(),
                json.path("caseReference").asText(),
                json.path("receivedAt").asText(),
                json.path("contentDigest").asText(),
                StreamSupport.stream(json.path("flags").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                repeated);
    }

    /** The other side confirms something else than what was sent. */
    public static final class NotWhatWasSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWhatWasSent(String message) {
            super(message);
        }
    }
}
