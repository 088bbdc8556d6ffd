package nl.bovenstrooms.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return SimulateCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "render --count 0                                   | 1 to 1000000",
                "render --count many                                | 'many'",
                "render --scenario nowhere                          | demo, santos-export",
                "render --scenario gone.yaml                        | gone.yaml",
                "render --start yesterday                           | 'yesterday'",
                "sheet --quality 3                                  | 0.1 to 1",
                "diversity --count 3                                | 100 to 50000",
                "project --image gone.png --container 1,2,3,4       | gone.png",
                "project --image pom.xml --container 1,2,3,4        | not a JPEG",
                "rendre                                             | render",
            })
    void wrongArgumentsAreAnsweredWithWhatIsAllowed(String arguments, String told) {
        assertThat(run(arguments.trim().split(" +"))).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }

    @Test
    void aScanIsWrittenWithItsManifestAndItsTruth(@TempDir Path folder) throws Exception {
        assertThat(run("render", "--count", "1", "--seed", "1", "--out", folder.toString()))
                .isZero();

        try (var scans = Files.list(folder)) {
            var scan = scans.findFirst().orElseThrow();
            var manifest =
                    EventCodec.mapper().readValue(scan.resolve("manifest.json").toFile(), Manifest.class);
            assertThat(manifest.equipment()).isNotEmpty();
            assertThat(EventCodec.mapper()
                            .readTree(scan.resolve("truth.json").toFile())
                            .get("containers"))
                    .isNotEmpty();
            assertThat(scan.resolve("image-1.jpg")).isNotEmptyFile();
        }
    }

    @Test
    void aFolderThatIsAFileIsSaidToBeOne(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("taken"), "x");

        assertThat(run("render", "--count", "1", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("can't write to");
    }
}
