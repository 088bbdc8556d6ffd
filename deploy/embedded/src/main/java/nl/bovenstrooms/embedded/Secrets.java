package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of one installation, made at the first need, kept in a file that only its owner can read. */
public final class Secrets {
    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Opens the file, which need not exist yet. */
    public static Secrets in(Path file) {
        var secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return secrets;
    }

    /** A random text of 32 letters and digits under this name, the same for ever after. */
    public synchronized String get(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var made =
                Base64.getUrlEncoder().encodeToString(random).replace('-', 'x').replace('_', 'y');
        values.setProperty(name, made);
        keep();
        return made;
    }

    private void keep() {
        try {
            var writing = file.resolveSibling(file.getFileName() + ".writing");
            createPrivate(writing);
            try (var writer = Files.newBufferedWriter(writing)) {
                values.store(writer, "Made at the first start. Keep it as long as the data beside it.");
            }
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new CannotStart("Secrets can't be kept in %s: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** An empty file with mode 0600, where the file system knows modes. */
    static void createPrivate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file);
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
