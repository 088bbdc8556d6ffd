package nl.bovenstrooms.simulator.command;

import java.nio.file.Path;
import nl.bovenstrooms.simulator.story.Scenario;
import nl.bovenstrooms.simulator.story.Scenarios;
import picocli.CommandLine.Option;

/** Which stream of passages, for the commands that need one. */
final class ScenarioOption {

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "demo",
            description = "demo, santos-export, training, evaluation, or a file of your own ending in .yaml."
                    + " Default: ${DEFAULT-VALUE}")
    private String scenario = "demo";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other scans; the same one, the same scans. Default: ${DEFAULT-VALUE}")
    private long seed;

    long seed() {
        return seed;
    }

    Scenario scenario() {
        return scenario.endsWith(".yaml") || scenario.endsWith(".yml")
                ? Scenarios.file(Path.of(scenario))
                : Scenarios.shipped(scenario);
    }
}
