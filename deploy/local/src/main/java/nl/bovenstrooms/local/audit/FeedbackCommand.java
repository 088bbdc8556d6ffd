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

/** Shows what outcomes of the local data say of rules and models, with the scoring service's own command. */
@Command(
        name = "feedback",
        description =
                "Shows what decisions and checks of the local data say of each rule and each version of the image model.")
public final class FeedbackCommand implements Callable<Integer> {
    private static final ServiceCommand COMMAND = new ServiceCommand(
            Member.RISK_SCORING,
            DatabaseName.SCORING,
            "nl.bovenstrooms.scoring.feedback.FeedbackCommand",
            "BOVENSTROOMS_SCORING");

    @Option(
            names = "--since",
            paramLabel = "DAY",
            defaultValue = "1970-01-01",
            description = "The first day, in UTC, whose scores count. Default: all.")
    private LocalDate since = LocalDate.EPOCH;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        return COMMAND.run(SuiteOptions.in(data), Map.of("BOVENSTROOMS_SCORING_SINCE", since.toString()));
    }
}
