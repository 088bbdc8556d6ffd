package nl.bovenstrooms.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.embedded.test.Messages;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is left behind by a request, looked at from outside the service: rows, files, messages. */
public final class Kept {

    private Kept() {}

    public static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** The one number that a query gives; {@code ?} stands for the id. */
    public static long count(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.datasource.username"),
                        setting("quarkus.datasource.password"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long rows(UUID scanId) {
        return count("select count(*) from scan where scan_id = ?", scanId);
    }

    /** Paths of what the image store has of a scan, relative to the store. */
    public static List<String> files(UUID scanId) {
        var folder = Path.of(URI.create(setting("bovenstrooms.image-store.uri")));
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.contains(scanId.toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the topic has so many messages with this key; then gives all that are there. */
    public static List<ConsumerRecord<String, byte[]>> messages(String topic, String key, int count) {
        return Messages.await(setting("kafka.bootstrap.servers"), topic, key, count);
    }

    public static List<ConsumerRecord<String, byte[]>> messages(EventType type, UUID scanId, int count) {
        return messages(type.topic(), scanId.toString(), count);
    }

    public static void publish(String topic, String key, byte[] value) {
        Messages.publish(setting("kafka.bootstrap.servers"), topic, key, value);
    }
}
