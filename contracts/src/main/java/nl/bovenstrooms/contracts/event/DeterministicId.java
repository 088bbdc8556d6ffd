package nl.bovenstrooms.contracts.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that come out the same each time the same thing is done, so that a repeat is recognised (RFC 9562, UUID v5). */
public final class DeterministicId {

    /** The namespace of Bovenstrooms, made once at random. */
    private static final UUID NAMESPACE = UUID.fromString("6f0d6a53-54a7-4d0f-9d2c-0a3f6c1be5d1");

    private DeterministicId() {}

    /** @param parts what the identifier stands for, in order; {@code ("a", "bc")} and {@code ("ab", "c")} differ */
    public static UUID of(String... parts) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(bytesOf(NAMESPACE));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha1.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha1.update(bytes);
            }
            var digest = ByteBuffer.wrap(sha1.digest());
            var high = (digest.getLong() & ~0xF000L) | 0x5000L;
            var low = (digest.getLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
