package nl.bovenstrooms.local.customs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A scan as it is sent.
 *
 * @param manifest JSON, with the digest of each part
 * @param parts the images, under the names that the manifest gives them
 */
public record Upload(UUID scanId, byte[] manifest, List<Part> parts) {
    private static final String BOUNDARY = "bovenstrooms-7c2e9b51d04f";

    public Upload {
        parts = List.copyOf(parts);
    }

    /** An image as a file. */
    public record Part(String name, String mediaType, byte[] bytes) {}

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
        var body = new ByteArrayOutputStream();
        write(body, new Part("manifest", "application/json", manifest));
        parts.forEach(part -> write(body, part));
        body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, Part part) {
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name()
                + "\"; filename=\"" + part.name() + "\"\r\nContent-Type: " + part.mediaType() + "\r\n\r\n"));
        body.writeBytes(part.bytes());
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
