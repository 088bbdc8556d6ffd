package nl.bovenstrooms.scoring.training;

import java.util.Locale;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.comparison.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the comparison of two scans of one container, or fits its limits. */
@Command(
        name = "evaluate-pairs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the comparison of two scans of one container on simulated pairs.")
public final class EvaluatePairsCommand implements Callable<Integer> {

    @Option(
            names = "--count",
            defaultValue = "400",
            description = "Pairs of each kind: unchanged, changed, not to be compared (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same pairs (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--calibrate",
            description = "Fits the limits, on other pairs than those that are measured, and prints them.")
    private boolean calibrate;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluatePairsCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (calibrate) {
            var limits = PairMeasurement.calibrated(seed, count, threads);
            System.out.printf(Locale.ROOT, "match %.3f, strength %.3f%n", limits.leastMatch(), limits.leastStrength());
            limits.sureness()
                    .knots()
                    .forEach(knot ->
                            System.out.printf(Locale.ROOT, "new Knot(%.2f, %.2f)%n", knot.logit(), knot.evidence()));
            return CommandLine.ExitCode.OK;
        }
        PairMeasurement.take(Purpose.PAIRS, seed, count, threads, Limits.CALIBRATED)
                .print(System.out);
        return CommandLine.ExitCode.OK;
    }
}
