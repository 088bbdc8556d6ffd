package nl.bovenstrooms.scoring.training;

import ai.djl.nn.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the image model: learns from synthetic containers where contraband is, what a container is like, and how to judge of both; calibrates, measures, and writes what the service loads. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes the image model from synthetic containers, from random weights or from a checkpoint.")
public final class TrainCommand implements Callable<Integer> {

    static final String WEIGHTS = "container-network.pt";
    static final String PARAMETERS = "container-network.params";
    static final String LOG = "training.log";

    private static final Path INSTALLED = Path.of("src", "main", "resources", "model");

    @Option(names = "--out", defaultValue = "target/model", description = "Folder for the model (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "model");

    @Option(
            names = "--detail-steps",
            defaultValue = "5000",
            description = "Steps to learn where contraband is (${DEFAULT-VALUE}).")
    private int detailSteps;

    @Option(
            names = "--context-steps",
            defaultValue = "2000",
            description = "Steps to learn what a container is like as a whole (${DEFAULT-VALUE}).")
    private int contextSteps;

    @Option(
            names = "--judged",
            defaultValue = "3000",
            description = "Containers to make the judgement by (${DEFAULT-VALUE}).")
    private int judged;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same model (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--resume", description = "Go on from the checkpoints in the folder, with their recipe.")
    private boolean resume;

    @Option(
            names = "--from",
            description = "Weights to start from instead of random ones: the file " + PARAMETERS + " of a model.")
    private Optional<Path> from = Optional.empty();

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
        var kept = resume ? Recipe.in(out) : Optional.<Recipe>empty();
        if (resume && kept.isEmpty()) {
            System.err.println("There is no checkpoint in " + out.toAbsolutePath() + ". Start without --resume.");
            return CommandLine.ExitCode.USAGE;
        }
        if (from.isPresent() && !Files.isRegularFile(from.get())) {
            System.err.println("There are no weights in " + from.get().toAbsolutePath() + ".");
            return CommandLine.ExitCode.USAGE;
        }
        if (!resume) {
            Checkpoint.deleteAll(out);
            Files.deleteIfExists(out.resolve(LOG));
        }
        var recipe = kept.orElseGet(() -> new Recipe(seed, contextSteps, detailSteps, judged));
        recipe.write(out);
        learn(recipe);
        var publishing = new Publishing(out, recipe.run(), threads, System.out);
        var name = version.orElseGet(
                () -> "synthetic-%d-%d-%d".formatted(recipe.run(), recipe.contextSteps(), recipe.detailSteps()));
        publishing.publish(name, SyntheticCrops.ofKnownScanners(0.5), calibration, evaluation);
        if (install) {
            publishing.install(INSTALLED);
        }
        return CommandLine.ExitCode.OK;
    }

    /** One part after the other, then both together. */
    private void learn(Recipe recipe) throws IOException {
        var run = new TrainingRun(out, System.out);
        try (var assembling = new Assembling(SyntheticCrops.loadKinds().size())) {
            if (from.isPresent()) {
                assembling.takeWhole(from.get());
            }
            var started = from.isPresent();
            var network = assembling.network();
            try (var lesson = new DetailLesson(recipe.run(), Checkpoint.stepsDone(out, "detail"), threads)) {
                run.learn(lesson, recipe.detailSteps(), recipe.run(), started ? start("detail", network.detail) : null);
            }
            try (var lesson = new ContextLesson(recipe.run(), Checkpoint.stepsDone(out, "context"), threads)) {
                run.learn(
                        lesson,
                        recipe.contextSteps(),
                        recipe.run(),
                        started ? start("context", network.context) : null);
            }
            assembling.takeParts(Checkpoint.weights(out, "detail"), Checkpoint.weights(out, "context"));
            new Judging(recipe, out, threads, run).judge(assembling);
            Assembling.save(network, out.resolve(PARAMETERS));
            try (var script = Files.newOutputStream(out.resolve(WEIGHTS))) {
                TorchScript.write(network, script);
            }
        }
    }

    private Path start(String part, Block block) throws IOException {
        var weights = out.resolve("start-%s.params".formatted(part));
        Assembling.save(block, weights);
        return weights;
    }
}
