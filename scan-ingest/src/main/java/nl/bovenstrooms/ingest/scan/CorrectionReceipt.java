package nl.bovenstrooms.ingest.scan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The proof that a correction is durable here. The same correction gives the same receipt, whenever it is repeated.
 *
 * @param messageId of the manifest that now stands
 * @param manifestDigest SHA-256 of the manifest as received
 * @param flags what is odd about the scan with this manifest, and accepted all the same
 */
public record CorrectionReceipt(
        UUID scanId,
        String caseReference,
        UUID messageId,
        OffsetDateTime receivedAt,
        String manifestDigest,
        List<String> flags) {

    public CorrectionReceipt {
        flags = List.copyOf(flags);
    }
}
