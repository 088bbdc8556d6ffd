package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoopTranslator;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.scoring.image.TorchSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptTest {

    private static final int BATCH = 4;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;

    @TempDir
    private Path folder;

    @BeforeAll
    static void settings() {
        TorchSettings.apply();
    }

    @Test
    void theExportAnswersLikeTheTrainedGraph() throws Exception {
        var batch = batch();
        try (var trainer = new Trainer(7, 10, 3, batch, null, 0)) {
            // A few steps, so that the normalisations that are folded have something in them.
            for (var step = 0; step < 5; step++) {
                trainer.step(batch);
            }
            trainer.save(folder.resolve("network.params"));
            trainer.export(folder.resolve("network.pt"));
        }
        var network = new ContainerNetwork(7);
        try (var model = Model.newInstance("graph", "PyTorch")) {
            try (var in = new java.io.DataInputStream(Files.newInputStream(folder.resolve("network.params")))) {
                network.loadParameters(model.getNDManager(), in);
            }
            model.setBlock(network);
            network.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 3, 384, 1024));
            try (var manager = model.getNDManager().newSubManager();
                    var exported = criteria().loadModel();
                    Predictor<NDList, NDList> script = exported.newPredictor();
                    Predictor<NDList, NDList> graph = model.newPredictor(new NoopTranslator())) {
                var input = new NDList(manager.randomUniform(0, 3, new Shape(1, 3, 384, 1024)));
                var expected = graph.predict(input);
                var answers = script.predict(input);
                assertThat(answers).hasSize(5);
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
        try (var trainer = new Trainer(7, 10, 3, batch(), null, 0)) {
            trainer.step(batch());
            trainer.export(folder.resolve("one.pt"));
            trainer.export(folder.resolve("two.pt"));
        }
        assertThat(folder.resolve("one.pt")).hasSameBinaryContentAs(folder.resolve("two.pt"));
    }

    @Test
    void theSameSeedLearnsTheSame() throws Exception {
        var first = new ByteArrayOutputStream();
        for (var run = 0; run < 2; run++) {
            try (var trainer = new Trainer(7, 10, 3, batch(), null, 0)) {
                trainer.step(batch());
                trainer.export(folder.resolve("again.pt"));
            }
            if (run == 0) {
                first.writeBytes(Files.readAllBytes(folder.resolve("again.pt")));
            }
        }
        assertThat(folder.resolve("again.pt")).hasBinaryContent(first.toByteArray());
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

    private static Batch batch() {
        var batch = new Batch(BATCH, WIDTH, HEIGHT, 7);
        var random = new java.util.Random(1);
        for (var index = 0; index < batch.input.length; index++) {
            batch.input[index] = 3 * random.nextFloat();
        }
        for (var place = 0; place < BATCH; place++) {
            batch.threat[place] = place % 2;
            batch.loadKind[place * 7 + place] = 1;
            batch.fill[place] = 0.5f;
        }
        return batch;
    }
}
