package nl.bovenstrooms.queue.casefile;

import java.time.Instant;

/**
 * The next moment after which less can be done.
 *
 * @param at what the case is ranked by; shown to readers unless the kind is NONE
 * @param passed whether nothing can be stopped any more: such a case comes after all others
 */
public record Deadline(Instant at, Kind kind, boolean passed) {

    /** Which moment it is. */
    public enum Kind {
        /** The gate closes for loading. */
        CUT_OFF,
        DEPARTURE,
        ARRIVAL,
        /** The manifest names none that lies ahead. */
        NONE
    }
}
