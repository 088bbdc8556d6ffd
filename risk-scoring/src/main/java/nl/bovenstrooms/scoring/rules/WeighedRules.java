package nl.bovenstrooms.scoring.rules;

import static nl.bovenstrooms.scoring.rules.RuleBookReader.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import nl.bovenstrooms.scoring.score.Combination;
import org.jspecify.annotations.Nullable;

/**
 * The weights that go with a rule book, in a file of their own beside it: people write rules, and a computation makes weights, which
 * people sign.
 *
 * @param author had them made
 * @param approver looked at what they change and found it right
 */
public record WeighedRules(Combination combination, String author, String approver) {

    /** The name that weights have, in the folder of their book. */
    public static final String FILE = "combination.yaml";

    /** The points of the book as they are, which its own signatures stand for. */
    public static final WeighedRules BY_THE_BOOK = new WeighedRules(Combination.BY_THE_BOOK, "", "");

    /** The shape of the file. */
    private record Text(
            @Nullable String version,
            @Nullable Signed signed,
            @Nullable Double base,
            @Nullable Double image,
            @Nullable Map<String, @Nullable Double> weights) {}

    private record Signed(@Nullable String author, @Nullable String approver) {}

    /**
     * @param yaml in UTF-8
     * @throws RuleBookRefused when anything is wrong with it
     */
    public static WeighedRules read(byte[] yaml) {
        try {
            var text = required(RuleBookReader.YAML.readValue(yaml, Text.class), FILE);
            var signed = required(text.signed(), "signed");
            var weights = required(text.weights(), "weights");
            if (weights.containsValue(null)) {
                throw new RuleBookRefused(FILE + ": a rule is named without its weight");
            }
            return new WeighedRules(
                    new Combination(
                            required(text.version(), "version") + "+"
                                    + RuleBookReader.digestOf(yaml).substring(0, 12),
                            required(text.base(), "base"),
                            required(text.image(), "image"),
                            weights),
                    required(signed.author(), "signed.author").strip(),
                    required(signed.approver(), "signed.approver").strip());
        } catch (JsonProcessingException e) {
            throw new RuleBookRefused("%s: %s".formatted(FILE, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new RuleBookRefused("%s: %s".formatted(FILE, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #read} reads it; weights are rounded to two decimals. */
    public static String write(Combination combination, String author, String approver, String comment) {
        var yaml = new StringBuilder();
        comment.lines().forEach(line -> yaml.append("# ").append(line).append('\n'));
        yaml.append("\nversion: ")
                .append(combination.version())
                .append("\nsigned: {author: \"")
                .append(author)
                .append("\", approver: \"")
                .append(approver)
                .append("\"}\n\n# Log-odds of a container of which nothing is said.\nbase: ")
                .append(rounded(combination.base()))
                .append("\n\n# Of the image model's log-odds, and of the points of each rule.\nimage: ")
                .append(rounded(combination.image()))
                .append("\nweights:\n");
        new TreeMap<>(combination.weights()).forEach((rule, weight) -> yaml.append("  ")
                .append(rule)
                .append(": ")
                .append(rounded(weight))
                .append('\n'));
        return yaml.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
