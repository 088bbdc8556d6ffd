package nl.bovenstrooms.queue.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.queue.QueueConfiguration;
import nl.bovenstrooms.queue.keys.InstallationKeys;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Signs a checkpoint when enough entries or enough time lie behind the last one. One instance does it at a time. The checkpoint is in
 * the image store before its row commits: what dies in between is signed again under the same number.
 */
@ApplicationScoped
public class SigningCheckpoint {

    private final Jdbi jdbi;
    private final ImageStore store;
    private final InstallationKeys keys;
    private final QueueConfiguration.Audit configuration;
    private final Clock clock;

    @Inject
    SigningCheckpoint(
            DataSource dataSource,
            ImageStore store,
            InstallationKeys keys,
            QueueConfiguration configuration,
            Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.store = store;
        this.keys = keys;
        this.configuration = configuration.audit();
        this.clock = clock;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void signWhenDue() {
        jdbi.useHandle(handle -> {
            var mine = handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended('audit checkpoint', 0))")
                    .mapTo(Boolean.class)
                    .one();
            if (mine) {
                sign(handle);
            }
        });
    }

    private void sign(Handle handle) {
        var last = handle.createQuery(
                        "select number, seq, signed_at from audit_checkpoint order by number desc limit 1")
                .map((row, context) -> new Last(
                        row.getLong("number"),
                        row.getLong("seq"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .findOne()
                .orElse(new Last(0, 0, Instant.EPOCH));
        var end = handle.createQuery("select seq, hash from audit_entry order by seq desc limit 1")
                .map((row, context) ->
                        new End(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .findOne()
                .orElse(new End(0, AuditEntry.GENESIS));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var grown = end.seq() - last.seq();
        var enough = grown >= configuration.checkpointEntries();
        var longAgo = Duration.between(last.signedAt(), now).compareTo(configuration.checkpointEvery()) >= 0;
        if (grown == 0 || !(enough || longAgo)) {
            return;
        }
        var checkpoint = Checkpoint.signed(last.number() + 1, end.seq(), end.hash(), now, keys.signingKey());
        store.put(Checkpoint.key(checkpoint.number()), checkpoint.toBytes());
        handle.createUpdate("""
                        insert into audit_checkpoint (number, seq, signed_at, signature)
                        values (:number, :seq, :signedAt, :signature)
                        """)
                .bind("number", checkpoint.number())
                .bind("seq", checkpoint.seq())
                .bind("signedAt", now.atOffset(ZoneOffset.UTC))
                .bind("signature", Base64.getDecoder().decode(checkpoint.signature()))
                .execute();
    }

    private record Last(long number, long seq, Instant signedAt) {}

    private record End(long seq, String hash) {}
}
