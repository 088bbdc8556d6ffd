package nl.bovenstrooms.scoring.image;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The weights, loaded into PyTorch. */
public final class Network implements AutoCloseable {

    private final ModelCard card;
    private final ZooModel<float[], Answer> model;

    private Network(ModelCard card, ZooModel<float[], Answer> model) {
        this.card = card;
        this.model = model;
    }

    /** @throws ModelUnusable when PyTorch can't load the weights, or they don't do what the card says */
    public static Network load(ModelFiles files) {
        TorchSettings.apply();
        var card = files.card();
        try {
            var folder = Files.createTempDirectory("bovenstrooms-model");
            var weights = folder.resolve("network.pt");
            try {
                Files.write(weights, files.weights());
                return new Network(card, load(card, weights));
            } finally {
                Files.deleteIfExists(weights);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ModelUnusable(
                    "The model can't be unpacked into %s. Make room there, or set java.io.tmpdir to a writable folder."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    private static ZooModel<float[], Answer> load(ModelCard card, Path weights) throws IOException {
        try {
            return Criteria.builder()
                    .setTypes(float[].class, Answer.class)
                    .optModelPath(weights)
                    .optEngine("PyTorch")
                    .optTranslator(new AnswerTranslator(card))
                    .build()
                    .loadModel();
        } catch (ModelNotFoundException | MalformedModelException | EngineException e) {
            throw new ModelUnusable(
                    ("PyTorch can't load the weights %s, although they are complete. Make the model again with the training"
                                    + " command (docs/model-card.md).")
                            .formatted(card.weights()),
                    e);
        }
    }

    /**
     * A predictor of its own for each worker, since DJL promises no thread safety, and warmed: PyTorch optimises the graph in
     * its first passes, which take up to ten times as long.
     */
    public Predictor<float[], Answer> newPredictor() {
        var predictor = model.newPredictor();
        var empty = new float[WorkingView.PLANES * card.width() * card.height()];
        for (var pass = 0; pass < 3; pass++) {
            try {
                var answer = predictor.predict(empty);
                if (answer.map().length != card.mapColumns() * card.mapRows()
                        || answer.loadKinds().length != card.loadKinds().size()
                        || !answer.isFinite()) {
                    throw new ModelUnusable(
                            "The weights %s answer in another shape than %s says. Put back both files of one release."
                                    .formatted(card.weights(), ModelFiles.CARD));
                }
            } catch (TranslateException | EngineException e) {
                throw new ModelUnusable(
                        "The weights %s load, but fail on a picture of the size that %s says. Put back both files of one release."
                                .formatted(card.weights(), ModelFiles.CARD),
                        e);
            }
        }
        return predictor;
    }

    @Override
    public void close() {
        model.close();
    }

    private record AnswerTranslator(ModelCard card) implements NoBatchifyTranslator<float[], Answer> {

        @Override
        public NDList processInput(TranslatorContext context, float[] values) {
            var shape = new Shape(1, WorkingView.PLANES, card.height(), card.width());
            return new NDList(context.getNDManager().create(values, shape));
        }

        @Override
        public Answer processOutput(TranslatorContext context, NDList answers) {
            if (answers.size() != card.outputs().size()) {
                throw new IllegalArgumentException("the network gave %d answers, not %d"
                        .formatted(answers.size(), card.outputs().size()));
            }
            return new Answer(
                    answers.get(0).toFloatArray(),
                    answers.get(1).toFloatArray()[0],
                    answers.get(2).toFloatArray(),
                    answers.get(3).toFloatArray(),
                    answers.get(4).toFloatArray()[0],
                    answers.size() > 5 ? answers.get(5).toFloatArray()[0] : null,
                    answers.size() > 6 ? answers.get(6).toFloatArray()[0] : null);
        }
    }
}
