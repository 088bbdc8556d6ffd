package nl.bovenstrooms.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageStoreTest {

    @TempDir
    Path folder;

    @Test
    void whatWasPutIsThereForAStoreOpenedLater() {
        try (var store = ImageStore.at(folder.toUri())) {
            store.put("BR-RFB/scan/original/image-1", new byte[] {1, 2, 3});
        }
        try (var store = ImageStore.at(folder.toUri())) {
            assertThat(store.exists("BR-RFB/scan/original/image-1")).isTrue();
            assertThat(store.get("BR-RFB/scan/original/image-1")).containsExactly(1, 2, 3);
        }
    }

    @Test
    void puttingAgainReplaces() {
        try (var store = ImageStore.inFolder(folder)) {
            store.put("a/b", new byte[] {1, 2, 3});
            store.put("a/b", new byte[] {4});
            assertThat(store.get("a/b")).containsExactly(4);
        }
    }

    @Test
    void whatIsNotThereIsMissing() {
        try (var store = ImageStore.inFolder(folder)) {
            assertThat(store.exists("a/b")).isFalse();
            assertThatThrownBy(() -> store.get("a/b"))
                    .isInstanceOf(ImageMissing.class)
                    .hasMessageContaining("a/b");
            store.delete("a/b");
        }
    }

    @Test
    void deletedIsGone() {
        try (var store = ImageStore.inFolder(folder)) {
            store.put("a/b", new byte[0]);
            store.delete("a/b");
            assertThat(store.exists("a/b")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a/.b", "a b", "a\u0000", "a\\b", "é"})
    void aKeyThatCouldLeaveTheStoreIsRefused(String key) {
        try (var store = ImageStore.inFolder(folder)) {
            assertThatThrownBy(() -> store.put(key, new byte[1])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.get(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReaderNeverMeetsHalfAnImage() throws Exception {
        try (var store = ImageStore.inFolder(folder)) {
            var whole = new byte[1 << 20];
            store.put("a/b", whole);
            var writers = Executors.newFixedThreadPool(2);
            try {
                var writing = writers.submit(() -> IntStream.range(0, 50).forEach(i -> store.put("a/b", whole)));
                while (!writing.isDone()) {
                    assertThat(store.get("a/b")).hasSize(whole.length);
                }
                writing.get();
            } finally {
                writers.shutdown();
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToSaysSo() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ImageStore.inFolder(file.resolve("store"))).hasMessageContaining("can't be made");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> ImageStore.at(URI.create("ftp://host/folder")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:/// or s3://");
    }
}
