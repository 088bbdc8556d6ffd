package nl.bovenstrooms.scoring.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.evaluation.Evaluating;
import nl.bovenstrooms.scoring.evaluation.Progress;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.labelled.ImagesRefused;
import nl.bovenstrooms.scoring.labelled.LabelledImages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures an image model on containers that it did not learn from, and writes a report. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the image model on simulated containers that are held out from training, or on pictures of your own,",
            "and writes a report: report.html with plots and examples, report.json with every figure. The model of this",
            "release and 1500 containers per set take about ten minutes on two cores."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--model", description = "Folder of a model (the model of this release by default).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--count",
            defaultValue = "1500",
            description = "Containers of each of four sets (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--whole",
            defaultValue = "420",
            description = "Whole pictures to find containers in (${DEFAULT-VALUE}).")
    private int whole;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same containers (${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--images",
            description = "Folder with labelled pictures of your own, to measure on instead; see docs/own-images.md.")
    private Optional<Path> images = Optional.empty();

    @Option(names = "--with-simulated", description = "With --images: measure on the simulated sets too.")
    private boolean withSimulated;

    @Option(
            names = "--out",
            defaultValue = "target/evaluation",
            description = "Folder for the report (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "evaluation");

    @Option(
            names = "--card",
            description = "Write the figures into this model card too, between its marks, such as docs/model-card.md.")
    private Optional<Path> card = Optional.empty();

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluateCommand())
                .registerConverter(Path.class, new CallersFolder())
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try {
            var files = model.map(ModelFiles::in).orElseGet(ModelFiles::bundled);
            var own = images.map(LabelledImages::in);
            var evaluating = new Evaluating(
                    files,
                    new Evaluating.Plan(seed, count, whole, threads, command()),
                    new Progress(System.out, System::nanoTime));
            var report = own.isPresent() && !withSimulated ? evaluating.reportOn(own.get()) : evaluating.report(own);
            Files.createDirectories(out);
            report.print(System.out);
            report.writeTo(out);
            System.out.println("The report is in " + out.resolve("report.html").toAbsolutePath());
            if (card.isPresent()) {
                report.writeInto(card.get());
                System.out.println("The figures are in " + card.get().toAbsolutePath());
            }
            return CommandLine.ExitCode.OK;
        } catch (ModelUnusable | ImagesRefused | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String command() {
        return "./bovenstrooms evaluate --count %d --whole %d --seed %d".formatted(count, whole, seed);
    }
}
