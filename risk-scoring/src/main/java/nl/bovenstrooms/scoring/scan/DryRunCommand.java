package nl.bovenstrooms.scoring.scan;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.DryRun;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.RuleBookRefused;

/**
 * Shows what another rule book would have made of stored scans, from outside the service, with a database account that may read them:
 * {@code BOVENSTROOMS_SCORING_URL}, {@code _USER} and {@code _PASSWORD} in the environment, {@code _RULES_FOLDER} where the service has one, and what is to be tried: {@code
 * _BOOK} (a file, or a folder with one and perhaps its weights), {@code _SINCE} (a day) and {@code _THRESHOLD} (a probability, 0.010 without it).
 *
 * <p>Exit code 0, or 2 when the book is refused or something of the question can't be read.
 */
public final class DryRunCommand {

    private static final int REFUSED = 2;

    private DryRunCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out));
    }

    private static int run(Map<String, String> environment, PrintStream out) {
        try {
            var book = RuleBookReader.read(Path.of(environment.getOrDefault("BOVENSTROOMS_SCORING_BOOK", "")));
            var since = LocalDate.parse(environment.getOrDefault("BOVENSTROOMS_SCORING_SINCE", ""));
            var threshold = Double.parseDouble(
                    environment.getOrDefault("BOVENSTROOMS_SCORING_THRESHOLD", RulesResource.THRESHOLD));
            var rules = ActiveRuleBook.inForce(environment);
            var trying = new TryingRuleBook(Archive.of(environment), rules);
            var dryRun = trying.dryRun(book, since.atStartOfDay().toInstant(ZoneOffset.UTC), threshold);
            print(rules.get(), book.weighedAs(rules.get()), since, dryRun, out);
            return 0;
        } catch (RuleBookRefused | DateTimeException | NumberFormatException e) {
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    private static void print(RuleBook before, RuleBook after, LocalDate since, DryRun dryRun, PrintStream out) {
        out.printf("From %s to %s; what was scored since %s.%n", before.version(), after.version(), since);
        if (dryRun.containers() == 0) {
            out.println("No container was.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d containers: %d cases (%.1f %%) become %d (%.1f %%).%n",
                dryRun.containers(),
                dryRun.casesBefore(),
                100 * dryRun.workloadBefore(),
                dryRun.casesAfter(),
                100 * dryRun.workloadAfter());
        dryRun.gained().forEach(reference -> out.println("gained " + reference));
        dryRun.lost().forEach(reference -> out.println("lost   " + reference));
        dryRun.changedHits().forEach(out::println);
        if (dryRun.gained().isEmpty()
                && dryRun.lost().isEmpty()
                && dryRun.changedHits().isEmpty()) {
            out.println("No container becomes a case or ceases to be one, and every rule applies as often.");
        }
    }
}
