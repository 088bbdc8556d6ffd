package nl.bovenstrooms.imagestore;

/** The store can't be reached, is full, or refuses us: worth a retry, and nothing was stored half. */
public final class ImageStoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageStoreUnavailable(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
