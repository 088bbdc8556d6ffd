package nl.bovenstrooms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;

/** Where a use case leaves an event: it is published if, and only if, the transaction commits. */
@ApplicationScoped
public class Outbox {

    private final DataSource dataSource;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    Outbox(DataSource dataSource, OutboxRelay relay, TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.relay = relay;
        this.transaction = transaction;
    }

    /**
     * Adds an event to the transaction that runs.
     *
     * @param key the Kafka key, which is the scan id
     */
    @Transactional(TxType.MANDATORY)
    public void append(EventType type, String key, Event<?> event) {
        var sql = "insert into outbox (id, aggregatetype, aggregateid, type, payload) values (?, ?, ?, ?, ?)";
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, event.id());
            insert.setString(2, type.topic());
            insert.setString(3, key);
            insert.setString(4, type.type());
            insert.setBytes(5, EventCodec.write(event));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure("the event could not be added to the outbox", e);
        }
        transaction.registerInterposedSynchronization(new NudgeAfterCommit());
    }

    /** Without it an event would wait for the relay's next look. */
    private final class NudgeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to do before.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.nudge();
            }
        }
    }
}
