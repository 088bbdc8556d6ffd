package nl.bovenstrooms.scoring.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.rules.DryRun;
import nl.bovenstrooms.scoring.rules.DryRun.Stored;
import nl.bovenstrooms.scoring.rules.Rule;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.RuleBookRefused;
import nl.bovenstrooms.scoring.rules.RuleOutcome;
import nl.bovenstrooms.simulator.story.ScenarioRefused;
import nl.bovenstrooms.simulator.story.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules}: tries a rule book out. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Tries a rule book out before it counts.")
public final class RulesCommand {

    private static final int REFUSED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private RulesCommand() {}

    /** Ends the virtual machine with 0 when all is well, with 2 when a book, scenario or manifest is refused. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RulesCommand()).setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof RuleBookRefused || problem instanceof ScenarioRefused) {
                command.getErr().println(problem.getMessage());
                return REFUSED;
            }
            throw problem;
        });
    }

    /** {@code rules check}: loads a book, which runs its examples. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Loads a rule book and runs the examples of every rule.")
    int check(
            @Parameters(
                            paramLabel = "BOOK",
                            arity = "0..1",
                            description = "File, or folder with a " + RuleBookReader.FILE
                                    + ", and perhaps the weights beside it; without it, the book of this release.")
                    @Nullable
                    Path book,
            @Option(
                            names = "--two-persons",
                            description =
                                    "As in production: author and approver of each rule, and of the weights, differ.")
                    boolean twoPersons) {
        var read = read(book);
        if (twoPersons) {
            read.requireTwoPersons();
        }
        print(
                "Rule book %s is right: %d rules, all examples hold.",
                read.version(), read.rules().size());
        read.rules().stream()
                .collect(Collectors.groupingBy(Rule::group, TreeMap::new, Collectors.toList()))
                .forEach((group, rules) -> print("  %-22s %2d", group, rules.size()));
        return CommandLine.ExitCode.OK;
    }

    /** {@code rules test}: which rule applies how often. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Runs a rule book over manifests or simulated stories and shows which rule applies how often.")
    int test(
            @Parameters(paramLabel = "BOOK", arity = "0..1", description = "As with check.") @Nullable Path book,
            @Mixin Containers containers) {
        var read = read(book);
        var tally = new Tally();
        containers.trials().forEach(trial -> tally.add(trial, read.judge(trial.facts())));
        print("Rule book %s, %d rules; %s.", read.version(), read.rules().size(), containers.describe());
        print("%d containers, %d of them with contraband.", tally.containers, tally.threats);
        print("%-48s %6s %6s %16s", "rule", "points", "hits", "with contraband");
        for (var rule : read.rules()) {
            print("%-48s %6.1f %6d %16d", rule.id(), rule.points(), tally.hits(rule.id()), tally.threatHits(rule.id()));
        }
        tally.undecided.forEach((rule, why) -> print("could not be judged: %s: %s", rule, why));
        return CommandLine.ExitCode.OK;
    }

    /** {@code rules dry-run}: what another book would change. */
    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            description = {
                "Shows which cases another rule book would gain and lose, and the workload by both. With --since DAY, of the scans",
                "that were scored since then in the local data: see \"./bovenstrooms rules dry-run --since 2026-11-01 --help\"."
            })
    int dryRun(
            @Parameters(paramLabel = "BOOK", description = "The book to try.") Path book,
            @Option(names = "--against", description = "The book in force; without it, the one of this release.")
                    @Nullable
                    Path against,
            @Option(
                            names = "--threshold",
                            defaultValue = "0.010",
                            description = "Probability from which a container is a case (${DEFAULT-VALUE}).")
                    double threshold,
            @Mixin Containers containers) {
        var before = read(against);
        var after = read(book).weighedAs(before);
        var stored = containers.trials().map(trial -> new Stored(trial.reference(), trial.facts(), null));
        var dryRun = DryRun.of(before, after, stored, threshold);
        print("From %s to %s; %s.", before.version(), after.version(), containers.describe());
        print(
                "%d containers: %d cases (%.1f %%) become %d (%.1f %%).",
                dryRun.containers(),
                dryRun.casesBefore(),
                100 * dryRun.workloadBefore(),
                dryRun.casesAfter(),
                100 * dryRun.workloadAfter());
        dryRun.gained().forEach(reference -> print("gained %s", reference));
        dryRun.lost().forEach(reference -> print("lost   %s", reference));
        dryRun.changedHits().forEach(line -> print("%s", line));
        return CommandLine.ExitCode.OK;
    }

    private static RuleBook read(@Nullable Path book) {
        return book == null ? RuleBookReader.shipped() : RuleBookReader.read(book);
    }

    private void print(String format, Object... values) {
        var out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }

    /** On what a book is tried. */
    static final class Containers {

        @Option(
                names = "--manifests",
                paramLabel = "PATH",
                description = "A manifest, or a folder with *.json; without it, simulated stories.")
        private @Nullable Path manifests;

        @Option(
                names = "--scenario",
                paramLabel = "NAME|FILE",
                defaultValue = "evaluation",
                description = "Stories of a scenario of the simulator (${DEFAULT-VALUE}).")
        private String scenario = "evaluation";

        @Option(names = "--count", defaultValue = "200", description = "Vehicles (${DEFAULT-VALUE}).")
        private long count;

        @Option(
                names = "--seed",
                defaultValue = "1",
                description = "The same seed, the same stories (${DEFAULT-VALUE}).")
        private long seed;

        Stream<Trial> trials() {
            if (manifests != null) {
                return Trial.ofManifests(manifests);
            }
            var story = scenario.endsWith(".yaml") ? Scenarios.file(Path.of(scenario)) : Scenarios.shipped(scenario);
            return Trial.ofStories(story, seed, count);
        }

        String describe() {
            return manifests != null
                    ? "manifests of %s, without pictures".formatted(manifests)
                    : "%d synthetic vehicles of the scenario %s, seed %d, with the true load in place of a picture"
                            .formatted(count, scenario, seed);
        }
    }

    /** How often each rule applied. */
    private static final class Tally {

        private final Map<String, Integer> hits = new TreeMap<>();
        private final Map<String, Integer> threatHits = new TreeMap<>();
        private final Map<String, String> undecided = new TreeMap<>();
        private int containers;
        private int threats;

        void add(Trial trial, List<RuleOutcome> outcomes) {
            containers++;
            threats += trial.holdsThreat() ? 1 : 0;
            for (var outcome : outcomes) {
                var rule = outcome.rule().id();
                if (outcome instanceof RuleOutcome.Undecided unclear) {
                    undecided.putIfAbsent(rule, unclear.why());
                } else if (outcome instanceof RuleOutcome.Applies) {
                    hits.merge(rule, 1, Integer::sum);
                    threatHits.merge(rule, trial.holdsThreat() ? 1 : 0, Integer::sum);
                }
            }
        }

        int hits(String rule) {
            return hits.getOrDefault(rule, 0);
        }

        int threatHits(String rule) {
            return threatHits.getOrDefault(rule, 0);
        }
    }
}
