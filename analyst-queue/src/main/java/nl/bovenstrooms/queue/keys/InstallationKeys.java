package nl.bovenstrooms.queue.keys;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import nl.bovenstrooms.queue.QueueConfiguration;

/**
 * What only this installation knows: the secret of the draw ({@code draw-secret}, 32 bytes), and the Ed25519 key pair that
 * signs checkpoints of the audit ({@code audit-key}; the public half is for auditors). Each file holds one line of Base64; keys
 * are PKCS#8 and X.509.
 */
@Startup
@ApplicationScoped
public class InstallationKeys {

    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "Ed25519";

    private final byte[] drawSecret;
    private final PrivateKey signingKey;
    private final PublicKey verifyingKey;

    @Inject
    InstallationKeys(QueueConfiguration configuration) {
        this(configuration.keys());
    }

    InstallationKeys(Path folder) {
        this.drawSecret = decoded(SecretFile.readOrMake(folder.resolve("draw-secret"), InstallationKeys::newSecret));
        // Both halves in one file, so that they can't be of two pairs.
        var pair = SecretFile.readOrMake(folder.resolve("audit-key"), InstallationKeys::newPair)
                .strip()
                .split("\\s+");
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            this.signingKey = factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(pair[0])));
            this.verifyingKey = factory.generatePublic(new X509EncodedKeySpec(decoded(pair[1])));
        } catch (GeneralSecurityException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "the file audit-key in " + folder + " is not a pair of Ed25519 keys: restore it from the backup",
                    e);
        }
        SecretFile.readOrMake(folder.resolve("audit-public-key"), () -> pair[1] + "\n");
    }

    /** A copy. */
    public byte[] drawSecret() {
        return drawSecret.clone();
    }

    public PrivateKey signingKey() {
        return signingKey;
    }

    public PublicKey verifyingKey() {
        return verifyingKey;
    }

    /** @param text Base64 of an X.509 public key, as in {@code audit-public-key} */
    public static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key in Base64", e);
        }
    }

    private static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return encoded(secret) + "\n";
    }

    private static String newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return encoded(pair.getPrivate().getEncoded()) + "\n"
                    + encoded(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.strip());
    }
}
