package nl.bovenstrooms.queue.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.queue.audit.AuditChain.Verification;
import nl.bovenstrooms.queue.keys.InstallationKeys;
import org.jdbi.v3.core.Jdbi;

/** Reads and verifies the chain for an auditor, and notes that it was done. */
@ApplicationScoped
public class VerifyingAudit {

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final ImageStore store;
    private final InstallationKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    VerifyingAudit(DataSource dataSource, ImageStore store, InstallationKeys keys, AuditTrail audit, Clock clock) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** A verification with its moment. */
    record Verified(Verification verification, Instant at) {}

    /** Reading a long chain takes longer than a transaction may: only noting it is one. */
    Verified verify(String auditor) {
        var verification = verification();
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(
                        auditor,
                        Action.AUDIT_VERIFIED,
                        "audit",
                        Map.of("entries", verification.entries(), "intact", verification.intact())));
        return new Verified(verification, clock.instant());
    }

    /** @return entries after a position, the oldest first */
    @Transactional
    List<AuditEntry> read(String auditor, long after, int limit) {
        var entries = jdbi.withHandle(
                handle -> handle.createQuery("select * from audit_entry where seq > :after order by seq limit :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .map((row, context) -> AuditChain.entry(row))
                        .list());
        audit.append(auditor, Action.AUDIT_READ, "audit", Map.of("after", after, "entries", entries.size()));
        return entries;
    }

    /** Checkpoints first: entries that are added meanwhile are beyond all of them. */
    private Verification verification() {
        try {
            var checkpoints = Checkpoints.read(store, keys.verifyingKey());
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    return AuditChain.verify(connection, checkpoints);
                } finally {
                    connection.rollback();
                }
            }
        } catch (Checkpoints.Damaged e) {
            return new Verification(0, 0L, e.getMessage(), AuditEntry.GENESIS, 0);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit could not be read", e);
        }
    }
}
