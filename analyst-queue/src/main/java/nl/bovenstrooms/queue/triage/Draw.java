package nl.bovenstrooms.queue.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.bovenstrooms.queue.keys.InstallationKeys;

/**
 * Chance that can't be predicted without the secret of the installation and comes out the same each time: HMAC-SHA256 over what
 * is drawn, the scan and the container. A repeated message draws nothing new.
 */
@ApplicationScoped
public class Draw {

    /** As many bits as a double holds exactly. */
    private static final int BITS = 53;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    @Inject
    Draw(InstallationKeys keys) {
        this(keys.drawSecret());
    }

    Draw(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Whether this container belongs to the share that is read although nothing speaks for it. */
    boolean isChosen(UUID scanId, int containerIndex, double share) {
        return between0And1("chosen", scanId, containerIndex) < share;
    }

    /**
     * The risk by which a drawn case is ranked: spread over the tenfold above the threshold, as the others are, so that it
     * neither comes last nor is known by its place.
     */
    double standInRisk(UUID scanId, int containerIndex, double threshold) {
        return Math.min(1, threshold * Math.pow(10, between0And1("risk", scanId, containerIndex)));
    }

    /** A duration between the two, in whole seconds. */
    Duration delay(UUID scanId, int containerIndex, Duration earliest, Duration latest) {
        var spread = latest.minus(earliest).toSeconds();
        return earliest.plusSeconds((long) (between0And1("delay", scanId, containerIndex) * (spread + 1)));
    }

    private double between0And1(String what, UUID scanId, int containerIndex) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((what + " " + scanId + " " + containerIndex).getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(mac.doFinal()).getLong() >>> (Long.SIZE - BITS);
            return (double) bits / (1L << BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
