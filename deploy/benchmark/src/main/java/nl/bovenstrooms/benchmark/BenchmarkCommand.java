package nl.bovenstrooms.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.SuiteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line; {@code ./bovenstrooms benchmark} runs it. */
@Command(
        name = "benchmark",
        description =
                "Measures the whole suite on this machine: about five minutes. The machine should do nothing else.",
        showDefaultValues = true)
public final class BenchmarkCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2",
            description = "Scans per second of the steady load.")
    private double rate;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "75", description = "How long the steady load lasts.")
    private int seconds;

    @Option(
            names = "--scans",
            paramLabel = "N",
            defaultValue = "400",
            description = "Scans that are sent as fast as they are taken.")
    private int scans;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "4", description = "Who send them side by side.")
    private int senders;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Workers of risk-scoring, and of the model alone.")
    private int workers;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "2000", description = "Scans before all that.")
    private int warmUp;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "16", description = "Different pictures.")
    private int pictures;

    @Option(
            names = "--model-seconds",
            paramLabel = "N",
            defaultValue = "16",
            description = "How long each measurement of the model alone lasts.")
    private int modelSeconds;

    @Option(names = "--json", description = "Prints the figures as JSON; progress still goes to standard error.")
    private boolean json;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Works in this new folder and leaves it behind, logs included.")
    private @Nullable Path keep;

    // Picocli acts on it by itself.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    private BenchmarkCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new BenchmarkCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof CannotStart) {
                        System.err.println(failure.getMessage());
                        return FAILED;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        var plan = new Plan(pictures, warmUp, rate, seconds, scans, senders, workers, modelSeconds);
        var folder = folder();
        try {
            var results = new Benchmark(plan, folder, new Progress(System.err)).run();
            print(results);
            return 0;
        } finally {
            if (keep == null) {
                remove(folder);
            }
        }
    }

    private void print(Results results) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(results));
            return;
        }
        out.println();
        out.println(Report.of(results));
    }

    /** On the disk of the repository, since the folder for temporary files is memory on some machines. */
    private Path folder() throws IOException {
        if (keep == null) {
            var target = Files.createDirectories(SuiteOptions.repository().resolve("deploy/benchmark/target"));
            return Files.createTempDirectory(target, "run-");
        }
        if (Files.exists(keep)) {
            throw new CannotStart("%s is there already; name a new folder.".formatted(keep));
        }
        return Files.createDirectories(keep).toAbsolutePath();
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
