package nl.bovenstrooms.benchmark;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Percentiles in milliseconds.
 *
 * @param samples how many there are; with 100, the p99 is the second-worst of them
 */
record Latency(long samples, double p50, double p95, double p99, double max) {

    /** Microseconds, up to ten minutes, with three digits. */
    static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    }

    static Latency of(Histogram microseconds) {
        return new Latency(
                microseconds.getTotalCount(),
                microseconds.getValueAtPercentile(50) / 1e3,
                microseconds.getValueAtPercentile(95) / 1e3,
                microseconds.getValueAtPercentile(99) / 1e3,
                microseconds.getMaxValue() / 1e3);
    }
}
