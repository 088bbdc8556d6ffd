package nl.bovenstrooms.queue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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

    /** With the account of the service, or of the owner of the database. */
    public static Connection connection(boolean asOwner) throws SQLException {
        var account = asOwner ? "quarkus.flyway." : "quarkus.datasource.";
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"), setting(account + "username"), setting(account + "password"));
    }

    /** The one number that a query gives; {@code ?} stands for each parameter. */
    public static long count(String sql, Object... parameters) {
        try (var connection = connection(false);
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many events about a scan wait to be published. */
    public static long onTheirWay(EventType type, UUID scanId) {
        return count(
                "select count(*) from outbox where aggregateid = ? and aggregatetype = ?",
                scanId.toString(),
                type.topic());
    }

    /** Runs a statement, and gives how many rows it changed. */
    public static int execute(boolean asOwner, String sql, Object... parameters) throws SQLException {
        try (var connection = connection(asOwner);
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
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
