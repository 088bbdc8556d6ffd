package nl.bovenstrooms.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Engine;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.image.StretchedScan;
import nl.bovenstrooms.scoring.training.TinyModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingModelFoldersTest {

    private static final Raster PICTURE = StretchedScan.of(240, 150, 8);
    private static final Region CONTAINER = StretchedScan.region(240, 150);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Room room = new Room(2);
    private final Shadow shadow = new Shadow(Runnable::run, room, registry);

    @TempDir
    private Path folder;

    private ServedModel served;
    private WatchingModelFolders watching;

    @BeforeEach
    void start() {
        TinyModels.write(folder.resolve("model"), "first", 1);
        var first = PooledImageModel.start(ModelFiles.in(folder.resolve("model"), Engine.PYTORCH), 2);
        served = new ServedModel(first, shadow, room);
        watching = new WatchingModelFolders(Engine.PYTORCH, registry);
        watching.serve(folder.resolve("model"), served, 2);
        watching.shadow(folder.resolve("shadow"), shadow);
        aWhile();
    }

    @AfterEach
    void stop() {
        watching.close();
        served.close();
        shadow.close();
    }

    @Test
    void anotherModelInTheFolderTakesOver() {
        TinyModels.write(folder.resolve("model"), "second", 2);
        aWhile();
        assertThat(served.version()).isEqualTo("second");
        assertThat(logOdds()).isCloseTo(2, within(1e-6));
        assertThat(refused()).isZero();
    }

    @Test
    void filesThatStillChangeAreLeftAlone() throws IOException {
        TinyModels.write(folder.resolve("model"), "second", 2);
        watching.check();
        Files.writeString(folder.resolve("model/README"), "still being copied");
        watching.check();
        assertThat(served.version()).isEqualTo("first");
        watching.check();
        assertThat(served.version()).isEqualTo("second");
    }

    @Test
    void oneThatIsDamagedIsRefusedAndTheOldOneStaysUntilItIsMended() throws IOException {
        TinyModels.write(folder.resolve("new"), "second", 2);
        Files.write(folder.resolve("model").resolve(TinyModels.TORCH_SCRIPT), new byte[100]);
        aWhile();
        aWhile();
        assertThat(served.version()).isEqualTo("first");
        assertThat(logOdds()).isCloseTo(1, within(1e-6));
        assertThat(refused()).isEqualTo(1);

        for (var file : new String[] {TinyModels.TORCH_SCRIPT, ModelFiles.CARD}) {
            Files.copy(
                    folder.resolve("new").resolve(file),
                    folder.resolve("model").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        aWhile();
        assertThat(served.version()).isEqualTo("second");
    }

    @Test
    void oneThatAnswersNothingUsableIsRefused() {
        TinyModels.write(folder.resolve("model"), "second", Float.NaN);
        aWhile();
        assertThat(served.version()).isEqualTo("first");
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void otherWeightsNeedAnotherVersion() {
        TinyModels.write(folder.resolve("model"), "first", 2);
        aWhile();
        assertThat(logOdds()).isCloseTo(1, within(1e-6));
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void aShadowComesAndGoesWithItsFolder() throws IOException {
        TinyModels.write(folder.resolve("shadow"), "beside", 3);
        aWhile();
        logOdds();
        assertThat(registry.get("bovenstrooms.scoring.shadow.difference")
                        .summary()
                        .totalAmount())
                .isCloseTo(2, within(1e-6));

        Files.delete(folder.resolve("shadow").resolve(ModelFiles.CARD));
        aWhile();
        served.use("scan", model -> {
            assertThat(model).isInstanceOf(PooledImageModel.class);
            return model;
        });
    }

    @Test
    void noScanIsDroppedWhileModelsChange() throws Exception {
        var callers = Executors.newFixedThreadPool(3);
        var isOver = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        var scans = new ArrayList<Future<Integer>>();
        for (var caller = 0; caller < 3; caller++) {
            scans.add(callers.submit(() -> {
                var count = 0;
                while (!isOver.get()) {
                    seen.add(served.use("scan", WatchingModelFoldersTest::versionByLooks));
                    count++;
                }
                return count;
            }));
        }
        for (var model = 2; model <= 6; model++) {
            TinyModels.write(folder.resolve("model"), String.valueOf(model), model);
            aWhile();
            assertThat(served.version()).isEqualTo(String.valueOf(model));
            while (!seen.contains(String.valueOf(model))) {
                Thread.onSpinWait();
                assertThat(scans).noneMatch(Future::isDone);
            }
        }
        isOver.set(true);
        for (var scan : scans) {
            assertThat(scan.get()).isPositive();
        }
        callers.shutdown();
        assertThat(seen).containsAll(Set.of("2", "3", "4", "5", "6"));
    }

    /** The threat logit of these models tells which one has looked. */
    private static String versionByLooks(ImageModel model) {
        for (var look = 0; look < 2; look++) {
            var seen = (Seen) model.look(PICTURE, null, CONTAINER);
            if (!model.version().equals("first")) {
                assertThat(seen.logOdds()).isCloseTo(Double.parseDouble(model.version()), within(1e-6));
            }
        }
        return model.version();
    }

    private void aWhile() {
        watching.check();
        watching.check();
    }

    private double logOdds() {
        return served.use("scan", model -> ((Seen) model.look(PICTURE, null, CONTAINER)).logOdds());
    }

    private double refused() {
        return registry.counter("bovenstrooms.scoring.model.refused").count();
    }
}
