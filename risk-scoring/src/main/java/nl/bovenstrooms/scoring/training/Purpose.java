package nl.bovenstrooms.scoring.training;

/** What a synthetic container is for. No seed serves two purposes, or the figures would praise what was learned by heart. */
public enum Purpose {
    TRAINING(1),
    WATCHING(2),
    CALIBRATION(3),
    /** Held out, otherwise like the ones learned from. */
    EVALUATION(4),
    /** Held out, by scanners that are never learned from, as a source usually sends it. */
    UNSEEN_SCANNERS_JPEG(5),
    /** Held out, raw, by scanners that are never learned from. */
    UNSEEN_SCANNERS_TWO_ENERGIES(6),
    /** Held out, with goods in boxes they never travel in otherwise, and harmless things that training never shows. */
    UNSEEN_LOADS(7),
    /** Whole pictures, to measure the finding of containers with. */
    FINDING(8),
    /** Whole containers to make the judgement by, once the parts of the network are trained. */
    JUDGING(9),
    /** Pairs of scans, for the limits of their comparison. */
    PAIRS_CALIBRATION(20),
    /** Pairs of scans, held out. */
    PAIRS(21);

    private static final int NUMBER_BITS = 40;

    private final long tag;

    Purpose(long tag) {
        this.tag = tag;
    }

    /**
     * @param run 0 to 65535: another run, other containers
     * @param number of the container within the run, 0 to 2^40 - 1
     */
    public long seed(int run, long number) {
        if (run < 0 || run > 0xFFFF || number < 0 || number >= 1L << NUMBER_BITS) {
            throw new IllegalArgumentException("no seed for run %d, number %d".formatted(run, number));
        }
        return tag << 56 | (long) run << NUMBER_BITS | number;
    }
}
