package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.BiConsumer;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.training.TinyModels;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks again and again, and watches the memory of the process, the engine's own included. As a command it does so for as long
 * as it is told; see {@code docs/models.md}.
 */
@EnabledOnOs(OS.LINUX)
class ManyLooksTest {

    private static final int SAMPLES = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void memoryStaysFlat(Engine engine) throws IOException {
        TinyModels.write(folder, "own-1", 0);
        var resident = new ArrayList<Long>();
        look(ModelFiles.in(folder, engine), 2_000, (look, megabytes) -> resident.add(megabytes));
        // A look that kept its arrays would add 50 kB each time.
        assertThat(resident.get(SAMPLES - 1) - resident.get(SAMPLES / 2)).isLessThan(30);
    }

    /**
     * Prints a table of the resident memory. Arguments: PYTORCH or ONNX_RUNTIME, how many looks (at least 20), and the folder of a
     * model; without that a tiny one looks.
     */
    public static void main(String[] arguments) throws IOException {
        var engine = Engine.valueOf(arguments[0]);
        var folder = arguments.length > 2
                ? Path.of(arguments[2])
                : TinyModels.write(Files.createTempDirectory("tiny-model"), "own-1", 0);
        System.out.printf(Locale.ROOT, "%8s  %s%n", "looks", "resident, " + engine);
        look(
                ModelFiles.in(folder, engine),
                Integer.parseInt(arguments[1]),
                (look, megabytes) -> System.out.printf(Locale.ROOT, "%8d  %d MB%n", look, megabytes));
    }

    private static void look(ModelFiles files, int looks, BiConsumer<Integer, Long> resident) throws IOException {
        var picture = StretchedScan.of(240, 150, 8);
        var container = StretchedScan.region(240, 150);
        try (var model = PooledImageModel.start(files, 1)) {
            for (var look = 1; look <= looks; look++) {
                assertThat(model.look(picture, null, container)).isInstanceOf(Seen.class);
                if (look % (looks / SAMPLES) == 0) {
                    resident.accept(look, residentMegabytes());
                }
            }
        }
    }

    /** From the kernel: {@code VmRSS:    123456 kB}. */
    private static long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var line = lines.filter(each -> each.startsWith("VmRSS:")).findAny().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
    }
}
