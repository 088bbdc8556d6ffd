package nl.bovenstrooms.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A source country's system: writes its multipart messages by hand, so that it can also write wrong ones. */
public final class CustomsClient {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final String BOUNDARY = "----bovenstrooms-test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    public CustomsClient(String token) {
        this.token = token;
    }

    /** An answer with its JSON, which is missing when there is no body. */
    public record Answer(int status, String mediaType, JsonNode json, HttpResponse<String> response) {}

    /** A message under construction: a manifest that names one JPEG, to be changed at will. */
    public static final class Message {
        public final ObjectNode manifest;
        public final Map<String, Part> parts = new LinkedHashMap<>();

        private Message(ObjectNode manifest) {
            this.manifest = manifest;
        }

        /** A whole and correct manifest without images. */
        public static Message withoutImages() {
            try (var example = CustomsClient.class.getResourceAsStream("manifest.json")) {
                return new Message((ObjectNode) JSON.readTree(example));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public static Message of(String mediaType, byte[] image) {
            return withoutImages().image("image-1", "PRIMARY", mediaType, image);
        }

        /** Adds an image and names it in the manifest with its true digest. */
        public Message image(String part, String role, String mediaType, byte[] bytes) {
            var image = manifest.withObject("/scan").withArray("images").addObject();
            image.put("part", part)
                    .put("role", role)
                    .put("mediaType", mediaType)
                    .put("sha256", sha256(bytes));
            image.putArray("operatorMarks");
            image.putArray("containers").addObject().put("number", "MSCU1234566");
            parts.put(part, new Part(mediaType, bytes));
            return this;
        }

        public byte[] body() {
            return body(manifest.toString().getBytes(StandardCharsets.UTF_8));
        }

        byte[] body(byte[] manifestBytes) {
            var out = new ByteArrayOutputStream();
            write(out, "manifest", new Part("application/json", manifestBytes));
            return finished(out);
        }

        public byte[] bodyWithoutManifest() {
            return finished(new ByteArrayOutputStream());
        }

        private byte[] finished(ByteArrayOutputStream out) {
            parts.forEach((name, part) -> write(out, name, part));
            out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return out.toByteArray();
        }
    }

    public record Part(String mediaType, byte[] bytes) {}

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer put(UUID scanId, Message message) {
        return put(scanId.toString(), message.body());
    }

    /** As {@link #put(UUID, Message)}, with a manifest that is not what the message says. */
    public Answer put(UUID scanId, Message message, byte[] manifestBytes) {
        return put(scanId.toString(), message.body(manifestBytes));
    }

    public Answer put(String scanId, byte[] body) {
        return put(scanId, body, "multipart/form-data; boundary=" + BOUNDARY);
    }

    public Answer put(String scanId, byte[] body, String contentType) {
        return send(request("/v1/scans/" + scanId)
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Sends a correction. */
    public Answer putManifest(UUID scanId, byte[] manifest) {
        return send(request("/v1/scans/" + scanId + "/manifest")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest))
                .build());
    }

    public Answer get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var mediaType = response.headers().firstValue("Content-Type").orElse("");
            var json = mediaType.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
            return new Answer(response.statusCode(), mediaType, json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(ByteArrayOutputStream out, String name, Part part) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + name + "\"\r\nContent-Type: " + part.mediaType() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(part.bytes());
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
