package nl.bovenstrooms.queue.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static final Instant TIME = Instant.parse("2026-11-24T05:46:02.123456789Z");

    @Test
    void theHashIsThatOfTheDocumentedForm() throws Exception {
        var entry = entry("anna", "CASE_CLAIMED");

        var bytes = ByteBuffer.allocate(200);
        bytes.put(new byte[32]);
        bytes.putLong(1);
        bytes.putLong(TIME.getEpochSecond() * 1_000_000 + 123_456);
        for (var text : new String[] {"anna", "CASE_CLAIMED", "case/1", "{}"}) {
            bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_8));
        }
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes.flip());
        assertThat(entry.hash()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-24T05:46:02.123456Z"));
        assertThat(entry.isIntact()).isTrue();
    }

    @Test
    void whereOneFieldEndsAndTheNextBeginsCounts() {
        assertThat(entry("anna", "CASE_CLAIMED").hash())
                .isNotEqualTo(entry("annaC", "ASE_CLAIMED").hash());
    }

    @Test
    void everyChangeShows() {
        var e = entry("anna", "CASE_CLAIMED");

        assertThat(new AuditEntry(
                                2, e.at(), e.actor(), e.action(), e.subject(), e.payload(), e.previousHash(), e.hash())
                        .isIntact())
                .isFalse();
        assertThat(new AuditEntry(
                                1,
                                e.at().plusMillis(1),
                                e.actor(),
                                e.action(),
                                e.subject(),
                                e.payload(),
                                e.previousHash(),
                                e.hash())
                        .isIntact())
                .isFalse();
        assertThat(new AuditEntry(1, e.at(), e.actor(), e.action(), e.subject(), "{ }", e.previousHash(), e.hash())
                        .isIntact())
                .isFalse();
        assertThat(new AuditEntry(1, e.at(), e.actor(), e.action(), e.subject(), e.payload(), "1".repeat(64), e.hash())
                        .isIntact())
                .isFalse();
    }

    @Test
    void aCheckpointIsGoodOnlyAsItWasSigned() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signed = Checkpoint.signed(3, 40, "a".repeat(64), TIME, pair.getPrivate());

        assertThat(signed.isSignedBy(pair.getPublic())).isTrue();
        assertThat(Checkpoint.of(signed.toBytes())).isEqualTo(signed);
        assertThat(signed.isSignedBy(other.getPublic())).isFalse();
        assertThat(new Checkpoint(3, 41, signed.hash(), signed.signedAt(), signed.signature())
                        .isSignedBy(pair.getPublic()))
                .isFalse();
        assertThat(new Checkpoint(3, 40, signed.hash(), signed.signedAt(), "?").isSignedBy(pair.getPublic()))
                .isFalse();
    }

    private static AuditEntry entry(String actor, String action) {
        return AuditEntry.following(0, AuditEntry.GENESIS, TIME, actor, action, "case/1", "{}");
    }
}
