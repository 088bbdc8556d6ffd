package nl.bovenstrooms.scoring.score;

/**
 * Where a share of all pictures lies, judged by some of them.
 *
 * @param low end, 0 to 1
 * @param high end, 0 to 1
 */
public record Interval(double low, double high) {

    /** Of the standard normal distribution: 95 % lie within. */
    private static final double DEVIATIONS = 1.959964;

    /** Wilson's interval of 95 %, which holds for few pictures and for shares of 0 and 1 too (Wilson 1927). */
    public static Interval ofShare(long hits, long of) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        var share = hits / (double) of;
        var squared = DEVIATIONS * DEVIATIONS;
        var centre = (share + squared / (2 * of)) / (1 + squared / of);
        var half = DEVIATIONS / (1 + squared / of) * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
