package nl.bovenstrooms.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.local.Suite;
import org.jspecify.annotations.Nullable;

/**
 * Sees when a scan has its place in the queue: a case, or the record that nobody reads it. Both stand in the table of
 * assessments, which is asked every 20 ms about the scans that are on their way. So a time is when another connection
 * saw what the queue had committed, by the clock of this JVM: never too early, and too late by one period and one query at most.
 */
final class CaseWatch implements AutoCloseable {
    /** Often enough for latencies of a tenth of a second, and too seldom to cost the suite a hundredth of a core. */
    static final Duration OFTEN = Duration.ofMillis(20);

    /** While there is a backlog: many scans are asked about at once, and a tenth of a second does not matter. */
    static final Duration SELDOM = Duration.ofMillis(100);

    private static final String PLACED = "select distinct scan_id from assessment where scan_id = any (?)";

    private final Connection connection;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> placedAt = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::look, "case-watch");
    private volatile Duration period = OFTEN;
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;

    CaseWatch(Suite suite) throws SQLException {
        var embedded = suite.embedded();
        connection = DriverManager.getConnection(
                embedded.jdbcUrl(DatabaseName.QUEUE),
                DatabaseName.QUEUE.application(),
                embedded.secrets().get(DatabaseName.QUEUE.applicationSecret()));
        thread.setDaemon(true);
        thread.start();
    }

    void lookEvery(Duration changed) {
        period = changed;
    }

    /** From here on it is looked for. */
    void expect(UUID scan) {
        underWay.add(scan);
    }

    int stillUnderWay() {
        return underWay.size();
    }

    /**
     * @param whileWaiting hears again and again how many are missing
     * @throws IllegalStateException if some have no place in time, or the database can't be asked
     */
    void awaitAll(Duration patience, IntConsumer whileWaiting) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!underWay.isEmpty()) {
            if (failure != null) {
                throw new IllegalStateException("the queue's database can't be asked", failure);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d scans have no place in the queue after %d s; one of them is %s"
                        .formatted(
                                underWay.size(),
                                patience.toSeconds(),
                                underWay.iterator().next()));
            }
            whileWaiting.accept(underWay.size());
            Thread.sleep(period.toMillis());
        }
    }

    /** By {@link System#nanoTime}. */
    long placedAt(UUID scan) {
        var at = placedAt.get(scan);
        if (at == null) {
            throw new IllegalArgumentException("not placed: " + scan);
        }
        return at;
    }

    /** Bytes that the database has written to its log, of all its databases, since it was made. */
    long databaseLog() throws SQLException {
        synchronized (connection) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Containers that the model looked at, of all that were scored: less than all would flatter the suite. */
    long[] seenAndAll() throws SQLException {
        synchronized (connection) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) filter (where score->>'mode' = 'IMAGE_AND_RULES'), count(*) from assessment")) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    private void look() {
        try (var placed = connection.prepareStatement(PLACED)) {
            while (!closing) {
                Thread.sleep(period.toMillis());
                if (!underWay.isEmpty()) {
                    look(placed);
                }
            }
        } catch (SQLException failed) {
            failure = closing ? null : failed;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PreparedStatement placed) throws SQLException {
        synchronized (connection) {
            placed.setArray(1, connection.createArrayOf("uuid", underWay.toArray()));
            try (var rows = placed.executeQuery()) {
                var now = System.nanoTime();
                while (rows.next()) {
                    var scan = rows.getObject(1, UUID.class);
                    placedAt.put(scan, now);
                    underWay.remove(scan);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        synchronized (connection) {
            connection.close();
        }
    }
}
