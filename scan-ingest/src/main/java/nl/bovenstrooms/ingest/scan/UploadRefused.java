package nl.bovenstrooms.ingest.scan;

import org.jspecify.annotations.Nullable;

/** An upload is not taken. Nothing of it is kept. The sender is told which field, why, and what to do. */
public final class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, in kinds that a program on the other side can tell apart. */
    public enum Kind {
        /** The request is not the multipart message that is expected. */
        MALFORMED(400, "malformed-upload", "The upload is not complete"),
        /** The manifest is JSON of another shape, or has a value that can't be. */
        MANIFEST(422, "manifest-refused", "The manifest is not accepted"),
        /** The manifest has personal data that scoring doesn't need. */
        PERSONAL_DATA(422, "personal-data", "The manifest has personal data that must not be sent"),
        /** An image is damaged, too large, or not an image. */
        IMAGE(422, "image-refused", "An image is not accepted"),
        /** Bytes and digest disagree. */
        DIGEST(422, "digest-mismatch", "An image did not arrive as it was sent"),
        /** The id is in use for something else. */
        CONFLICT(409, "scan-id-in-use", "This scan id is in use for other content"),
        /** A correction does not fit the manifest that stands. */
        CORRECTION(409, "correction-does-not-fit", "The correction does not fit the manifest that stands"),
        TOO_LARGE(413, "too-large", "The upload is too large");

        private final int status;
        private final String name;
        private final String title;

        Kind(int status, String name, String title) {
            this.status = status;
            this.name = name;
            this.title = title;
        }

        public int status() {
            return status;
        }

        /** Last part of the problem's type. */
        public String problem() {
            return name;
        }

        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final @Nullable String field;

    /** @param field JSON pointer into the manifest, or the name of a part; null when it is the whole request */
    public UploadRefused(Kind kind, @Nullable String field, String reason) {
        super(reason);
        this.kind = kind;
        this.field = field;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String field() {
        return field;
    }
}
