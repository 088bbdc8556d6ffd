package nl.bovenstrooms.scoring.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledImagesTest {

    private static final String CLEAN = """
            {"containers": [{"region": {"x": 10, "y": 20, "width": 300, "height": 120}, "threats": []}]}
            """;
    private static final String HOLDING = """
            {"openBeam": "BLACK", "containers": [{
              "region": {"x": 10, "y": 20, "width": 300, "height": 120},
              "threats": [{"x": 50, "y": 60, "width": 30, "height": 20, "what": "COCAINE", "kilograms": 30}],
              "loadKind": "COFFEE_BAGS", "goodsKilograms": 21000, "fill": 0.8, "doors": "RIGHT", "boxType": "DRY_40"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsContainersWithWhatIsKnownOfThem() throws Exception {
        put("a", CLEAN);
        put("b", HOLDING);
        var images = LabelledImages.in(folder);
        assertThat(images.count()).isEqualTo(2);

        var clean = images.crop(0);
        assertThat(clean.holdsThreat()).isFalse();
        assertThat(clean.loadKind()).isNegative();
        assertThat(clean.kilograms()).isNaN();
        assertThat(clean.principal().width()).isEqualTo(300);
        assertThat(clean.principal().at(0, 0)).isEqualTo(value(10, 20));

        var holding = images.crop(1);
        assertThat(holding.holdsThreat()).isTrue();
        assertThat(holding.loadKind()).isEqualTo(SyntheticCrops.loadKinds().indexOf("COFFEE_BAGS"));
        assertThat(holding.doorsRight()).isTrue();
        // Air is black in this one: it is turned to transmission.
        assertThat(holding.principal().at(0, 0)).isEqualTo(255 - value(10, 20));
        var marked = 0;
        for (var pixel : holding.threat()) {
            marked += pixel;
        }
        assertThat(marked).isEqualTo(30 * 20);
        assertThat(holding.threat()[(60 - 20) * 300 + 50 - 10]).isEqualTo((byte) 1);
    }

    @Test
    void tellsEveryFileThatIsWrongAndWhy() throws Exception {
        put("good", CLEAN);
        put("outside", CLEAN.replace("\"x\": 10", "\"x\": 200"));
        put("unlabelled", CLEAN.replace(", \"threats\": []", ""));
        put("misspelled", CLEAN.replace("threats", "treats"));
        put("unknown-load", HOLDING.replace("COFFEE_BAGS", "COFFEE"));
        put("elsewhere", HOLDING.replace("\"x\": 50", "\"x\": 350"));
        put("damaged", CLEAN);
        Files.writeString(folder.resolve("damaged.png"), "no picture");
        Files.writeString(folder.resolve("lonely.json"), CLEAN);

        assertThatThrownBy(() -> LabelledImages.in(folder))
                .isInstanceOf(ImagesRefused.class)
                .hasMessageContaining("outside.json: the container at")
                .hasMessageContaining("unlabelled.json: \"threats\" is missing")
                .hasMessageContaining("misspelled.json: line 1: 'treats' is not known")
                .hasMessageContaining("unknown-load.json: the load kind COFFEE is not known")
                .hasMessageContaining("elsewhere.json: the threat at")
                .hasMessageContaining("damaged.json: its picture can't be used")
                .hasMessageContaining("lonely.json: there is no picture of this name")
                .message()
                .doesNotContain("good.json");
    }

    @Test
    void saysWhatAFolderWithoutLabelsLacks() {
        assertThatThrownBy(() -> LabelledImages.in(folder)).hasMessageContaining("holds no labels");
        assertThatThrownBy(() -> LabelledImages.in(folder.resolve("nowhere")))
                .hasMessageContaining("there is no folder");
    }

    @Test
    void cleanContainersLearnByWhatIsPutIntoThem() throws Exception {
        var sample =
                SyntheticCrops.atHalfScale().crop(Purpose.FINDING.seed(1, 1)).principal();
        Files.write(folder.resolve("a.png"), PictureFile.png(sample));
        Files.writeString(folder.resolve("a.json"), """
                {"containers": [{"region": {"x": 0, "y": 0, "width": %d, "height": %d}, "threats": []}]}
                """.formatted(sample.width(), sample.height()));
        var crops = new LabelledCrops(LabelledImages.in(folder), SyntheticCrops.atHalfScale());
        var pairs = 0;
        for (var seed = 0; seed < 6; seed++) {
            var twins = crops.partTwins(seed, 0);
            if (twins.isEmpty()) {
                continue;
            }
            pairs++;
            var clean = twins.get(0);
            var loaded = twins.get(1);
            assertThat(clean.holdsThreat()).isFalse();
            assertThat(loaded.holdsThreat()).isTrue();
            assertThat(loaded.principal().width()).isEqualTo(clean.principal().width());
            for (var pixel = 0; pixel < loaded.threat().length; pixel++) {
                // At its edge, what is put in fades out.
                if (loaded.threat()[pixel] == 0) {
                    assertThat(loaded.principal().samples()[pixel] & 0xFFFF)
                            .isCloseTo(
                                    clean.principal().samples()[pixel] & 0xFFFF,
                                    Offset.offset(clean.principal().fullScale() / 40));
                }
            }
        }
        assertThat(pairs).isPositive();
        assertThat(crops.anyPart(2).holdsThreat()).isFalse();
    }

    @Test
    void atLeastOneCleanContainerIsNeededToLearnFrom() throws Exception {
        put("b", HOLDING);
        var images = LabelledImages.in(folder);
        assertThatThrownBy(() -> new LabelledCrops(images, SyntheticCrops.atHalfScale()))
                .hasMessageContaining("no container without contraband");
    }

    private void put(String name, String label) throws Exception {
        var samples = new short[400 * 160];
        for (var row = 0; row < 160; row++) {
            for (var column = 0; column < 400; column++) {
                samples[row * 400 + column] = (short) value(column, row);
            }
        }
        Files.write(folder.resolve(name + ".png"), PictureFile.png(new Raster(400, 160, 8, samples)));
        Files.writeString(folder.resolve(name + ".json"), label);
    }

    private static int value(int column, int row) {
        return (column + 2 * row) % 256;
    }
}
