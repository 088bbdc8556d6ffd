package nl.bovenstrooms.scoring.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.evaluation.Publishing;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.labelled.ImagesRefused;
import nl.bovenstrooms.scoring.labelled.LabelledCrops;
import nl.bovenstrooms.scoring.labelled.LabelledImages;
import nl.bovenstrooms.scoring.labelled.MixedCrops;
import nl.bovenstrooms.scoring.training.Crops;
import nl.bovenstrooms.scoring.training.Learning;
import nl.bovenstrooms.scoring.training.Recipe;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
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
            description =
                    "Weights to start from instead of random ones: the file " + Learning.PARAMETERS + " of a model.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--images",
            description = "Folder with labelled pictures of your own to learn from too; see docs/own-images.md.")
    private Optional<Path> images = Optional.empty();

    @Option(
            names = "--own-share",
            defaultValue = "0.5",
            description = "With --images: so many of all pictures are your own, 1 for all of them (${DEFAULT-VALUE}).")
    private double ownShare;

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

    @Option(
            names = "--calibrate",
            description =
                    "Learn nothing: calibrate and measure the model in this folder again, and write all of it to --out.")
    private Optional<Path> calibrate = Optional.empty();

    @Option(names = "--threads", description = "Threads that draw containers (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--install",
            description = "Put the model where the service is built from: src/main/resources/model.")
    private boolean install;

    /** Ends the virtual machine with 0 when the model is there. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainCommand())
                .registerConverter(Path.class, new CallersFolder())
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        // All cores for one step; the service gives one to each of its workers instead.
        System.setProperty(
                "ai.djl.pytorch.num_threads",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        if (calibrate.isPresent()) {
            return calibrateAgain(calibrate.get());
        }
        var kept = resume ? Recipe.in(out) : Optional.<Recipe>empty();
        if (resume && kept.isEmpty()) {
            System.err.println("There is no checkpoint in " + out.toAbsolutePath() + ". Start without --resume.");
            return CommandLine.ExitCode.USAGE;
        }
        if (from.isPresent() && !Files.isRegularFile(from.get())) {
            System.err.println("There are no weights in " + from.get().toAbsolutePath() + ".");
            return CommandLine.ExitCode.USAGE;
        }
        var known = SyntheticCrops.ofKnownScanners(0.5);
        Learning learning;
        try {
            var own = images.map(LabelledImages::in);
            learning =
                    new Learning(out, mixed(own, known), mixed(own, SyntheticCrops.atHalfScale()), threads, System.out);
        } catch (ImagesRefused | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (!resume) {
            learning.startAnew();
        }
        var recipe = kept.orElseGet(() -> new Recipe(seed, contextSteps, detailSteps, judged, from.isPresent()));
        learning.learn(recipe, from);
        var publishing = new Publishing(out, recipe.run(), threads, System.out);
        var name = version.orElseGet(
                () -> "synthetic-%d-%d-%d".formatted(recipe.run(), recipe.contextSteps(), recipe.detailSteps()));
        publishing.publish(name, known, calibration, evaluation);
        if (install) {
            publishing.install(INSTALLED);
        }
        return CommandLine.ExitCode.OK;
    }

    private int calibrateAgain(Path model) throws IOException {
        var publishing = new Publishing(out, seed, threads, System.out);
        ModelCard card;
        try {
            card = ModelFiles.in(model).card();
            publishing.take(model);
        } catch (ModelUnusable e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        publishing.publish(
                version.orElse(card.version()), SyntheticCrops.ofKnownScanners(0.5), calibration, evaluation);
        if (install) {
            publishing.install(INSTALLED);
        }
        return CommandLine.ExitCode.OK;
    }

    /** Pictures that are learned from: simulated ones, one's own, or both. */
    private Crops mixed(Optional<LabelledImages> own, Crops simulated) {
        return own.<Crops>map(folder -> new MixedCrops(new LabelledCrops(folder, simulated), simulated, ownShare))
                .orElse(simulated);
    }
}
