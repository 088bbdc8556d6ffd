package nl.bovenstrooms.queue.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Proves a claim. Only its holder has it: it is stored as a hash, and its text form does not show it.
 *
 * @param value 32 random bytes in base64url
 */
public record LeaseToken(String value) {

    private static final int BYTES = 32;

    /** @param random must be cryptographically strong outside of tests */
    public static LeaseToken random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LeaseToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public Hash hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return new Hash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "LeaseToken[secret]";
    }

    /** @param hex SHA-256 of a token, 64 hexadecimal digits */
    public record Hash(String hex) {

        boolean isOf(LeaseToken token) {
            return MessageDigest.isEqual(
                    hex.getBytes(StandardCharsets.US_ASCII), token.hash().hex().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
