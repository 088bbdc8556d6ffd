package nl.bovenstrooms.local.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes every stored score again and compares it with what was published, byte by byte, with the scoring service's own command. */
@Command(
        name = "replay",
        description = "Makes every score of the local data again, and compares byte by byte.",
        footer = {"", "Exit code 0: all came out the same, 1: some did not."})
public final class ReplayCommand implements Callable<Integer> {
    private static final ServiceCommand COMMAND = new ServiceCommand(
            Member.RISK_SCORING,
            DatabaseName.SCORING,
            "nl.bovenstrooms.scoring.scan.ReplayCommand",
            "BOVENSTROOMS_SCORING");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        return COMMAND.run(SuiteOptions.in(data), Map.of());
    }
}
