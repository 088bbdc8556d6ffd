package nl.bovenstrooms.queue.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner reads, made at the first start. */
final class SecretFile {

    private static final String OWNER_ONLY = "rw-------";

    private SecretFile() {}

    /**
     * What the file says. When it is absent it is made first; of two services that start at once, both read what one wrote.
     *
     * @param content called when the file is absent
     */
    static String readOrMake(Path file, Supplier<String> content) {
        try {
            if (!Files.exists(file)) {
                make(file, content.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + file + " can be neither read nor made", e);
        }
    }

    /** A hard link appears at once and whole, and only one of two can make it. */
    private static void make(Path file, String content) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var temporary = Files.createTempFile(folder, ".secret", "");
        try {
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(OWNER_ONLY));
            }
            Files.writeString(temporary, content);
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            // The other one was first; its content counts.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
