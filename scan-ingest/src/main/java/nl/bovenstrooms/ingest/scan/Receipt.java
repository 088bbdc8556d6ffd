package nl.bovenstrooms.ingest.scan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The proof that a scan is durable here. The same upload gives the same receipt, whenever it is repeated.
 *
 * @param contentDigest SHA-256 over the digests of manifest and images
 * @param flags what was odd and accepted all the same
 */
public record Receipt(
        UUID scanId,
        String caseReference,
        OffsetDateTime receivedAt,
        String contentDigest,
        List<ReceivedImage> images,
        List<String> flags) {

    public Receipt {
        images = List.copyOf(images);
        flags = List.copyOf(flags);
    }

    /** What the server computed of an image. */
    public record ReceivedImage(String part, String sha256, long bytes) {}
}
