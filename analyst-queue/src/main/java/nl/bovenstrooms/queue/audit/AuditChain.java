package nl.bovenstrooms.queue.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the chain: each entry has the hash of its content and follows the one before, none is missing, and the chain passes through
 * every signed checkpoint. It needs a connection that may read, and nothing of the running service.
 */
final class AuditChain {

    private static final int FETCH = 1000;

    private AuditChain() {}

    /**
     * What the verification found.
     *
     * @param entries that were looked at, up to and with the broken one
     * @param brokenAt seq of the first entry that is not as it was; null when all are
     * @param why in a few words; null when intact
     * @param head hash of the last intact entry
     * @param checkpoints that were compared
     */
    record Verification(
            long entries, @Nullable Long brokenAt, @Nullable String why, String head, int checkpoints) {

        boolean intact() {
            return brokenAt == null;
        }
    }

    /**
     * @param connection must not be in auto-commit, or all entries are fetched at once
     * @param checkpoints in the order of their entries, each with a good signature
     */
    static Verification verify(Connection connection, List<Checkpoint> checkpoints) throws SQLException {
        var sql = "select seq, at, actor, action, subject, payload, previous_hash, hash from audit_entry order by seq";
        try (var select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                return verify(rows, checkpoints);
            }
        }
    }

    private static Verification verify(ResultSet rows, List<Checkpoint> checkpoints) throws SQLException {
        var seq = 0L;
        var head = AuditEntry.GENESIS;
        var compared = 0;
        while (rows.next()) {
            var entry = entry(rows);
            var wrong = wrong(entry, seq, head);
            if (wrong.isPresent()) {
                return new Verification(seq + 1, seq + 1, wrong.get(), head, compared);
            }
            while (compared < checkpoints.size() && checkpoints.get(compared).seq() == entry.seq()) {
                var checkpoint = checkpoints.get(compared);
                if (!checkpoint.hash().equals(entry.hash())) {
                    return new Verification(
                            entry.seq(),
                            entry.seq(),
                            "checkpoint " + checkpoint.number() + " was signed over another history",
                            head,
                            compared);
                }
                compared++;
            }
            seq = entry.seq();
            head = entry.hash();
        }
        if (compared < checkpoints.size()) {
            return new Verification(
                    seq,
                    seq + 1,
                    "the entries end before checkpoint "
                            + checkpoints.get(compared).number(),
                    head,
                    compared);
        }
        return new Verification(seq, null, null, head, compared);
    }

    private static Optional<String> wrong(AuditEntry entry, long previousSeq, String previousHash) {
        if (entry.seq() != previousSeq + 1) {
            return Optional.of("it is missing");
        }
        if (!entry.previousHash().equals(previousHash)) {
            return Optional.of("it does not follow the entry before");
        }
        return entry.isIntact() ? Optional.empty() : Optional.of("its hash is not that of its content");
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("payload"),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
