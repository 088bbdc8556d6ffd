package nl.bovenstrooms.scoring.image;

/** Weights in the memory of an engine. */
interface LoadedWeights extends AutoCloseable {

    /** For one thread; has to be closed before these weights are. */
    Pass newPass();

    @Override
    void close();

    /** From the planes of the input to the arrays of the answer. */
    interface Pass extends AutoCloseable {

        /**
         * @return in the order of {@link ModelCard#outputs}
         * @throws ImageModelFailed when the engine fails
         */
        float[][] through(float[] values);

        @Override
        void close();
    }
}
