package nl.bovenstrooms.ingest.image;

/** These bytes are not taken as an image; the message tells the sender why and what would be taken. */
public final class ImageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageRefused(String reason) {
        super(reason);
    }

    public ImageRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
