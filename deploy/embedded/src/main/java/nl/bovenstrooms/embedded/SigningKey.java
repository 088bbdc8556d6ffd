package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** The RSA key that sign-in signs tokens with. Kept, so that sessions survive a restart. */
public final class SigningKey {
    private SigningKey() {}

    /** Reads the key in this file (PKCS#8), or makes one and keeps it there with mode 0600. */
    public static KeyPair in(Path file) {
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var writing = file.resolveSibling(file.getFileName() + ".writing");
                Secrets.createPrivate(writing);
                Files.write(writing, generator.generateKeyPair().getPrivate().getEncoded());
                Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
            }
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new KeyPair(open, secret);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException damaged) {
            throw new CannotStart(
                    "The signing key in %s is damaged. Remove the file; everybody signs in again.".formatted(file),
                    damaged);
        }
    }
}
