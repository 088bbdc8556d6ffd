package nl.bovenstrooms.scoring.image;

/** One worker's way through the network. For one thread at a time. */
public interface Predictor extends AutoCloseable {

    /**
     * @param values the planes of the input, each row by row
     * @throws ImageModelFailed when the engine fails, or answers with something that is no number
     */
    Answer predict(float[] values);

    @Override
    void close();
}
