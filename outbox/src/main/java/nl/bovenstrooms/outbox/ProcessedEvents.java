package nl.bovenstrooms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which events a consumer has had, in the transaction of their effect, so that a repeat has none. */
@ApplicationScoped
public class ProcessedEvents {

    private final DataSource dataSource;

    @Inject
    ProcessedEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Notes the event, and says whether this consumer meets it for the first time. A second delivery that runs at the same
     * moment waits here for the first to commit.
     */
    @Transactional(TxType.MANDATORY)
    public boolean firstTime(String consumer, UUID eventId) {
        var sql = "insert into processed_event (consumer, event_id) values (?, ?) on conflict do nothing";
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setObject(2, eventId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new OutboxFailure("the event could not be noted as processed", e);
        }
    }
}
