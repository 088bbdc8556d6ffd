package nl.bovenstrooms.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.DatabaseName;
import org.jspecify.annotations.Nullable;

/** The folder of one suite, held by one launcher at a time. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String RUNNING = "running.properties";

    /**
     * A suite that runs.
     *
     * @param process the launcher's process id
     * @param scanIngest where scans go to
     * @param analystQueue where people go
     * @param issuer who gives tokens
     * @param queueDatabase JDBC address of the database of analyst-queue
     * @param scoringDatabase the same of risk-scoring
     */
    public record Running(
            long process, URI scanIngest, URI analystQueue, URI issuer, String queueDatabase, String scoringDatabase) {

        /** @throws IllegalArgumentException for a database that no command of the launcher reads */
        public String jdbcUrl(DatabaseName database) {
            return switch (database) {
                case QUEUE -> queueDatabase;
                case SCORING -> scoringDatabase;
                case INGEST -> throw new IllegalArgumentException("nobody tells where the database of ingest is");
            };
        }
    }

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws CannotStart if somebody else holds it */
    static DataFolder hold(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart(
                        ("Bovenstrooms runs already in %s (process %s). Stop it first, or choose another folder and"
                                        + " other ports: --data and --port-offset.")
                                .formatted(
                                        folder,
                                        Files.readString(folder.resolve(LOCK)).strip()));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            Files.deleteIfExists(folder.resolve(RUNNING));
            return new DataFolder(folder, channel);
        } catch (IOException failed) {
            throw new CannotStart("The folder %s can't be used: %s".formatted(folder, failed.getMessage()), failed);
        }
    }

    /** The suite of this folder, if there is one that is up. */
    public static Optional<Running> running(Path folder) {
        // What a killed launcher announced is still there, but its lock is gone.
        return isHeld(folder) ? announced(folder) : Optional.empty();
    }

    /** Whether a launcher runs in this folder, up or not. */
    public static boolean isHeld(Path folder) {
        var file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<Running> announced(Path folder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(RUNNING))) {
            properties.load(reader);
            return Optional.of(new Running(
                    Long.parseLong(properties.getProperty("process", "")),
                    URI.create(properties.getProperty("scan-ingest", "")),
                    URI.create(properties.getProperty("analyst-queue", "")),
                    URI.create(properties.getProperty("issuer", "")),
                    properties.getProperty("queue-database", ""),
                    properties.getProperty("scoring-database", "")));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Says to other programs who runs here, and where. */
    void announce(Running running) {
        var properties = new Properties();
        properties.setProperty("process", Long.toString(running.process()));
        properties.setProperty("scan-ingest", running.scanIngest().toString());
        properties.setProperty("analyst-queue", running.analystQueue().toString());
        properties.setProperty("issuer", running.issuer().toString());
        properties.setProperty("queue-database", running.queueDatabase());
        properties.setProperty("scoring-database", running.scoringDatabase());
        try (var writer = Files.newBufferedWriter(folder.resolve(RUNNING))) {
            properties.store(writer, "Where the suite of this folder runs.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path of(Member member) {
        return folder.resolve(member.text());
    }

    Path log(Member member) {
        return folder.resolve("logs").resolve(member.text() + ".log");
    }

    Path models() {
        return folder.resolve("djl");
    }

    /** Quarkus reads config/application.properties of its working folder. A file, because a command line is for all to see. */
    void writeSettings(Member service, Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        var file = of(service).resolve("config/application.properties");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Written at every start.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(RUNNING));
            channel.close();
        } catch (IOException ignored) {
            // The lock goes with this process in any case.
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }
}
