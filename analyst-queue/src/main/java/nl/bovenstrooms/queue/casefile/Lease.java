package nl.bovenstrooms.queue.casefile;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to decide a case, for a while.
 *
 * @param holder user name of the reader
 * @param tokenHash SHA-256 of the token that proves it
 */
public record Lease(String holder, LeaseToken.Hash tokenHash, Instant claimedAt, Instant expiresAt) {

    /** Whether this reader, with this token, has the lease at this moment. At the moment of expiry it is gone. */
    boolean isHeldBy(String reader, LeaseToken token, Instant now) {
        return holder.equals(reader) && tokenHash.isOf(token) && now.isBefore(expiresAt);
    }

    /** When it expires after a heartbeat now: never earlier than before, never later than the longest claim allows. */
    Instant extended(Instant now, Duration lease, Duration longestClaim) {
        var asked = now.plus(lease);
        var last = claimedAt.plus(longestClaim);
        var extended = asked.isBefore(last) ? asked : last;
        return extended.isAfter(expiresAt) ? extended : expiresAt;
    }
}
