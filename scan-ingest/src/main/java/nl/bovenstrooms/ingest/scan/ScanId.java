package nl.bovenstrooms.ingest.scan;

import java.util.UUID;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;

/** The id in the path, which the sender made. */
public final class ScanId {

    private ScanId() {}

    /** @throws UploadRefused when it is not a UUID; one that is short of digits is taken by {@code fromString}, but not here */
    public static UUID of(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new UploadRefused(Kind.MALFORMED, "scanId", "a UUID, for example 7c1b8b54-5f6a-4c38-9a57-3f3c0a6d2e11");
    }
}
