package nl.bovenstrooms.scoring.comparison;

/**
 * What speaks for a change at a place.
 *
 * @param strength of the difference between the pictures, in units of what is usual at that place, at least 0
 * @param suspicion how much more suspicious the image model finds the whole picture that shows more, in log-odds; 0 when it finds it
 *     less so, or did not look at both
 * @param suspicionHere the same of its heat map at that very place, 0 to 1
 */
public record Signs(double strength, double suspicion, double suspicionHere) {}
