package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule texts that somebody wrote to stop the service, or by mistake. */
class RuleSafetyTest {

    private static final String DESCRIPTIONS = "goods.descriptions";

    static Stream<Arguments> malicious() {
        return Stream.of(
                Arguments.of("a regular expression that backtracks", "container.number.matches('(a+)+$')", "matches"),
                Arguments.of("asking the time", "timestamp('2026-11-24T00:00:00Z') > timestamp('2026')", "timestamp"),
                Arguments.of("a value of no type", "dyn(container.seals) == 0", "dyn"),
                Arguments.of("a list of lists", "size([[1], [2]]) == 2", "lists of lists"),
                Arguments.of(
                        "a list that holds itself twice, again and again",
                        "[1]" + ".map(a, [a, a])".repeat(4) + " == [1]" + ".map(a, [a, a])".repeat(4),
                        "lists of lists"),
                Arguments.of("a map of maps", "{'a': {'b': 1}}['a']['b'] == 1", "lists of lists"),
                Arguments.of("many kinds in one list", "'a' in [1, 'a']", "no-seal"),
                Arguments.of("too long", "true || ".repeat(400) + "true", "size exceeds limit"),
                Arguments.of("too deep", "(".repeat(200) + "true" + ")".repeat(200), "recursion"),
                Arguments.of("a function that is not there", "system('rm -rf /')", "undeclared reference"),
                Arguments.of("a field that is not there", "container.class.forName == 1", "no-seal"),
                Arguments.of("no yes or no", "container", "expected type 'bool'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void isRefused(String what, String condition, String why) {
        assertThatThrownBy(() -> Books.withCondition(condition))
                .isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining("no-seal")
                .hasMessageContaining(why);
    }

    static Stream<Arguments> expensive() {
        var all =
                "%s.all(a, %s.all(b, %s.all(c, a + b + c != '')))".formatted(DESCRIPTIONS, DESCRIPTIONS, DESCRIPTIONS);
        return Stream.of(
                Arguments.of("loops in loops", all),
                Arguments.of("loops whose errors are forgotten", "(%s) || (%s) || true".formatted(all, all)),
                Arguments.of(
                        "a text that doubles and doubles",
                        "size(['abcdefgh']" + ".map(a, a + a)".repeat(40) + ") == 1"),
                Arguments.of(
                        "lists joined in a loop",
                        "%s.all(a, size(%s) > 0)"
                                .formatted(DESCRIPTIONS, String.join(" + ", Collections.nCopies(40, DESCRIPTIONS)))));
    }

    /** The examples of a book are too small to show what it costs; scans are not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("expensive")
    void endsBeforeItCosts(String what, String expression) {
        var condition = "container.seals == 0 && (size(goods.headings) == 0 || (%s))".formatted(expression);
        var book = Books.withCondition(condition);
        var descriptions =
                IntStream.range(0, 200).mapToObj("WORDS %d"::formatted).toList();

        var outcome = book.judge(Books.facts("{container: {seals: 0}, goods: {headings: ['1'], descriptions: %s}}"
                        .formatted(descriptions.stream().map("'%s'"::formatted).toList())))
                .get(0);

        assertThat(outcome).isInstanceOf(RuleOutcome.Undecided.class);
        assertThat(((RuleOutcome.Undecided) outcome).why()).containsAnyOf("steps", "teration");
    }

    @Test
    void aReasonIsShort() {
        var book = Books.read(Books.BOOK.replace("Weegt {container.vgmKg} kg.", "Bevat {goods.descriptions}."));
        var descriptions = IntStream.range(0, 200)
                .mapToObj(n -> "'" + "WORDS ".repeat(40) + n + "'")
                .toList();

        var outcome = book.judge(
                        Books.facts("{container: {seals: 0}, goods: {descriptions: %s}}".formatted(descriptions)))
                .get(0);

        assertThat(((RuleOutcome.Applies) outcome).reason().nl()).hasSize(600).endsWith("...");
    }

    @Test
    void aBookIsOfReasonableSize() {
        assertThatThrownBy(() -> Books.read(Books.BOOK + "# ".repeat(600_000)))
                .isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining("bytes");
        var countries = String.join(", ", Collections.nCopies(1_001, "XX"));
        assertThatThrownBy(() -> Books.read(Books.BOOK.replace("\"NL\", \"BE\"", countries)))
                .hasMessage("lowCountries: a list has at most 1000 entries");
    }

    /** A document of a few lines that names itself ten times in each becomes a billion words where names are followed. */
    @Test
    void aBookThatNamesItselfStaysSmall() {
        var bomb = new StringBuilder("lists:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter < 'k'; letter++) {
            var before = String.join(", ", Collections.nCopies(10, "*" + (char) (letter - 1)));
            bomb.append("  %c: &%c [%s]\n".formatted(letter, letter, before));
        }

        assertThat(Books.read(Books.BOOK.replace("lists:\n", bomb)).rules()).hasSize(1);
    }
}
