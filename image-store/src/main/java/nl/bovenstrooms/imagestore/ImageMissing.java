package nl.bovenstrooms.imagestore;

/** There is nothing under this key. */
public final class ImageMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageMissing(String key) {
        super("the image store has nothing under '" + key + "'");
    }
}
