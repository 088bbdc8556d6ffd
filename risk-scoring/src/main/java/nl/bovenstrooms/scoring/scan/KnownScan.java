package nl.bovenstrooms.scoring.scan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan as it stands after all that was told of it. The same messages give the same, in whatever order and however often they come.
 *
 * @param earlier what was told first; null while there is only one message
 * @param latest what counts
 * @param sight what was seen in its pictures
 */
record KnownScan(@Nullable Told earlier, Told latest, Sight sight) {

    UUID scanId() {
        return latest.scan().scanId();
    }

    /** What was told first. */
    Told first() {
        return earlier == null ? latest : earlier;
    }

    /**
     * With one more message.
     *
     * @param itsSight what was seen with what it tells
     * @return this one when nothing is new
     */
    KnownScan with(Told told, Sight itsSight) {
        if (told.isSameMessage(latest)) {
            // The model may have failed the first time.
            return itsSight.isComplete() && !sight.isComplete() ? new KnownScan(earlier, latest, itsSight) : this;
        }
        if (told.compareTo(latest) > 0) {
            return new KnownScan(first(), told, itsSight);
        }
        return told.compareTo(first()) < 0 ? new KnownScan(told, latest, sight) : this;
    }
}
