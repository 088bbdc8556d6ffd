package nl.bovenstrooms.scoring.command;

import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.evaluation.LotMeasure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lots}: measures how well the odd container of a bill of lading is found. */
@Command(
        name = "lots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures on simulated lots how well the container is found that differs from the others of its bill of lading,",
            "by the robust deviation that the score uses and by the classic one, in lots of 3 to 20."
        })
public final class LotsCommand implements Callable<Integer> {

    @Option(names = "--count", defaultValue = "200", description = "Lots (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same lots (${DEFAULT-VALUE}).")
    private int seed;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LotsCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        LotMeasure.of(seed, count).print(System.out);
        return CommandLine.ExitCode.OK;
    }
}
