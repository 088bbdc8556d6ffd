package nl.bovenstrooms.scoring.image;

/**
 * Which end of a container holds refrigeration machinery, if any: one end is a wall of compressor and coils, half a metre
 * thick, the other a pair of doors.
 */
enum ReeferEnd {
    NONE,
    LEFT,
    RIGHT;

    static ReeferEnd in(WorkingView view) {
        return NONE;
    }
}
