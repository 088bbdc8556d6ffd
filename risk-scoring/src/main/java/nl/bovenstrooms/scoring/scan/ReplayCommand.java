package nl.bovenstrooms.scoring.scan;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.util.Map;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;

/**
 * Replays all stored scores from outside the service, with a database account that may read them: {@code BOVENSTROOMS_SCORING_URL},
 * {@code _USER} and {@code _PASSWORD} in the environment, and {@code _RULES_FOLDER} where the service has one.
 *
 * <pre>{@code
 * java -cp 'quarkus-app/app/*:quarkus-app/lib/main/*' nl.bovenstrooms.scoring.scan.ReplayCommand
 * }</pre>
 *
 * Exit code 0: all of this rule book came out the same, 1: some did not, or there are scores and none is of this rule book.
 */
public final class ReplayCommand {

    private ReplayCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out));
    }

    private static int run(Map<String, String> environment, PrintStream out) {
        var archive = Archive.of(environment);
        var rules = ActiveRuleBook.inForce(environment);
        var judging = new JudgingScan(rules, new ScoringMetrics(new SimpleMeterRegistry()));
        var replay = new Replaying(archive, judging, rules).replay();
        out.println("rule book: " + rules.get().version());
        out.println("the same, byte by byte: " + replay.same());
        out.println("made with another rule book: " + replay.ofOtherRuleBook());
        out.println("different: " + replay.different().size());
        replay.different().forEach(score -> out.println("  " + score));
        if (replay.same() == 0 && replay.ofOtherRuleBook() > 0) {
            out.println(
                    "Nothing was compared: set BOVENSTROOMS_SCORING_RULES_FOLDER to the folder of the service's rule book.");
            return 1;
        }
        return replay.different().isEmpty() ? 0 : 1;
    }
}
