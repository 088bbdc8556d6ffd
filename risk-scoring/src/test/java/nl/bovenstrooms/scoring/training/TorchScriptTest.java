package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoopTranslator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.bovenstrooms.scoring.image.TorchSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void settings() {
        TorchSettings.apply();
    }

    @Test
    void theExportAnswersLikeTheTrainedGraph() throws Exception {
        try (var assembling = trained()) {
            export(assembling, "network.pt");
            var model = assembling.model();
            try (var manager = model.getNDManager().newSubManager();
                    var exported = criteria().loadModel();
                    Predictor<NDList, NDList> script = exported.newPredictor();
                    Predictor<NDList, NDList> graph = model.newPredictor(new NoopTranslator())) {
                var input = new NDList(manager.randomUniform(0, 3, new Shape(1, 3, 384, 1024)));
                var expected = graph.predict(input);
                var answers = script.predict(input);
                assertThat(answers).hasSize(7);
                for (var index = 0; index < answers.size(); index++) {
                    assertThat(answers.get(index).getShape())
                            .isEqualTo(expected.get(index).getShape());
                    assertThat(difference(answers.get(index), expected.get(index)))
                            .isLessThan(1e-4f);
                }
            }
        }
    }

    @Test
    void theSameWeightsGiveTheSameBytes() throws Exception {
        try (var assembling = trained()) {
            export(assembling, "one.pt");
            export(assembling, "two.pt");
        }
        assertThat(folder.resolve("one.pt")).hasSameBinaryContentAs(folder.resolve("two.pt"));
    }

    @Test
    void theSameSeedLearnsTheSame() throws Exception {
        for (var name : new String[] {"first.pt", "again.pt"}) {
            try (var assembling = trained()) {
                export(assembling, name);
            }
        }
        assertThat(folder.resolve("first.pt")).hasSameBinaryContentAs(folder.resolve("again.pt"));
    }

    /** A step of each lesson, so that the normalisations that are folded have something in them. */
    private Assembling trained() throws Exception {
        var assembling = new Assembling(SyntheticCrops.loadKinds().size());
        try (var detail = new DetailLesson(3, 0, 1, SyntheticCrops.ofKnownScanners(1));
                var context = new ContextLesson(3, 0, 1, SyntheticCrops.atHalfScale())) {
            learnOneStep(detail, "detail.params");
            learnOneStep(context, "context.params");
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

    private void export(Assembling assembling, String name) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            TorchScript.write(assembling.network(), out);
        }
    }

    private Criteria<NDList, NDList> criteria() {
        return Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(folder.resolve("network.pt"))
                .optEngine("PyTorch")
                .optTranslator(new NoopTranslator())
                .build();
    }

    private static float difference(NDArray one, NDArray other) {
        return one.sub(other).abs().max().getFloat();
    }
}
