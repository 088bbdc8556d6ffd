package nl.bovenstrooms.queue.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds to the chain, in the transaction of what is audited: the one is there if, and only if, the other is.
 *
 * <p>The end of the chain is under a lock from here to the commit. So appending comes last in a transaction, after all locks on
 * rows: who waits for a row never holds the end of the chain, and nobody waits in a circle.
 */
@ApplicationScoped
public class AuditTrail {

    /** The actor where no person acts. */
    public static final String SYSTEM = "system";

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    AuditTrail(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    /** @param payload what else there is to say: text, numbers, truth values, lists and maps of them */
    @Transactional(TxType.MANDATORY)
    public void append(String actor, Action action, String subject, Map<String, ?> payload) {
        jdbi.useHandle(handle -> {
            lockEnd(handle);
            append(handle, actor, action, subject, canonical(payload));
        });
    }

    /** As {@link #append}, unless the last entry of this action and subject says the same. */
    @Transactional(TxType.MANDATORY)
    public void appendIfChanged(String actor, Action action, String subject, Map<String, ?> payload) {
        var text = canonical(payload);
        jdbi.useHandle(handle -> {
            lockEnd(handle);
            var last = handle.createQuery("""
                            select payload from audit_entry where subject = :subject and action = :action
                            order by seq desc limit 1
                            """)
                    .bind("subject", subject)
                    .bind("action", action.name())
                    .mapTo(String.class)
                    .findOne();
            if (!last.equals(Optional.of(text))) {
                append(handle, actor, action, subject, text);
            }
        });
    }

    private static void lockEnd(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended('audit', 0))::text")
                .mapTo(String.class)
                .list();
    }

    private void append(Handle handle, String actor, Action action, String subject, String payload) {
        var end = handle.createQuery("select seq, hash from audit_entry order by seq desc limit 1")
                .map((row, context) ->
                        new End(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .findOne()
                .orElse(new End(0, AuditEntry.GENESIS));
        var entry =
                AuditEntry.following(end.seq(), end.hash(), clock.instant(), actor, action.name(), subject, payload);
        handle.createUpdate("""
                        insert into audit_entry (seq, at, actor, action, subject, payload, previous_hash, hash)
                        values (:seq, :at, :actor, :action, :subject, :payload, :previousHash, :hash)
                        """)
                .bind("seq", entry.seq())
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("payload", entry.payload())
                .bind("previousHash", HexFormat.of().parseHex(entry.previousHash()))
                .bind("hash", HexFormat.of().parseHex(entry.hash()))
                .execute();
    }

    private static String canonical(Map<String, ?> payload) {
        try {
            return CANONICAL.writeValueAsString(new TreeMap<>(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this can't be written as JSON", e);
        }
    }

    private record End(long seq, String hash) {}
}
