package nl.bovenstrooms.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param bytesOfAScan of one picture as it is sent, on average
 * @param resolutionMillis how much too late a place in the queue is seen at most, without the query itself
 * @param usage of each process for each scan of the saturation
 * @param othersShare of the cores that other programs took meanwhile, 0 to 1; NaN where it is not known
 * @param peakMemory bytes, by process
 * @param containersSeen containers that the model looked at, of {@code containersScored}
 * @param diskBandwidth bytes per second
 */
record Results(
        Machine machine,
        Plan plan,
        long bytesOfAScan,
        long resolutionMillis,
        Load.Steady steady,
        Load.Saturated saturated,
        Map<String, ProcessWatch.Usage> usage,
        double othersShare,
        Map<String, Long> peakMemory,
        long containersSeen,
        long containersScored,
        ModelRun.Figures model,
        double diskBandwidth) {

    /**
     * Operations of the network for each pixel that it sees, counted from the shapes of its layers: 4.04 billion for 1024 x 384,
     * four fifths of them in the part that looks closely. It is made of convolutions, so the number goes with the area.
     */
    private static final double OPERATIONS_PER_PIXEL = 4.04e9 / (1024 * 384);

    static final double LEAST_RATIO = 0.5;
    static final double LONGEST_P95_MILLIS = 3000;

    /** Sustained scans per second for each container per second of the model alone. */
    @JsonProperty
    public double sustainedToModel() {
        return saturated.scansPerSecond() / model.bare();
    }

    /**
     * The same by time of the cores: what the network takes of all that a scan takes. Where the cores are the limit it is what
     * {@link #sustainedToModel} would be on a machine that does nothing else, and other programs hardly move it.
     */
    @JsonProperty
    public double sustainedToModelByCores() {
        return model.coreMillis() / coreMillisOfAScan();
    }

    /** Whole looks per second for each bare forward per second. */
    @JsonProperty
    public double lookToModel() {
        return model.wholeLook() / model.bare();
    }

    /** For one container. */
    @JsonProperty
    public double operations() {
        return OPERATIONS_PER_PIXEL * model.width() * model.height();
    }

    /** Milliseconds in which all workers together could do the operations of one container. */
    @JsonProperty
    public double floorMillis() {
        return operations() / model.peakFlops() * 1e3;
    }

    /** Milliseconds in which the disk could take what one scan writes. */
    @JsonProperty
    public double diskFloorMillis() {
        return writtenBytesOfAScan() / diskBandwidth * 1e3;
    }

    /** By all processes together. */
    @JsonProperty
    public double writtenBytesOfAScan() {
        return usage.values().stream()
                        .mapToLong(ProcessWatch.Usage::writtenBytes)
                        .sum()
                / (double) saturated.scans();
    }

    /** Milliseconds of one core that one scan takes, in all processes together. */
    @JsonProperty
    public double coreMillisOfAScan() {
        return usage.values().stream()
                        .mapToDouble(ProcessWatch.Usage::coreSeconds)
                        .sum()
                * 1e3
                / saturated.scans();
    }

    @JsonProperty
    public boolean isRatioMet() {
        return sustainedToModel() >= LEAST_RATIO;
    }

    @JsonProperty
    public boolean isLatencyMet() {
        return steady.uploadToCase().p95() < LONGEST_P95_MILLIS;
    }
}
