package nl.bovenstrooms.scoring.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.image.ModelFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures an image model on synthetic containers that it did not learn from, by scanners that it knows and one that it does not. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the image model on synthetic containers that are held out from training.")
public final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--model", description = "Folder of a model (the model of this release by default).")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--count", defaultValue = "2000", description = "Containers of each kind (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same containers (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluateCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        var files = model.map(ModelFiles::in).orElseGet(ModelFiles::bundled);
        System.out.println("Model " + files.card().version());
        System.out.println("Scanners that it learned from.");
        measure(files, SyntheticCrops.ofKnownScanners(0.5));
        System.out.println("A scanner that it never saw: " + SyntheticCrops.UNSEEN_SCANNERS);
        measure(files, SyntheticCrops.ofUnseenScanners(0.5));
        return CommandLine.ExitCode.OK;
    }

    private void measure(ModelFiles files, SyntheticCrops crops) {
        Measurement.take(files, count, threads, number -> crops.crop(Purpose.EVALUATION.seed(seed, number)))
                .print(System.out);
    }
}
