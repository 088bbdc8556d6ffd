package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledImageModelTest {

    private static PooledImageModel model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        model = PooledImageModel.start(ModelFiles.bundled(), 2);
    }

    @AfterAll
    static void stop() {
        model.close();
    }

    @Test
    void looksAtAContainerAndSaysWhatItSaw() {
        var picture = StretchedScan.of(1200, 700, 16);
        var container = StretchedScan.region(1200, 700);
        assertThat(model.look(picture, picture, container)).isInstanceOfSatisfying(Seen.class, seen -> {
            assertThat(seen.probability()).isBetween(0.001, 0.999);
            assertThat(seen.logOdds()).isFinite();
            assertThat(seen.loadKind()).isIn(ModelFiles.bundled().card().loadKinds());
            assertThat(seen.loadConfidence()).isBetween(0.0, 1.0);
            assertThat(seen.emptyProbability()).isBetween(0.0, 1.0);
            assertThat(seen.fill()).isBetween(0.0, 1.0);
            assertThat(seen.embedding()).hasSize(64);
            assertThat(seen.heatMap().width())
                    .isEqualTo(ModelFiles.bundled().card().mapColumns());
            assertThat(seen.heatMap().height())
                    .isEqualTo(ModelFiles.bundled().card().mapRows());
            assertThat(seen.heatMap().bits()).isEqualTo(8);
            assertThat(seen.findings()).hasSizeLessThanOrEqualTo(Spots.MOST).allSatisfy(finding -> {
                var region = finding.region();
                assertThat(region.x()).isGreaterThanOrEqualTo(container.x());
                assertThat(region.y()).isGreaterThanOrEqualTo(container.y());
                assertThat(region.x() + region.width()).isLessThanOrEqualTo(container.x() + container.width());
                assertThat(region.y() + region.height()).isLessThanOrEqualTo(container.y() + container.height());
            });
        });
    }

    @Test
    void theSamePixelsGiveTheSameFindingsWhicheverWorkerLooks() throws Exception {
        var picture = StretchedScan.of(1100, 500, 8);
        var container = StretchedScan.region(1100, 500);
        var expected = (Seen) model.look(picture, null, container);
        var callers = Executors.newFixedThreadPool(4);
        var looks = new ArrayList<Future<ImageFindings>>();
        for (var call = 0; call < 8; call++) {
            looks.add(callers.submit(() -> model.look(picture, null, container)));
        }
        for (var look : looks) {
            var seen = (Seen) look.get();
            assertThat(seen.probability()).isEqualTo(expected.probability());
            assertThat(seen.heatMap().samples()).isEqualTo(expected.heatMap().samples());
        }
        callers.shutdown();
    }

    @Test
    void neverFailsWhateverThePicture() {
        var random = new Random(1);
        for (var bits : new int[] {8, 16}) {
            for (var size : new int[][] {{1, 1}, {95, 47}, {97, 49}, {1500, 60}, {100, 900}, {5000, 1500}}) {
                var region = new Region(0, 0, size[0], size[1]);
                var noise = WorkingViewTest.flat(size[0], size[1], bits, 0);
                for (var index = 0; index < noise.samples().length; index++) {
                    noise.samples()[index] = (short) random.nextInt(1 << bits);
                }
                assertThat(model.look(noise, noise, region)).isInstanceOf(NotReadable.class);
                for (var value : new int[] {0, 1, (1 << bits) / 2, (1 << bits) - 1}) {
                    var flat = WorkingViewTest.flat(size[0], size[1], bits, value);
                    assertThat(model.look(flat, null, region)).isInstanceOf(NotReadable.class);
                }
                if (size[0] >= 97) {
                    assertThat(model.look(StretchedScan.of(size[0], size[1], bits), noise, region))
                            .isInstanceOfAny(Seen.class, NotReadable.class);
                }
            }
        }
    }

    @Test
    void saysWhyItCantJudge() {
        var white = WorkingViewTest.flat(600, 300, 8, 255);
        assertThat(model.look(white, null, new Region(0, 0, 600, 300))).isEqualTo(new NotReadable(Obstacle.SATURATED));
        assertThat(model.look(white, null, new Region(0, 0, 20, 300))).isEqualTo(new NotReadable(Obstacle.TOO_SMALL));
    }

    @Test
    void refusesARegionOutsideThePicture() {
        assertThatThrownBy(() -> model.look(StretchedScan.of(600, 300, 8), null, new Region(1, 0, 600, 300)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("600 x 300");
    }

    @Test
    void aMissingFolderStopsTheStart() {
        assertThatThrownBy(() -> ModelFiles.in(folder.resolve("nowhere")))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("model.json is missing")
                .hasMessageContaining("training command");
    }

    @Test
    void missingWeightsStopTheStart() throws Exception {
        write(card(), null);
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("container-network.pt is missing");
    }

    @Test
    void weightsOfAnotherCardStopTheStart() throws Exception {
        write(cardOf("container-network.pt", "0".repeat(64)), bundledWeights());
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("are not the ones");
    }

    @Test
    void aCardThatIsNoJsonStopsTheStart() throws Exception {
        Files.writeString(folder.resolve("model.json"), "{\"format\": 1,");
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("not readable JSON");
    }

    @Test
    void aCardOfAnotherKindOfModelStopsTheStart() throws Exception {
        write(card().put("normalisation", "imagenet"), bundledWeights());
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("normalisation = imagenet");
        write(cardOf("../weights.pt", "0".repeat(64)), bundledWeights());
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("outside its own folder");
        write(card().put("width", 1000), bundledWeights());
        assertThatThrownBy(() -> ModelFiles.in(folder))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("multiple of 16");
    }

    @Test
    void halfAWeightsFileStopsTheStartEvenIfTheCardAgrees() throws Exception {
        var half = java.util.Arrays.copyOf(bundledWeights(), bundledWeights().length / 2);
        write(cardOf("container-network.pt", ModelFiles.sha256(half)), half);
        var files = ModelFiles.in(folder);
        assertThatThrownBy(() -> PooledImageModel.start(files, 2))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("PyTorch can't load");
    }

    @Test
    void aCardThatNamesMoreKindsThanTheNetworkKnowsStopsTheStart() throws Exception {
        var card = card();
        card.withArray("loadKinds").add("UNKNOWN_TO_THE_NETWORK");
        write(card, bundledWeights());
        var files = ModelFiles.in(folder);
        assertThatThrownBy(() -> PooledImageModel.start(files, 2))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("LOAD_KIND has %d numbers, not %d"
                        .formatted(
                                card.withArray("loadKinds").size() - 1,
                                card.withArray("loadKinds").size()));
    }

    @Test
    void moreCallersThanWorkersWaitAndAllAreServed() throws Exception {
        var picture = StretchedScan.of(1100, 500, 8);
        try (var small = PooledImageModel.start(ModelFiles.bundled(), 1)) {
            var callers = Executors.newFixedThreadPool(8);
            var looks = new ArrayList<Future<ImageFindings>>();
            for (var call = 0; call < 8; call++) {
                looks.add(callers.submit(() -> small.look(picture, null, StretchedScan.region(1100, 500))));
            }
            for (var look : looks) {
                assertThat(look.get()).isInstanceOf(Seen.class);
            }
            callers.shutdown();
        }
    }

    @Test
    void closingWaitsForTheLooksThatHaveBegun() throws Exception {
        var picture = StretchedScan.of(1100, 500, 8);
        var small = PooledImageModel.start(ModelFiles.bundled(), 2);
        var callers = Executors.newFixedThreadPool(4);
        var looks = new ArrayList<Future<ImageFindings>>();
        for (var call = 0; call < 8; call++) {
            looks.add(callers.submit(() -> small.look(picture, null, StretchedScan.region(1100, 500))));
        }
        assertThat(looks.get(0).get()).isInstanceOf(Seen.class);
        small.close();
        for (var look : looks) {
            try {
                assertThat(look.get()).isInstanceOf(Seen.class);
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasRootCauseMessage("the model was closed");
            }
        }
        callers.shutdown();
    }

    @Test
    void theBareForwardCanBeMeasured() throws Exception {
        assertThat(BareForward.imagesPerSecond(ModelFiles.bundled(), 2, Duration.ofMillis(300)))
                .isPositive();
    }

    private static ObjectNode card() {
        return new ObjectMapper().valueToTree(ModelFiles.bundled().card());
    }

    private static ObjectNode cardOf(String file, String sha256) {
        var card = card();
        card.putObject("torchScript").put("file", file).put("sha256", sha256);
        return card;
    }

    private static byte[] bundledWeights() {
        return ModelFiles.bundled().weights();
    }

    private void write(ObjectNode card, byte[] weights) throws Exception {
        Files.writeString(folder.resolve("model.json"), card.toString());
        if (weights != null) {
            Files.write(folder.resolve("container-network.pt"), weights);
        }
    }
}
