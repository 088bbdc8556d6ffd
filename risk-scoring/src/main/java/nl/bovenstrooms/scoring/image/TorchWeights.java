package nl.bovenstrooms.scoring.image;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A TorchScript archive in PyTorch. */
final class TorchWeights implements LoadedWeights {

    private final ModelCard card;
    private final ZooModel<NDList, NDList> model;

    private TorchWeights(ModelCard card, ZooModel<NDList, NDList> model) {
        this.card = card;
        this.model = model;
    }

    static TorchWeights load(ModelFiles files) {
        TorchSettings.apply();
        try {
            var folder = Files.createTempDirectory("bovenstrooms-model");
            var weights = folder.resolve("network.pt");
            try {
                Files.write(weights, files.weights());
                return new TorchWeights(files.card(), load(weights));
            } finally {
                Files.deleteIfExists(weights);
                Files.delete(folder);
            }
        } catch (ModelNotFoundException | MalformedModelException | EngineException e) {
            throw ModelUnusable.notLoadable("PyTorch", files, e);
        } catch (IOException e) {
            throw new ModelUnusable(
                    "The model can't be unpacked into %s. Make room there, or set java.io.tmpdir to a writable folder."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    private static ZooModel<NDList, NDList> load(Path weights)
            throws IOException, ModelNotFoundException, MalformedModelException {
        return Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(weights)
                .optEngine("PyTorch")
                .build()
                .loadModel();
    }

    @Override
    public Pass newPass() {
        var predictor = model.newPredictor(new ToAndFromArrays(card));
        return new Pass() {
            @Override
            public float[][] through(float[] values) {
                try {
                    return predictor.predict(values);
                } catch (TranslateException | EngineException e) {
                    throw new ImageModelFailed("PyTorch failed", e);
                }
            }

            @Override
            public void close() {
                predictor.close();
            }
        };
    }

    @Override
    public void close() {
        model.close();
    }

    /** One buffer outside the heap serves all pictures of a worker: one for each would stay until the next collection. */
    private static final class ToAndFromArrays implements NoBatchifyTranslator<float[], float[][]> {

        private final Shape shape;
        private final ByteBuffer input;

        private ToAndFromArrays(ModelCard card) {
            shape = new Shape(1, WorkingView.PLANES, card.height(), card.width());
            input = ByteBuffer.allocateDirect(Math.toIntExact(shape.size()) * Float.BYTES)
                    .order(ByteOrder.nativeOrder());
        }

        @Override
        public NDList processInput(TranslatorContext context, float[] values) {
            input.asFloatBuffer().put(values);
            return new NDList(context.getNDManager().create(input, shape, DataType.FLOAT32));
        }

        @Override
        public float[][] processOutput(TranslatorContext context, NDList answers) {
            return answers.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
        }
    }
}
