package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * One set of servers for all tests of this JVM, in a temporary folder, started at the first need. Test frameworks load our
 * classes more than once, so where the settings stand is kept where there is one of: the system properties.
 */
public final class TestServers {
    private static final String SETTINGS = "bovenstrooms.embedded.settings.";
    private static final String FOLDER_PREFIX = "bovenstrooms-test-";

    private TestServers() {}

    /**
     * Starts the servers unless they run already.
     *
     * @param database which database, or blank for a service without one
     * @return the settings of a service, with a temporary image store
     */
    public static Map<String, String> settings(String database) {
        synchronized (System.getProperties()) {
            var running = System.getProperty(SETTINGS + database);
            if (running != null) {
                return read(Path.of(running));
            }
            var folder = temporaryFolder();
            var settings = started(folder, database);
            System.setProperty(
                    SETTINGS + database,
                    write(settings, folder.resolve("settings.properties")).toString());
            return settings;
        }
    }

    private static Map<String, String> started(Path folder, String database) {
        removeForgotten();
        var embedded = Embedded.start(folder, Ports.free());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            embedded.close();
                            remove(folder);
                        },
                        "embedded-shutdown"));
        System.setProperty(Tokens.ISSUER_PROPERTY, embedded.issuer().toString());
        System.setProperty(Tokens.SIGNING_KEY_PROPERTY, embedded.signingKey().toString());
        var settings = database.isBlank() ? embedded.settings() : embedded.settings(DatabaseName.of(database));
        settings.put(
                "bovenstrooms.image-store.uri", folder.resolve("images").toUri().toString());
        return settings;
    }

    /** In a file: a system property that is no text makes those stumble who copy all of them, and test reports tell them all. */
    private static Path write(Map<String, String> settings, Path file) {
        var properties = new Properties();
        properties.putAll(settings);
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var settings = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static Path temporaryFolder() {
        try {
            // Named after us, so that a later run can tell whether we are still there.
            return Files.createTempDirectory(
                    FOLDER_PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Folders of test runs that were killed. */
    private static void removeForgotten() {
        try (var folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), FOLDER_PREFIX + "*")) {
            for (var folder : folders) {
                var owner = Long.parseLong(folder.getFileName()
                        .toString()
                        .substring(FOLDER_PREFIX.length())
                        .split("-")[0]);
                if (ProcessHandle.of(owner).isEmpty()) {
                    Postmaster.stop(folder.resolve("database/data"));
                    remove(folder);
                }
            }
        } catch (IOException | NumberFormatException notOurs) {
            // Only housekeeping.
        }
    }

    private static void remove(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException failed) {
            System.err.println("The temporary folder " + folder + " is left behind: " + failed.getMessage());
        }
    }
}
