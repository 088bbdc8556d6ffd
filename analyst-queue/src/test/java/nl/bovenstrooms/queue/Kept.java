package nl.bovenstrooms.queue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is left behind by a request, looked at from outside the service: rows, files, messages. */
public final class Kept {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = all(topic).stream()
                    .filter(message -> key.equals(message.key()))
                    .toList();
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "%d instead of %d messages %s on %s".formatted(found.size(), count, key, topic));
            }
        }
    }

    public static List<ConsumerRecord<String, byte[]>> messages(EventType type, UUID scanId, int count) {
        return messages(type.topic(), scanId.toString(), count);
    }

    private static List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", setting("kafka.bootstrap.servers")),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    public static void publish(String topic, String key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", setting("kafka.bootstrap.servers"), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
