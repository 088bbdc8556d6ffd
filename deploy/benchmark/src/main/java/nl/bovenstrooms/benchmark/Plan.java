package nl.bovenstrooms.benchmark;

/**
 * How much is measured.
 *
 * @param pictures different pictures that are made beforehand and sent in turn, each time with a manifest of its own
 * @param warmUpScans sent before anything is measured, so that the JVMs have compiled what is hot
 * @param rate of the steady load, in scans per second
 * @param steadySeconds how long the steady load lasts
 * @param saturationScans how many scans are sent as fast as they are taken
 * @param senders that send them side by side
 * @param workers of risk-scoring, and of the model alone
 * @param modelSeconds how long the model alone is measured
 */
record Plan(
        int pictures,
        int warmUpScans,
        double rate,
        int steadySeconds,
        int saturationScans,
        int senders,
        int workers,
        int modelSeconds) {

    public Plan {
        if (pictures < 1 || warmUpScans < 0 || saturationScans < 1 || senders < 1 || workers < 1 || modelSeconds < 1) {
            throw new IllegalArgumentException("pictures, scans, senders, workers and seconds are at least 1");
        }
        if (!(rate > 0 && rate * steadySeconds >= 1)) {
            throw new IllegalArgumentException("the steady load has at least one scan");
        }
    }

    int steadyScans() {
        return (int) Math.round(rate * steadySeconds);
    }

    int allScans() {
        return warmUpScans + steadyScans() + saturationScans;
    }
}
