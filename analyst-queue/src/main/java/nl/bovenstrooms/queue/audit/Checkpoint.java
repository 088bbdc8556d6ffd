package nl.bovenstrooms.queue.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * A signed word about the chain at a moment, kept away from the database: whoever rewrites the chain would have to sign it again.
 *
 * <p>Signed with Ed25519 over these lines, each ended by a line feed, in UTF-8: {@code bovenstrooms audit checkpoint 1}, number,
 * seq, hash, signedAt.
 *
 * @param number from 1, without gaps; under its number it is kept in the image store
 * @param seq of the entry that was the last
 * @param hash of this entry, 64 hexadecimal digits
 * @param signedAt in ISO 8601
 * @param signature in Base64
 */
record Checkpoint(long number, long seq, String hash, String signedAt, String signature) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String ALGORITHM = "Ed25519";

    static Checkpoint signed(long number, long seq, String hash, Instant signedAt, PrivateKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content(number, seq, hash, signedAt.toString()));
            return new Checkpoint(
                    number, seq, hash, signedAt.toString(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    boolean isSignedBy(PublicKey key) {
        try {
            var verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(content(number, seq, hash, signedAt));
            return verification.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not even the shape of a signature.
            return false;
        }
    }

    /** Where the checkpoint of this number is kept. */
    static String key(long number) {
        return "audit/checkpoints/%012d.json".formatted(number);
    }

    byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can always be written", e);
        }
    }

    /** @throws IOException when it is not a checkpoint */
    static Checkpoint of(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, Checkpoint.class);
    }

    private static byte[] content(long number, long seq, String hash, String signedAt) {
        return "bovenstrooms audit checkpoint 1\n%d\n%d\n%s\n%s\n"
                .formatted(number, seq, hash, signedAt)
                .getBytes(StandardCharsets.UTF_8);
    }
}
