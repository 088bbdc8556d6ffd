package nl.bovenstrooms.scoring.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.bovenstrooms.scoring.evaluation.EvaluatingStories;
import nl.bovenstrooms.scoring.evaluation.Progress;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.RuleBookRefused;
import nl.bovenstrooms.scoring.rules.WeighedRules;
import nl.bovenstrooms.scoring.score.Combination;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the whole score on simulated stories, and fits how contributions add up. */
@Command(
        name = "evaluate-stories",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the whole score on simulated bills of lading with all that is scanned of them: how much contraband is",
            "found when 5 % and 10 % of the containers are read, by the image, by the rules, by both, and with other scans;",
            "and whether the probabilities are honest. Writes report.html and report.json. A story takes about ten seconds",
            "on one core; looks are kept, so a second run is quick. With --fit it fits the combination on stories of another",
            "seed first, shows before and after on the held-out ones, and writes combination.yaml for two people to sign."
        })
public final class EvaluateStoriesCommand implements Callable<Integer> {

    @Option(names = "--honest", defaultValue = "150", description = "Stories without contraband (${DEFAULT-VALUE}).")
    private int honest;

    @Option(names = "--smuggled", defaultValue = "150", description = "Stories with contraband (${DEFAULT-VALUE}).")
    private int smuggled;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same stories (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--fit", paramLabel = "SEED", description = "Fit a combination on the stories of this seed.")
    private Optional<Long> fit = Optional.empty();

    @Option(names = "--new-version", description = "Version of the combination that is fitted (${DEFAULT-VALUE}).")
    private String version = "1.0.0";

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "A combination to measure, instead of the one of this release.")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--model", description = "Folder of a model (the model of this release by default).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--looks",
            defaultValue = "target/story-looks",
            description = "Folder where looks are kept; empty it when the simulator has changed (${DEFAULT-VALUE}).")
    private Path looks = Path.of("target", "story-looks");

    @Option(names = "--out", defaultValue = "target/stories", description = "Folder for the report (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "stories");

    @Option(names = "--threads", description = "Threads (one per core by default).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluateStoriesCommand())
                .registerConverter(Path.class, new CallersFolder())
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try {
            var book = RuleBookReader.shipped();
            var evaluating = new EvaluatingStories(
                    model.map(ModelFiles::in).orElseGet(ModelFiles::bundled),
                    book,
                    new EvaluatingStories.Plan(seed, honest, smuggled, threads, looks, command()),
                    new Progress(System.out, System::nanoTime));
            var combinations = new LinkedHashMap<String, Combination>();
            combinations.put("combination in force", against.isPresent() ? read(against.get()) : book.combination());
            Files.createDirectories(out);
            if (fit.isPresent()) {
                var fitted = evaluating.fitted(fit.get(), version);
                combinations.put("new combination", fitted);
                Files.writeString(
                        out.resolve(WeighedRules.FILE),
                        WeighedRules.write(fitted, "", "", "Made by " + command() + "\nSimulated stories only."));
            }
            var report = evaluating.report(combinations);
            report.print(System.out);
            report.writeTo(out);
            System.out.println("The report is in " + out.resolve("report.html").toAbsolutePath());
            if (fit.isPresent()) {
                System.out.printf(
                        "The new combination is in %s. Two people sign it before it counts: see docs/scoring.md%n",
                        out.resolve(WeighedRules.FILE).toAbsolutePath());
            }
            return CommandLine.ExitCode.OK;
        } catch (ModelUnusable | RuleBookRefused | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Combination read(Path file) throws IOException {
        return WeighedRules.read(Files.readAllBytes(file)).combination();
    }

    private String command() {
        return "./bovenstrooms evaluate-stories --honest %d --smuggled %d --seed %d%s"
                .formatted(
                        honest,
                        smuggled,
                        seed,
                        fit.map(other -> " --fit " + other + " --new-version " + version)
                                .orElse(""));
    }
}
