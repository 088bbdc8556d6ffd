package nl.bovenstrooms.queue.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeysTest {

    @TempDir
    Path folder;

    @Test
    void whatIsMadeAtTheFirstStartIsThereAtTheSecond() throws Exception {
        var first = new InstallationKeys(folder.resolve("keys"));
        var second = new InstallationKeys(folder.resolve("keys"));

        assertThat(first.drawSecret()).hasSize(32).isEqualTo(second.drawSecret());
        assertThat(first.verifyingKey()).isEqualTo(second.verifyingKey());
        assertThat(InstallationKeys.publicKey(Files.readString(folder.resolve("keys/audit-public-key"))))
                .isEqualTo(first.verifyingKey());
    }

    @Test
    void onlyTheirOwnerReadsThem() throws Exception {
        new InstallationKeys(folder);

        try (var files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(3).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void instancesThatStartAtOnceHaveTheSame() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> start = () -> Arrays.toString(new InstallationKeys(folder).drawSecret());
            var secrets = new ArrayList<String>();
            for (var made :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList())) {
                secrets.add(made.get());
            }
            assertThat(secrets).containsOnly(secrets.get(0));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aDamagedKeyIsNotReplacedInSilence() throws Exception {
        Files.writeString(folder.resolve("audit-key"), "bm90IGEga2V5\n");

        assertThatThrownBy(() -> new InstallationKeys(folder)).hasMessageContaining("restore it");
    }
}
