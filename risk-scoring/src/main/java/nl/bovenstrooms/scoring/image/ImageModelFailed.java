package nl.bovenstrooms.scoring.image;

/** The network could not look at a container this time. The picture is not to blame: trying again can help. */
public final class ImageModelFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageModelFailed(String message) {
        super(message);
    }

    public ImageModelFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
