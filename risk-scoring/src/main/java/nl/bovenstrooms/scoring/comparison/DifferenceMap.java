package nl.bovenstrooms.scoring.comparison;

/**
 * For display: where the second picture is darker than the first one lets expect, or lighter, over the container's region in
 * the second picture.
 *
 * @param strengths row by row, in units of what is usual at each place: above 0 where something was added, below 0 where
 *     something was removed, -4 to 4
 */
@SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
public record DifferenceMap(int width, int height, float[] strengths) {}
