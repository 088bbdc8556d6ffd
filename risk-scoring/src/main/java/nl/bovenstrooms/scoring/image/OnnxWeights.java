package nl.bovenstrooms.scoring.image;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An ONNX file in ONNX Runtime. */
final class OnnxWeights implements LoadedWeights {

    private final ModelCard card;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxWeights(ModelCard card, OrtEnvironment environment, OrtSession session) {
        this.card = card;
        this.environment = environment;
        this.session = session;
    }

    static OnnxWeights load(ModelFiles files) {
        try {
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            var weights = new OnnxWeights(files.card(), environment, session(environment, files));
            try {
                weights.requireItsNames(files);
                return weights;
            } catch (ModelUnusable e) {
                weights.close();
                throw e;
            }
        } catch (OrtException e) {
            throw ModelUnusable.notLoadable("ONNX Runtime", files, e);
        }
    }

    /** One thread per picture, as in {@link TorchSettings}; the caller's own, and none that spins while it waits. */
    private static OrtSession session(OrtEnvironment environment, ModelFiles files) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(files.weights(), options);
        }
    }

    private void requireItsNames(ModelFiles files) {
        if (session.getInputNames().size() != 1) {
            throw new ModelUnusable("The weights %s want %d inputs, and this release gives one. %s"
                    .formatted(files.weightsName(), session.getInputNames().size(), ModelFiles.ADVICE));
        }
        if (!session.getOutputNames().containsAll(card.outputs())) {
            throw new ModelUnusable("The weights %s name their outputs %s, and %s says %s. %s"
                    .formatted(
                            files.weightsName(),
                            session.getOutputNames(),
                            ModelFiles.CARD,
                            card.outputs(),
                            ModelFiles.ADVICE));
        }
    }

    @Override
    public Pass newPass() {
        var shape = new long[] {1, WorkingView.PLANES, card.height(), card.width()};
        var input = ByteBuffer.allocateDirect(WorkingView.PLANES * card.height() * card.width() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try {
            return new OnnxPass(input, OnnxTensor.createTensor(environment, input, shape));
        } catch (OrtException e) {
            throw new ImageModelFailed("ONNX Runtime has no room for a picture", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session that was loaded can be closed", e);
        }
    }

    /** The tensor lies over the buffer: what is put there is what the network sees. */
    private final class OnnxPass implements Pass {

        private final FloatBuffer input;
        private final OnnxTensor tensor;
        private final Map<String, OnnxTensor> inputs;
        private final Set<String> outputs = new LinkedHashSet<>(card.outputs());

        private OnnxPass(FloatBuffer input, OnnxTensor tensor) {
            this.input = input;
            this.tensor = tensor;
            inputs = Map.of(session.getInputNames().iterator().next(), tensor);
        }

        @Override
        public float[][] through(float[] values) {
            input.put(0, values);
            try (var result = session.run(inputs, outputs)) {
                var answers = new float[outputs.size()][];
                for (var index = 0; index < answers.length; index++) {
                    answers[index] = floats(result.get(index));
                }
                return answers;
            } catch (OrtException e) {
                throw new ImageModelFailed("ONNX Runtime failed", e);
            }
        }

        @Override
        public void close() {
            tensor.close();
        }
    }

    private static float[] floats(ai.onnxruntime.OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor) || tensor.getFloatBuffer() == null) {
            throw new ImageModelFailed("an answer is no array of floats: " + value.getInfo());
        }
        var buffer = tensor.getFloatBuffer();
        var floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }
}
