package nl.bovenstrooms.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import nl.bovenstrooms.embedded.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final DataFolder.Running RUNNING = new DataFolder.Running(
            4711,
            URI.create("http://localhost:1"),
            URI.create("http://localhost:2"),
            URI.create("http://localhost:3/x"),
            "jdbc:postgresql://localhost:4/queue",
            "jdbc:postgresql://localhost:4/scoring");

    @TempDir
    Path folder;

    @Test
    void aSecondLauncherIsToldWhoHoldsTheFolderAndWhatToDo() {
        try (var held = DataFolder.hold(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataFolder.hold(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void whatALauncherAnnouncedIsFoundWhileItRuns() {
        try (var held = DataFolder.hold(folder)) {
            held.announce(RUNNING);
            assertThat(DataFolder.running(folder)).contains(RUNNING);
        }
    }

    @Test
    void whatAKilledLauncherAnnouncedDoesNotCount() throws IOException {
        var held = DataFolder.hold(folder);
        held.announce(RUNNING);
        var announced = Files.readString(folder.resolve("running.properties"));
        held.close();
        Files.writeString(folder.resolve("running.properties"), announced);
        assertThat(DataFolder.running(folder)).isEmpty();
    }

    @Test
    void theFolderCanBeHeldAgainAfterwards() {
        DataFolder.hold(folder).close();
        var again = DataFolder.hold(folder);
        again.close();
        assertThat(DataFolder.running(folder)).isEmpty();
    }

    @Test
    void settingsWithPasswordsCanBeReadByTheirOwnerOnly() throws IOException {
        try (var held = DataFolder.hold(folder)) {
            held.writeSettings(Member.ANALYST_QUEUE, Map.of("quarkus.datasource.password", "a=b#c \\ d"));
        }
        var file = folder.resolve("analyst-queue/config/application.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        assertThat(read.getProperty("quarkus.datasource.password")).isEqualTo("a=b#c \\ d");
    }
}
