package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoopTranslator;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.TorchSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportingTest {

    private static final Shape SHAPE = new Shape(1, 3, 384, 1024);

    @TempDir
    private Path folder;

    @BeforeAll
    static void settings() {
        TorchSettings.apply();
    }

    @Test
    void bothExportsAnswerLikeTheTrainedNetwork() throws Exception {
        try (var assembling = trained(false)) {
            Exporting.write(assembling.network(), folder);
            var model = assembling.model();
            try (var manager = model.getNDManager().newSubManager();
                    Predictor<NDList, NDList> trained = model.newPredictor(new NoopTranslator())) {
                var input = manager.randomUniform(0, 3, SHAPE);
                var expected = trained.predict(new NDList(input)).stream()
                        .map(NDArray::toFloatArray)
                        .toList();
                assertThat(expected).hasSameSizeAs(ModelCard.OUTPUTS);
                assertSame(throughPyTorch(input), expected);
                assertSame(throughOnnxRuntime(input), expected);
            }
        }
    }

    @Test
    void theSameSeedLearnsTheSameWhateverIsCollectedMeanwhileAndTheSameWeightsGiveTheSameBytes() throws Exception {
        try (var assembling = trained(false)) {
            Exporting.write(assembling.network(), Files.createDirectory(folder.resolve("first")));
        }
        try (var assembling = trained(true)) {
            Exporting.write(assembling.network(), Files.createDirectory(folder.resolve("again")));
        }
        for (var name : new String[] {Learning.WEIGHTS, Learning.ONNX}) {
            assertThat(folder.resolve("again").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
    }

    @Test
    void aNetworkThatWasKeptAnswersNearlyTheSame() throws Exception {
        var kept = folder.resolve(Learning.PARAMETERS);
        try (var assembling = trained(false);
                var again = new Assembling(SyntheticCrops.loadKinds().size());
                var manager = assembling.model().getNDManager().newSubManager()) {
            assembling.keepWhole(kept);
            again.takeWhole(kept);
            var input = manager.randomUniform(0, 3, SHAPE);
            var expected = answers(assembling, input);
            var answers = answers(again, input);
            for (var index = 0; index < expected.size(); index++) {
                // Three digits of each weight are kept.
                var largest = manager.create(expected.get(index)).abs().max().getFloat();
                assertThat(answers.get(index)).containsExactly(expected.get(index), within(0.01f * largest + 0.01f));
            }
        }
    }

    @Test
    void whatIsNoNetworkIsNotTakenOver() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.params"), "nothing of the kind");
        try (var assembling = new Assembling(SyntheticCrops.loadKinds().size())) {
            assertThatThrownBy(() -> assembling.takeWhole(broken)).isInstanceOf(IOException.class);
        }
    }

    private static List<float[]> answers(Assembling assembling, NDArray input) throws Exception {
        try (Predictor<NDList, NDList> predictor = assembling.model().newPredictor(new NoopTranslator())) {
            return predictor.predict(new NDList(input)).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    /** A step of each lesson, so that the normalisations that are folded have something in them. */
    private Assembling trained(boolean disturbed) throws Exception {
        var assembling = new Assembling(SyntheticCrops.loadKinds().size());
        try (var detail = new DetailLesson(3, 0, 1, SyntheticCrops.ofKnownScanners(1));
                var context = new ContextLesson(3, 0, 1, SyntheticCrops.atHalfScale())) {
            learnOneStep(disturbed ? new Disturbed<>(detail) : detail, "detail.params");
            learnOneStep(disturbed ? new Disturbed<>(context) : context, "context.params");
        }
        assembling.takeParts(folder.resolve("detail.params"), folder.resolve("context.params"));
        var judgement = new float[ContainerNetwork.EVIDENCE + 1];
        Arrays.fill(judgement, 0.01f);
        assembling.takeJudgement(judgement);
        return assembling;
    }

    private <B> void learnOneStep(Lesson<B> lesson, String weights) throws Exception {
        try (var trainer = new Trainer<>(lesson, 10, 3, null, 0, false)) {
            trainer.step();
            trainer.save(folder.resolve(weights));
        }
    }

    private List<float[]> throughPyTorch(NDArray input) throws Exception {
        var criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(folder.resolve(Learning.WEIGHTS))
                .optEngine("PyTorch")
                .optTranslator(new NoopTranslator())
                .build();
        try (var exported = criteria.loadModel();
                var predictor = exported.newPredictor()) {
            return predictor.predict(new NDList(input)).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    private List<float[]> throughOnnxRuntime(NDArray input) throws Exception {
        var environment = OrtEnvironment.getEnvironment();
        try (var session =
                        environment.createSession(folder.resolve(Learning.ONNX).toString());
                var tensor = OnnxTensor.createTensor(
                        environment,
                        FloatBuffer.wrap(input.toFloatArray()),
                        input.getShape().getShape());
                var result = session.run(Map.of(Graph.INPUT, tensor), new LinkedHashSet<>(ModelCard.OUTPUTS))) {
            return ModelCard.OUTPUTS.stream()
                    .map(name -> ((OnnxTensor) result.get(name).orElseThrow())
                            .getFloatBuffer()
                            .array())
                    .toList();
        }
    }

    private static void assertSame(List<float[]> answers, List<float[]> expected) {
        assertThat(answers).hasSameSizeAs(expected);
        for (var index = 0; index < answers.size(); index++) {
            assertThat(answers.get(index)).containsExactly(expected.get(index), within(1e-4f));
        }
    }
}
