package nl.bovenstrooms.scoring.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the image model: learns from synthetic containers, calibrates, measures, and writes what the service loads. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes the image model from synthetic containers, from random weights or from a checkpoint.")
public final class TrainCommand implements Callable<Integer> {

    static final String WEIGHTS = "container-network.pt";
    static final String LOG = "training.log";

    private static final Path INSTALLED = Path.of("src", "main", "resources", "model");

    @Option(names = "--out", defaultValue = "target/model", description = "Folder for the model (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "model");

    @Option(names = "--steps", defaultValue = "2400", description = "Steps of the optimiser (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--batch", defaultValue = "16", description = "Pictures per step (${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same model (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--resume", description = "Go on from the checkpoint in the folder, with its recipe.")
    private boolean resume;

    @Option(names = "--version-name", description = "Version written into model.json (made of the recipe by default).")
    private Optional<String> version = Optional.empty();

    @Option(
            names = "--calibration",
            defaultValue = "1500",
            description = "Containers to calibrate with (${DEFAULT-VALUE}).")
    private int calibration;

    @Option(
            names = "--evaluation",
            defaultValue = "2000",
            description = "Containers to measure with (${DEFAULT-VALUE}).")
    private int evaluation;

    @Option(names = "--threads", description = "Threads that draw containers (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--install",
            description = "Put the model where the service is built from: src/main/resources/model.")
    private boolean install;

    /** Ends the virtual machine with 0 when the model is there. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        // All cores for one step; the service gives one to each of its workers instead.
        System.setProperty(
                "ai.djl.pytorch.num_threads",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        var checkpoint = resume ? Checkpoint.in(out) : Optional.<Checkpoint>empty();
        if (resume && checkpoint.isEmpty()) {
            System.err.println("There is no checkpoint in " + out.toAbsolutePath() + ". Start without --resume.");
            return CommandLine.ExitCode.USAGE;
        }
        if (!resume) {
            Files.deleteIfExists(out.resolve(LOG));
        }
        var recipe = checkpoint.map(Checkpoint::recipe).orElseGet(() -> new Recipe(seed, steps, batch));
        var crops = SyntheticCrops.ofKnownScanners(0.5);
        new TrainingRun(recipe, out, threads, System.out).run(checkpoint, out.resolve(WEIGHTS));
        var publishing = new Publishing(out, recipe.run(), threads, System.out);
        var name = version.orElseGet(() -> "synthetic-%d-%d".formatted(recipe.run(), recipe.steps()));
        publishing.publish(name, crops, calibration, evaluation);
        if (install) {
            publishing.install(INSTALLED);
        }
        return CommandLine.ExitCode.OK;
    }
}
