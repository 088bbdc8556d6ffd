package nl.bovenstrooms.scoring.comparison;

import java.util.List;
import nl.bovenstrooms.contracts.image.Region;

/** What came of laying two scans of one container on each other. */
public sealed interface Comparison {

    /**
     * Nothing is in one that is not in the other, as far as the two scanners can show it; the load may have shifted.
     *
     * @param match probability that both show one container with one load, where one pair in two does, 0 to 1
     * @param sureness probability that there is no change, where one pair in two has one, 0 to 1
     */
    record Same(Alignment alignment, double match, DifferenceMap difference, double sureness) implements Comparison {}

    /**
     * @param match see {@link Same}
     * @param changes at least one, the surest first
     */
    record Changed(Alignment alignment, double match, DifferenceMap difference, List<Change> changes)
            implements Comparison {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing can be said. */
    record NotComparable(Obstacle obstacle) implements Comparison {}

    /** Why nothing can be said. */
    enum Obstacle {
        FIRST_UNREADABLE,
        SECOND_UNREADABLE,
        /** The pictures can't be laid on each other: another container or load, or a part of the container is missing. */
        DO_NOT_MATCH
    }

    /**
     * @param region in the second picture, in its pixels
     * @param before the same place in the first picture
     * @param signs what speaks for it
     * @param sureness probability that it is no whim of the two scanners, where one pair in two has a change, 0 to 1
     */
    record Change(Kind kind, Region region, Region before, Signs signs, double sureness) {

        public enum Kind {
            /** In the second picture only. */
            ADDED,
            /** In the first picture only. */
            REMOVED,
            /** Gone from one place and turned up close to it. */
            SHIFTED
        }
    }
}
