package nl.bovenstrooms.scoring.image;

/** The weights, loaded into the engine that their files were chosen for. */
public final class Network implements AutoCloseable {

    private static final int WARMING_PASSES = 3;

    private final ModelFiles files;
    private final LoadedWeights weights;

    private Network(ModelFiles files, LoadedWeights weights) {
        this.files = files;
        this.weights = weights;
    }

    /** @throws ModelUnusable when the engine can't load the weights */
    public static Network load(ModelFiles files) {
        return new Network(
                files,
                switch (files.engine()) {
                    case PYTORCH -> TorchWeights.load(files);
                    case ONNX_RUNTIME -> OnnxWeights.load(files);
                });
    }

    /**
     * A predictor of its own for each worker, since DJL promises no thread safety, and warmed: PyTorch optimises the graph in
     * its first passes, which take up to ten times as long.
     *
     * @throws ModelUnusable when the weights don't do what the card says
     */
    public Predictor newPredictor() {
        var card = files.card();
        var predictor = new CheckedPredictor(card, weights.newPass());
        var empty = new float[WorkingView.PLANES * card.width() * card.height()];
        try {
            for (var pass = 0; pass < WARMING_PASSES; pass++) {
                predictor.predict(empty);
            }
            return predictor;
        } catch (ImageModelFailed e) {
            predictor.close();
            throw new ModelUnusable(
                    "The weights %s don't do what %s says: on an empty picture of %d x %d, %s. %s"
                            .formatted(
                                    files.weightsName(),
                                    ModelFiles.CARD,
                                    card.width(),
                                    card.height(),
                                    e.getMessage(),
                                    ModelFiles.ADVICE),
                    e);
        }
    }

    @Override
    public void close() {
        weights.close();
    }

    private record CheckedPredictor(ModelCard card, LoadedWeights.Pass pass) implements Predictor {

        @Override
        public Answer predict(float[] values) {
            return Answer.of(pass.through(values), card);
        }

        @Override
        public void close() {
            pass.close();
        }
    }
}
