package nl.bovenstrooms.ingest.scan;

import java.util.Map;
import java.util.UUID;

/**
 * What arrived, before anything of it is believed.
 *
 * @param manifest bytes of the manifest part
 * @param images the other parts, by name
 */
public record Upload(UUID scanId, String tenant, byte[] manifest, Map<String, ReceivedPart> images) {

    public Upload {
        images = Map.copyOf(images);
    }

    /** Bytes with the digest that was computed while they were read. */
    public record ReceivedPart(byte[] bytes, String sha256) {}
}
