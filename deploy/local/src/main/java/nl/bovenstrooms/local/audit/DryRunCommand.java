package nl.bovenstrooms.local.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what another rule book would have made of the scans of the local data, with the scoring service's own command. */
@Command(
        name = "dry-run",
        description = "Shows which cases of the local data another rule book would have gained and lost.",
        footer = {"", "Exit code 0, or 2 when the book is refused."})
public final class DryRunCommand implements Callable<Integer> {
    private static final ServiceCommand COMMAND = new ServiceCommand(
            Member.RISK_SCORING,
            DatabaseName.SCORING,
            "nl.bovenstrooms.scoring.scan.DryRunCommand",
            "BOVENSTROOMS_SCORING");

    @Parameters(
            paramLabel = "BOOK",
            description =
                    "The rule book to try: a file, or a folder with a rule-book.yaml and perhaps its combination.yaml.")
    private Path book = Path.of("");

    @Option(
            names = "--since",
            paramLabel = "DAY",
            required = true,
            description = "The first day, in UTC, whose scores count.")
    private LocalDate since = LocalDate.EPOCH;

    @Option(
            names = "--threshold",
            defaultValue = "0.010",
            description = "Probability from which a container is a case (${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        return COMMAND.run(
                SuiteOptions.in(data),
                Map.of(
                        "BOVENSTROOMS_SCORING_BOOK", book.toAbsolutePath().toString(),
                        "BOVENSTROOMS_SCORING_SINCE", since.toString(),
                        "BOVENSTROOMS_SCORING_THRESHOLD", Double.toString(threshold)));
    }
}
