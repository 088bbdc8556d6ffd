package nl.bovenstrooms.scoring.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Limits;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.training.FittingLimits;
import nl.bovenstrooms.scoring.training.PairMeasurement;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the comparison of two scans of one container, or fits its limits. */
@Command(
        name = "evaluate-pairs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the comparison of two scans of one container on simulated pairs. With --fit it fits the limits instead,",
            "on pairs that are never measured, and writes limits.yaml: it counts once it lies in the resources."
        })
public final class EvaluatePairsCommand implements Callable<Integer> {

    @Option(
            names = "--count",
            defaultValue = "200",
            description = "Pairs of each kind: unchanged, changed, not to be compared (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same pairs (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--fit", paramLabel = "SEED", description = "Fit the limits on the pairs of this seed, 0 to 65535.")
    private Optional<Integer> fit = Optional.empty();

    @Option(
            names = "--new-version",
            description = "Version of the limits that are fitted (the one after those in force by default).")
    private int version = 1 + Integer.parseInt(Comparing.VERSION);

    @Option(names = "--model", description = "Folder of a model (the model of this release by default).")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--out", defaultValue = "target/pairs", description = "Folder for the limits (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "pairs");

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluatePairsCommand())
                .registerConverter(Path.class, new CallersFolder())
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (var looking = PooledImageModel.start(model.map(ModelFiles::in).orElseGet(ModelFiles::bundled), threads)) {
            if (fit.isEmpty()) {
                PairMeasurement.take(looking, seed, count, threads).print(System.out);
                return CommandLine.ExitCode.OK;
            }
            var limits = FittingLimits.fit(looking, fit.get(), count, threads, String.valueOf(version));
            var made = limits.toYaml(
                    "Made by ./bovenstrooms evaluate-pairs --fit %d --count %d --new-version %d, by model %s"
                            .formatted(fit.get(), count, version, looking.version()));
            Files.createDirectories(out);
            Files.writeString(out.resolve(Limits.FILE), made);
            System.out.print(made);
            System.out.println("The limits are in " + out.resolve(Limits.FILE).toAbsolutePath());
            return CommandLine.ExitCode.OK;
        } catch (ModelUnusable | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
