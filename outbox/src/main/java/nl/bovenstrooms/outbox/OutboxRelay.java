package nl.bovenstrooms.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.EventCodec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka. A row is deleted only when the broker has acknowledged its event, in the same transaction that
 * read it; whatever dies in between leaves the row, and the event goes out again with the same id.
 *
 * <p>Rows are read by position under a lock that one relay holds at a time, and never "since the last position": a transaction
 * that commits late would be skipped for ever.
 *
 * <p>An event that is too large for the broker is no larger the next time: it stays in its row with the reason, and those behind it go out.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Any number, the same in all instances of a service. */
    private static final long LOCK = 0x0_0074_B0_58L;

    private static final int BATCH = 200;
    private static final int LARGEST_EVENT = 4 << 20;
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final String brokers;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    @Inject
    OutboxRelay(
            DataSource dataSource,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.dataSource = dataSource;
        this.brokers = brokers;
        Gauge.builder("outbox.waiting", () -> asked("select count(*) from outbox where refused is null"))
                .description("Events that wait to be published")
                .register(metrics);
        Gauge.builder("outbox.refused", () -> asked("select count(*) from outbox where refused is not null"))
                .description("Events that the broker will never take: somebody has to look")
                .register(metrics);
        Gauge.builder(
                        "outbox.oldest.age",
                        () -> asked("select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox where"
                                + " refused is null"))
                .description("Age of the oldest event that waits to be published")
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        nudge();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** Says that there is something to publish. */
    public void nudge() {
        work.release();
    }

    private void run() {
        try (var producer =
                new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer())) {
            while (running) {
                relayAndWait(producer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong, the relay tries again: it is the only way out of a service
    private void relayAndWait(KafkaProducer<String, byte[]> producer) throws InterruptedException {
        try {
            work.drainPermits();
            var relayed = QuarkusTransaction.requiringNew().call(() -> relay(producer));
            if (relayed < BATCH) {
                var nudged = work.tryAcquire(LOOK_AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                LOG.tracef("nudged: %s", nudged);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warnf("Events wait in the outbox and are tried again: %s", e.getMessage());
            LOG.debug("The relay failed", e);
            Thread.sleep(AFTER_A_FAILURE.toMillis());
        }
    }

    private int relay(KafkaProducer<String, byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        try (var connection = dataSource.getConnection()) {
            if (!locked(connection)) {
                return 0;
            }
            var rows = waiting(connection);
            var acknowledgements = new ArrayList<Future<RecordMetadata>>(rows.size());
            for (var row : rows) {
                acknowledgements.add(producer.send(row.toRecord()));
            }
            var sent = new ArrayList<Row>(rows.size());
            for (var index = 0; index < rows.size(); index++) {
                try {
                    acknowledgements.get(index).get();
                    sent.add(rows.get(index));
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RecordTooLargeException tooLarge)) {
                        throw e;
                    }
                    setAside(connection, rows.get(index), tooLarge);
                }
            }
            delete(connection, sent);
            return rows.size();
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static List<Row> waiting(Connection connection) throws SQLException {
        var sql =
                "select position, aggregatetype, aggregateid, payload from outbox where refused is null order by position limit "
                        + BATCH;
        try (var select = connection.prepareStatement(sql);
                var result = select.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (result.next()) {
                rows.add(new Row(result.getLong(1), result.getString(2), result.getString(3), result.getBytes(4)));
            }
            return rows;
        }
    }

    private static void setAside(Connection connection, Row row, RecordTooLargeException reason) throws SQLException {
        LOG.errorf(
                "The event at position %d of the outbox, for %s, is never published: %s",
                row.position(), row.topic(), reason);
        try (var update = connection.prepareStatement("update outbox set refused = ? where position = ?")) {
            update.setString(1, reason.getMessage());
            update.setLong(2, row.position());
            update.executeUpdate();
        }
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where position = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            delete.executeUpdate();
        }
    }

    private double asked(String sql) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql);
                var result = select.executeQuery()) {
            return result.next() ? result.getDouble(1) : Double.NaN;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000,
                // Counted before it is compressed; the broker counts after, and takes 1 MiB.
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_EVENT,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(long position, String topic, String key, byte[] payload) {
        ProducerRecord<String, byte[]> toRecord() {
            var message = new ProducerRecord<>(topic, key, payload);
            message.headers().add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
            return message;
        }
    }
}
