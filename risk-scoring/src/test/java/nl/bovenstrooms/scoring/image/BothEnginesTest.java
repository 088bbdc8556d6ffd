package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import nl.bovenstrooms.scoring.training.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model of one's own, and what is told when its files are not right; the same for either engine. */
class BothEnginesTest {

    private static final float TOLERANCE = 1e-4f;

    @TempDir
    private Path folder;

    @Test
    void theEnginesAgreeOnAModelOfOnesOwn() {
        TinyModels.write(folder, "own-1", 1.5f);
        assertTheEnginesAgree(ModelFiles.in(folder, Engine.PYTORCH), ModelFiles.in(folder, Engine.ONNX_RUNTIME));
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfOnesOwnLooksUnderItsOwnName(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 1.5f);
        try (var model = PooledImageModel.start(ModelFiles.in(folder, engine), 1)) {
            var picture = StretchedScan.of(600, 300, 8);
            var seen = (ImageFindings.Seen) model.look(picture, null, StretchedScan.region(600, 300));
            assertThat(seen.logOdds()).isCloseTo(1.5, within(1e-6));
            assertThat(model.version()).isEqualTo("own-1");
            assertThat(model.digest()).isEqualTo(ModelFiles.sha256(Files.readAllBytes(weights(engine))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedWeightsAreRefusedEvenIfTheCardAgrees(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        for (var file : new String[] {TinyModels.TORCH_SCRIPT, TinyModels.ONNX}) {
            var content = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), Arrays.copyOf(content, content.length / 2));
        }
        TinyModels.describe(folder, "own-1");
        assertUnusable(engine, "can't load the weights " + weights(engine).getFileName());
    }

    @ParameterizedTest
    @EnumSource
    void weightsOfAnotherCardAreRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        Files.write(weights(engine), new byte[] {1});
        assertUnusable(engine, "are not the ones that model.json describes");
    }

    @ParameterizedTest
    @EnumSource
    void missingWeightsAreNamed(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        Files.delete(weights(engine));
        assertUnusable(engine, weights(engine).getFileName() + " is missing");
    }

    @ParameterizedTest
    @EnumSource
    void aModelForTheOtherEngineOnlyIsRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        change(card -> card.remove(engine == Engine.PYTORCH ? "torchScript" : "onnx"));
        assertUnusable(engine, "bovenstrooms.scoring.model.engine");
    }

    @ParameterizedTest
    @EnumSource
    void aModelWithoutWeightsIsRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        change(card -> card.remove(List.of("torchScript", "onnx")));
        assertUnusable(engine, "names no weights");
    }

    @ParameterizedTest
    @EnumSource
    void aKindOfLoadThatTheNetworkDoesNotKnowIsRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        change(card -> card.withArray("loadKinds").add("UNKNOWN_TO_THE_NETWORK"));
        assertUnusable(engine, "LOAD_KIND has 3 numbers, not 4");
    }

    /** Of 1040 columns, half are no multiple of 16: the two halves of the shipped network don't meet. */
    @ParameterizedTest
    @EnumSource
    void aWorkingScaleThatTheNetworkCantTakeIsRefused(Engine engine) throws IOException {
        var shipped = ModelFiles.bundled(engine);
        Files.write(folder.resolve(shipped.weightsName()), shipped.weights());
        new ObjectMapper().writeValue(folder.resolve(ModelFiles.CARD).toFile(), shipped.card());
        change(card -> card.put("width", 1040));
        assertUnusable(engine, "don't do what model.json says: on an empty picture of 1040 x 384");
    }

    @ParameterizedTest
    @EnumSource
    void aMapOfAnotherSizeIsRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        change(card -> card.put("cell", 8));
        assertUnusable(engine, "MAP has 256 numbers, not 64");
    }

    @ParameterizedTest
    @EnumSource
    void aMissingAnswerIsRefused(Engine engine) {
        TinyModels.write(folder, "own-1", 0, ModelCard.OUTPUTS.size() - 1);
        assertUnusable(
                engine,
                engine == Engine.PYTORCH
                        ? "the network gave %d answers".formatted(ModelCard.OUTPUTS.size() - 1)
                        : "name their outputs");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsNoNumberIsRefused(Engine engine) {
        TinyModels.write(folder, "own-1", Float.NaN);
        assertUnusable(engine, "THREAT holds something that is no number");
    }

    @ParameterizedTest
    @EnumSource
    void aKindOfLoadThatIsNamedTwiceIsRefused(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        change(card -> card.withArray("loadKinds").add("EMPTY"));
        assertUnusable(engine, "names a load kind twice");
    }

    /** One sentence that says what is wrong, and what to do. */
    private void assertUnusable(Engine engine, String why) {
        assertThatThrownBy(() -> PooledImageModel.start(ModelFiles.in(folder, engine), 1))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining(why)
                .hasMessageContaining("docs/models.md");
    }

    private Path weights(Engine engine) {
        return folder.resolve(engine == Engine.PYTORCH ? TinyModels.TORCH_SCRIPT : TinyModels.ONNX);
    }

    private void change(Consumer<ObjectNode> change) throws IOException {
        var file = folder.resolve(ModelFiles.CARD).toFile();
        var card = (ObjectNode) new ObjectMapper().readTree(file);
        change.accept(card);
        new ObjectMapper().writeValue(file, card);
    }

    private static void assertTheEnginesAgree(ModelFiles torch, ModelFiles onnx) {
        var card = torch.card();
        var random = new Random(1);
        var values = new float[WorkingView.PLANES * card.width() * card.height()];
        for (var index = 0; index < values.length; index++) {
            values[index] = 3 * random.nextFloat();
        }
        var one = answer(torch, values);
        var other = answer(onnx, values);
        assertThat(other.map()).containsExactly(one.map(), within(TOLERANCE));
        assertThat(other.threat()).isCloseTo(one.threat(), within(TOLERANCE));
        assertThat(other.loadKinds()).containsExactly(one.loadKinds(), within(TOLERANCE));
        assertThat(other.embedding()).containsExactly(one.embedding(), within(TOLERANCE));
        assertThat(other.fill()).isCloseTo(one.fill(), within(TOLERANCE));
        assertThat(other.mass()).isCloseTo(one.mass(), within(TOLERANCE));
        assertThat(other.doors()).isCloseTo(one.doors(), within(TOLERANCE));
    }

    private static Answer answer(ModelFiles files, float[] values) {
        try (var network = Network.load(files);
                var predictor = network.newPredictor()) {
            return predictor.predict(values);
        }
    }
}
