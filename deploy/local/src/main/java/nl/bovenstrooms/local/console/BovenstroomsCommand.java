package nl.bovenstrooms.local.console;

import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.audit.DryRunCommand;
import nl.bovenstrooms.local.audit.FeedbackCommand;
import nl.bovenstrooms.local.audit.ReplayCommand;
import nl.bovenstrooms.local.audit.VerifyAuditCommand;
import nl.bovenstrooms.local.send.SendCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The launcher's command line; the script {@code bovenstrooms} in the root runs it. */
@Command(
        name = "bovenstrooms",
        description = "Runs Bovenstrooms on this machine.",
        subcommands = {
            UpCommand.class,
            SendCommand.class,
            VerifyAuditCommand.class,
            ReplayCommand.class,
            DryRunCommand.class,
            FeedbackCommand.class
        })
public final class BovenstroomsCommand {
    private static final int FAILED = 1;

    // Picocli acts on it by itself.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, scope = CommandLine.ScopeType.INHERIT, description = "Prints this.")
    private boolean help;

    private BovenstroomsCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BovenstroomsCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof CannotStart) {
                        System.err.println(failure.getMessage());
                        return FAILED;
                    }
                    throw failure;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
