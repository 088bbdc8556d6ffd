package nl.bovenstrooms.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders under target, empty at the start of a test and left behind after it, logs included, for who wants to know. */
final class Folders {
    private Folders() {}

    static Path empty(String name) {
        var folder = Path.of("target", name).toAbsolutePath();
        if (!Files.exists(folder)) {
            return folder;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
