package nl.bovenstrooms.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures for people: one table. What each of them means stands in docs/benchmark.md. */
final class Report {
    private static final double MEBI = 1 << 20;
    /** Other programs that take more than this make the figures worth less. */
    private static final double NOTICEABLE = 0.1;

    private final Results results;
    private final List<String> lines = new ArrayList<>();

    private Report(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        var report = new Report(results);
        report.machine();
        report.latency();
        report.throughput();
        report.floor();
        report.processes();
        report.doubts();
        return report.lines.stream().collect(Collectors.joining(System.lineSeparator()));
    }

    private void machine() {
        var machine = results.machine();
        var plan = results.plan();
        line(
                "%d cores (%s), %.0f GiB, %s, JDK %s; load in the minute before: %.1f",
                machine.cores(),
                machine.processor(),
                machine.memoryBytes() / MEBI / 1024,
                machine.system(),
                machine.jdk(),
                machine.loadBefore());
        line(
                "JPEG, 800 rows, %.0f kB; %d pictures in turn, each scan with its own manifest; %d scoring workers",
                results.bytesOfAScan() / 1e3, plan.pictures(), plan.workers());
    }

    private void latency() {
        var steady = results.steady();
        line("");
        line(
                "%-38s %9s %9s %9s %9s",
                "LATENCY, %.1f scans/s for %d s"
                        .formatted(results.plan().rate(), results.plan().steadySeconds()),
                "p50",
                "p95",
                "p99",
                "max");
        latency("PUT to receipt", steady.receipt());
        latency("PUT to case", steady.uploadToCase());
        line(
                "  goal: PUT to case, p95 under %.0f ms: %s. Seen up to %d ms late.",
                Results.LONGEST_P95_MILLIS, met(results.isLatencyMet()), results.resolutionMillis());
    }

    private void latency(String what, Latency latency) {
        line(
                "%-38s %6.0f ms %6.0f ms %6.0f ms %6.0f ms",
                "  " + what, latency.p50(), latency.p95(), latency.p99(), latency.max());
    }

    private void throughput() {
        var saturated = results.saturated();
        var model = results.model();
        line("");
        line(
                "THROUGHPUT, %d scans by %d senders",
                saturated.scans(), results.plan().senders());
        figure("receipts", "%6.1f /s", saturated.uploadsPerSecond());
        figure("sustained, upload to case", "%6.1f scans/s", saturated.scansPerSecond());
        figure(
                "model alone (before %.1f, after %.1f)".formatted(model.bareBefore(), model.bareAfter()),
                "%6.1f containers/s",
                model.bare());
        figure("sustained : model alone", "%6.2f", results.sustainedToModel());
        figure("the same by time of the cores", "%6.2f", results.sustainedToModelByCores());
        line("  goal: at least %.1f: %s", Results.LEAST_RATIO, met(results.isRatioMet()));
        figure("whole look alone", "%6.1f containers/s", model.wholeLook());
        figure("whole look : model alone", "%6.2f", results.lookToModel());
        figure("finding containers, one core", "%6.1f ms", model.finderMillis());
    }

    private void floor() {
        var model = results.model();
        var workers = results.plan().workers();
        line("");
        line("FLOOR, for one container of %d x %d on %d threads", model.width(), model.height(), workers);
        figure("matrix product, the most these cores do", "%6.0f GFLOP/s", model.peakFlops() / 1e9);
        figure("%.2f GFLOP at that speed".formatted(results.operations() / 1e9), "%6.1f ms", results.floorMillis());
        times("model alone", 1e3 / model.bare(), results.floorMillis());
        times("suite, sustained", 1e3 / results.saturated().scansPerSecond(), results.floorMillis());
        figure("written to disk by a scan", "%6.2f MB", results.writtenBytesOfAScan() / 1e6);
        figure(
                "at the disk's %.0f MB/s".formatted(results.diskBandwidth() / 1e6),
                "%6.1f ms",
                results.diskFloorMillis());
    }

    private void times(String what, double millis, double floor) {
        line("%-46s %6.1f ms = %.1f times the floor", "  " + what, millis, millis / floor);
    }

    private void processes() {
        var scans = results.saturated().scans();
        line("");
        line("%-38s %11s %17s %15s", "PROCESSES", "peak memory", "of a core per scan", "written per scan");
        results.usage()
                .forEach((name, usage) -> line(
                        "%-38s %11s %15.1f ms %12.0f kB",
                        "  " + name,
                        peak(name),
                        usage.coreSeconds() * 1e3 / scans,
                        usage.writtenBytes() / 1e3 / scans));
        line("%-38s %11s %15.1f ms", "  together", "", results.coreMillisOfAScan());
    }

    private String peak(String process) {
        var peak = results.peakMemory().get(process);
        return peak == null ? "not known" : "%.0f MiB".formatted(peak / MEBI);
    }

    private void doubts() {
        if (results.othersShare() > NOTICEABLE) {
            line("");
            line(
                    "! Other programs took %.0f %% of the cores during the saturation: the figures are worth less.",
                    100 * results.othersShare());
        }
        var retries = results.steady().retries() + results.saturated().retries();
        if (retries > 0) {
            line("! %d PUTs had to be sent again.", retries);
        }
        if (results.containersSeen() < results.containersScored()) {
            line(
                    "! The model looked at %d of %d containers only; the others were scored by rules alone.",
                    results.containersSeen(), results.containersScored());
        }
    }

    private void figure(String what, String format, double value) {
        lines.add("%-46s ".formatted("  " + what) + String.format(Locale.ROOT, format, value));
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String met(boolean is) {
        return is ? "met" : "MISSED";
    }
}
