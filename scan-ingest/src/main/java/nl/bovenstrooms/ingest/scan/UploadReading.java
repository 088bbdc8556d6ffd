package nl.bovenstrooms.ingest.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.ingest.image.ImageLimits;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** From a multipart message to an upload: each part is read once, and its digest computed on the way. */
@ApplicationScoped
class UploadReading {

    private static final String MANIFEST = "manifest";

    private final UploadLimits limits;
    private final ImageLimits imageLimits;

    @Inject
    UploadReading(UploadLimits limits, ImageLimits imageLimits) {
        this.limits = limits;
        this.imageLimits = imageLimits;
    }

    Upload read(UUID scanId, String tenant, MultipartFormDataInput message) {
        if (message.getValues().size() > limits.parts()) {
            throw new UploadRefused(Kind.MALFORMED, null, "at most %d parts".formatted(limits.parts()));
        }
        Map<String, Upload.ReceivedPart> images = new HashMap<>();
        byte[] manifest = null;
        for (var entry : message.getValues().entrySet()) {
            if (entry.getValue().size() != 1) {
                throw new UploadRefused(Kind.MALFORMED, entry.getKey(), "this part is there more than once");
            }
            var value = entry.getValue().iterator().next();
            if (entry.getKey().equals(MANIFEST)) {
                manifest = part(value, limits.manifestBytes(), MANIFEST).bytes();
                continue;
            }
            if (!value.isFileItem()) {
                throw new UploadRefused(
                        Kind.MALFORMED, entry.getKey(), "an image part has a file name or the media type of an image");
            }
            images.put(entry.getKey(), part(value, imageLimits.bytes(), entry.getKey()));
        }
        if (manifest == null) {
            throw new UploadRefused(Kind.MALFORMED, MANIFEST, "the part 'manifest' with the JSON is missing");
        }
        return new Upload(scanId, tenant, manifest, images);
    }

    private static Upload.ReceivedPart part(FormValue value, int most, String name) {
        try (InputStream stream = open(value);
                var digesting = new DigestInputStream(stream, Digests.sha256())) {
            var bytes = digesting.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UploadRefused(Kind.TOO_LARGE, name, "at most %d bytes".formatted(most));
            }
            return new Upload.ReceivedPart(
                    bytes, Digests.hex(digesting.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(FormValue value) throws IOException {
        return value.isFileItem()
                ? value.getFileItem().getInputStream()
                : new java.io.ByteArrayInputStream(value.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
