package nl.bovenstrooms.scoring.image;

/** The model files are missing, damaged or do not belong together. The message says what to do about it. */
public final class ModelUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelUnusable(String message) {
        super(message);
    }

    public ModelUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    static ModelUnusable notLoadable(String engine, ModelFiles files, Throwable cause) {
        return new ModelUnusable(
                "%s can't load the weights %s, although they are the ones that %s describes. %s"
                        .formatted(engine, files.weightsName(), ModelFiles.CARD, ModelFiles.ADVICE),
                cause);
    }
}
