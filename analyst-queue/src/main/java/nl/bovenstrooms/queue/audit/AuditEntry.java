package nl.bovenstrooms.queue.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * A link of the chain.
 *
 * <p>The hash is SHA-256 over these bytes, in this order; numbers are big-endian:
 *
 * <ol>
 *   <li>the hash of the entry before, 32 bytes; zeros for the first
 *   <li>{@code seq}, 8 bytes
 *   <li>{@code at} in microseconds since 1970-01-01T00:00Z, 8 bytes
 *   <li>{@code actor}, {@code action}, {@code subject}, {@code payload}: each its length in bytes as 4 bytes, then UTF-8
 * </ol>
 *
 * Every field has its length before it, so that no two different entries have the same bytes.
 *
 * @param seq from 1, without gaps
 * @param at in whole microseconds, as the database keeps it
 * @param actor user name, or {@code system}
 * @param subject what it is about, for example {@code case/} and its id
 * @param payload a JSON object with its keys in order, as it was hashed
 * @param previousHash 64 hexadecimal digits
 * @param hash 64 hexadecimal digits
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        String payload,
        String previousHash,
        String hash) {

    /** What the first entry follows. */
    public static final String GENESIS = "0".repeat(64);

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1000;

    /** The entry that follows another, with its hash. */
    static AuditEntry following(
            long previousSeq,
            String previousHash,
            Instant at,
            String actor,
            String action,
            String subject,
            String payload) {
        var seq = previousSeq + 1;
        var micros = at.truncatedTo(ChronoUnit.MICROS);
        return new AuditEntry(
                seq,
                micros,
                actor,
                action,
                subject,
                payload,
                previousHash,
                hash(previousHash, seq, micros, List.of(actor, action, subject, payload)));
    }

    /** Whether the hash is that of the content. */
    boolean isIntact() {
        return hash.equals(hash(previousHash, seq, at, List.of(actor, action, subject, payload)));
    }

    private static String hash(String previousHash, long seq, Instant at, List<String> texts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(previousHash));
            var micros = at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO;
            sha256.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(seq)
                    .putLong(micros)
                    .array());
            for (var text : texts) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
