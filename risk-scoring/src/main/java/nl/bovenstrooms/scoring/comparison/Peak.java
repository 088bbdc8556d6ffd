package nl.bovenstrooms.scoring.comparison;

/** The top of a parabola through three samples, the middle one being the highest. */
final class Peak {

    private Peak() {}

    /** @return where it is, from the middle sample, -1 to 1 */
    static double between(double before, double middle, double after) {
        var bend = before - 2 * middle + after;
        return bend > -1e-9 ? 0 : Math.max(-1, Math.min(1, 0.5 * (before - after) / bend));
    }
}
