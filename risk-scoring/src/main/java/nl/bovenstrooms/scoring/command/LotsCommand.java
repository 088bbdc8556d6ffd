package nl.bovenstrooms.scoring.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.evaluation.LotMeasure;
import nl.bovenstrooms.scoring.evaluation.Progress;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lots}: measures how well the odd container of a bill of lading is found. */
@Command(
        name = "lots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures on simulated lots how well the container is found that differs from the others of its bill of lading,",
            "by the robust deviation that the score uses and by the classic one, in lots of 3 to 10. The model looks at 26",
            "containers for each lot: 200 lots take about seven minutes on two cores."
        })
public final class LotsCommand implements Callable<Integer> {

    @Option(names = "--count", defaultValue = "200", description = "Lots (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same lots (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--model", description = "Folder of a model (the model of this release by default).")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LotsCommand())
                .registerConverter(Path.class, new CallersFolder())
                .execute(arguments));
    }

    @Override
    public Integer call() {
        try (var looking = PooledImageModel.start(model.map(ModelFiles::in).orElseGet(ModelFiles::bundled), threads)) {
            LotMeasure.of(looking, seed, count, threads, new Progress(System.out, System::nanoTime))
                    .print(System.out);
            return CommandLine.ExitCode.OK;
        } catch (ModelUnusable | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
