package nl.bovenstrooms.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteListener;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import nl.bovenstrooms.local.customs.Upload;

/** One run: the suite under an even load and under all it takes, then the model alone on the same cores. */
final class Benchmark {
    private static final long SEED = 20261124;
    /** Longer than usual: everything is unpacked anew in an empty folder, maybe beside a build. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Plan plan;
    private final Path folder;
    private final Progress progress;

    /** @param folder empty; the suite of this run lives in it */
    Benchmark(Plan plan, Path folder, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    /** What was measured while the suite ran. */
    private record SuiteFigures(
            Load.Steady steady,
            Load.Saturated saturated,
            Map<String, ProcessWatch.Usage> usage,
            double othersShare,
            Map<String, Long> peakMemory,
            long[] seenAndAll) {}

    Results run() throws InterruptedException, ExecutionException, SQLException, IOException {
        var machine = Machine.thisOne();
        progress.say("making %d pictures".formatted(plan.pictures()));
        var scans = BaseCaseScans.make(plan.pictures(), SEED);
        progress.say("starting the suite");
        var options = SuiteOptions.in(folder.resolve("suite"))
                .withPorts(SuitePorts.free())
                .withRestarts(false)
                .withPatience(PATIENCE)
                .withSetting(Member.RISK_SCORING, "bovenstrooms.scoring.workers", Integer.toString(plan.workers()));
        SuiteFigures suite;
        try (var running = Suite.start(options, new Telling())) {
            suite = measure(running, scans);
        }
        progress.say("the model alone, on the same cores");
        var model = ModelRun.run(
                options.module(Member.RISK_SCORING).resolve("target/quarkus-app"), folder, scans.pictures(), plan);
        var disk = Disk.bandwidth(folder);
        progress.say("done");
        return new Results(
                machine,
                plan,
                Math.round(scans.pictures().stream()
                        .mapToInt(picture -> picture.file().length)
                        .average()
                        .orElse(0)),
                CaseWatch.OFTEN.toMillis(),
                suite.steady(),
                suite.saturated(),
                suite.usage(),
                suite.othersShare(),
                suite.peakMemory(),
                suite.seenAndAll()[0],
                suite.seenAndAll()[1],
                model,
                disk);
    }

    private SuiteFigures measure(Suite suite, BaseCaseScans scans)
            throws SQLException, InterruptedException, ExecutionException {
        try (var watch = new CaseWatch(suite);
                var processes = new ProcessWatch(suite, watch)) {
            var load = new Load(suite, watch, progress);
            var all = IntStream.range(0, plan.allScans()).mapToObj(scans::scan).toList();
            progress.say("warming up with %d scans".formatted(plan.warmUpScans()));
            load.saturate("warm-up", all.subList(0, plan.warmUpScans()), plan.senders());

            var steadyScans = part(all, plan.warmUpScans(), plan.steadyScans());
            progress.say("steady: %d scans, %.1f a second".formatted(steadyScans.size(), plan.rate()));
            var steady = load.steady(steadyScans, plan.rate());

            var saturationScans = part(all, plan.warmUpScans() + plan.steadyScans(), plan.saturationScans());
            progress.say("saturation: %d scans by %d senders".formatted(saturationScans.size(), plan.senders()));
            var usageBefore = processes.usage();
            var busyBefore = Linux.busySeconds();
            var saturated = load.saturate("saturation", saturationScans, plan.senders());
            var busy = Linux.busySeconds() - busyBefore;
            var usage = difference(processes.usage(), usageBefore);
            return new SuiteFigures(
                    steady,
                    saturated,
                    usage,
                    othersShare(busy, usage, saturated.seconds()),
                    processes.peakMemory(),
                    watch.seenAndAll());
        }
    }

    private static List<Upload> part(List<Upload> all, int from, int count) {
        return all.subList(from, from + count);
    }

    private static Map<String, ProcessWatch.Usage> difference(
            Map<String, ProcessWatch.Usage> now, Map<String, ProcessWatch.Usage> before) {
        var difference = new LinkedHashMap<String, ProcessWatch.Usage>();
        now.forEach((name, usage) ->
                difference.put(name, usage.since(before.getOrDefault(name, new ProcessWatch.Usage(0, 0)))));
        return difference;
    }

    private static double othersShare(double busy, Map<String, ProcessWatch.Usage> usage, double seconds) {
        var ours = usage.values().stream()
                .mapToDouble(ProcessWatch.Usage::coreSeconds)
                .sum();
        return Math.max(0, busy - ours) / seconds / Runtime.getRuntime().availableProcessors();
    }

    private final class Telling implements SuiteListener {
        @Override
        public void died(Member member, CannotStart why) {
            progress.say("! " + why.getMessage());
        }
    }
}
