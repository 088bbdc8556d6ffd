package nl.bovenstrooms.simulator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.bovenstrooms.simulator.sheet.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws the sheet that docs/simulator.md shows. */
@Command(
        name = "sheet",
        description = "Draws one picture with all goods, boxes and hiding places.",
        mixinStandardHelpOptions = true)
final class SheetCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "sheet.jpg", description = "Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("sheet.jpg");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            defaultValue = "0.8",
            description = "Of the JPEG, 0.1 to 1. Default: ${DEFAULT-VALUE}")
    private double quality;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(quality >= 0.1 && quality <= 1)) {
            throw new ParameterException(spec.commandLine(), "--quality is 0.1 to 1, not " + quality);
        }
        var file = Sheet.jpeg(seed, quality);
        try {
            Files.write(out, file);
        } catch (IOException e) {
            throw new CannotWrite(out, e);
        }
        spec.commandLine().getOut().printf("%s, %d kB%n", out.toAbsolutePath(), file.length / 1000);
        return 0;
    }
}
