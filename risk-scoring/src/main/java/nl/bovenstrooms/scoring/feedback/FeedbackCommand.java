package nl.bovenstrooms.scoring.feedback;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Prints what outcomes say of rules and models, from outside the service, with a database account that may read them: {@code
 * BOVENSTROOMS_SCORING_URL}, {@code _USER} and {@code _PASSWORD} in the environment, {@code _RULES_FOLDER} where the
 * service has one, and {@code _SINCE} for the first day.
 *
 * <pre>{@code
 * java -cp 'quarkus-app/app/*:quarkus-app/lib/main/*' nl.bovenstrooms.scoring.feedback.FeedbackCommand
 * }</pre>
 */
public final class FeedbackCommand {

    private FeedbackCommand() {}

    public static void main(String[] arguments) {
        run(System.getenv(), System.out);
    }

    private static void run(Map<String, String> environment, PrintStream out) {
        var outcomes = new Outcomes(Jdbi.create(
                environment.getOrDefault("BOVENSTROOMS_SCORING_URL", "jdbc:postgresql://localhost/scoring"),
                environment.getOrDefault("BOVENSTROOMS_SCORING_USER", "scoring"),
                environment.getOrDefault("BOVENSTROOMS_SCORING_PASSWORD", "")));
        var since = since(environment.get("BOVENSTROOMS_SCORING_SINCE"));
        print(
                Feedback.since(
                        since, outcomes, ActiveRuleBook.inForce(environment).get()),
                out);
    }

    private static Instant since(@Nullable String day) {
        return day == null
                ? Instant.EPOCH
                : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static void print(Feedback feedback, PrintStream out) {
        out.printf("%d containers scored%n", feedback.containers());
        if (feedback.containers() == 0) {
            return;
        }
        out.printf(
                "%-48s %10s %6s %8s %8s %6s %6s %-22s %s%n",
                "rule or model",
                "containers",
                "read",
                "acted on",
                "checked",
                "found",
                "other",
                "precision",
                "read per find");
        for (var one : feedback.contributions()) {
            var precision = one.precision();
            var cost = one.casesPerFind();
            out.println(String.format(
                            Locale.ROOT,
                            "%-48s %10d %6d %8d %8d %6d %6d %-22s %s",
                            one.id(),
                            one.containers(),
                            one.read(),
                            one.actedOn(),
                            one.checked(),
                            one.found(),
                            one.otherIrregularity(),
                            precision == null
                                    ? "-"
                                    : String.format(
                                            Locale.ROOT,
                                            "%.3f (%.3f to %.3f)",
                                            precision,
                                            one.interval().low(),
                                            one.interval().high()),
                            cost == null ? "-" : String.format(Locale.ROOT, "%.1f", cost))
                    .stripTrailing());
        }
        out.println(
                "precision: found of what was checked, and where it lies with 95 % certainty. Containers are checked because of");
        out.println(
                "their scores, so it is no share of all to which a rule applies. What was said counts for the score of then.");
        feedback.neverApplied().forEach(rule -> out.println("never applied: " + rule));
        feedback.alwaysApplied().forEach(rule -> out.println("always applied: " + rule));
    }
}
