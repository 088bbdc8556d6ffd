package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.manifest.Manifest;

/**
 * One vehicle through one scanner, as it is uploaded, and what is true of it.
 *
 * @param scanId chosen by the source
 * @param authority the tenant that sends it, such as {@code BR-RFB}
 * @param manifestJson the manifest part of the upload
 * @param images the image parts of the upload, in the order of the manifest
 */
public record Passage(
        UUID scanId,
        String authority,
        Manifest manifest,
        @SuppressWarnings("ArrayRecordComponent") byte[] manifestJson,
        List<ImageFile> images,
        Truth truth) {

    public Passage {
        images = List.copyOf(images);
    }

    /**
     * @param part name of the multipart part
     * @param role as the manifest has it: {@code PRIMARY}, {@code LOW_ENERGY} or {@code SECOND_VIEW}
     * @param mediaType such as {@code image/jpeg}
     * @param sha256 of the bytes, 64 hexadecimal digits
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by its digest
    public record ImageFile(String part, String role, String mediaType, byte[] bytes, String sha256) {

        /** File name ending without the dot. */
        public String extension() {
            return mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
        }
    }
}
