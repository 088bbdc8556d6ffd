package nl.bovenstrooms.simulator.command;

import nl.bovenstrooms.simulator.story.ScenarioRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code simulate}: makes scans with manifests and with what is true of them. */
@Command(
        name = "simulate",
        description = "Makes scans of containers, with manifests and with what is true of them.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {RenderCommand.class, SheetCommand.class, DiversityCommand.class, ProjectCommand.class})
public final class SimulateCommand {

    private SimulateCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof ScenarioRefused || problem instanceof CannotWrite) {
                        command.getErr().println(problem.getMessage());
                        return 2;
                    }
                    throw problem;
                });
    }
}
