package nl.bovenstrooms.scoring.rules;

import static nl.bovenstrooms.scoring.rules.Books.BOOK;
import static nl.bovenstrooms.scoring.rules.Books.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookReaderTest {

    @Test
    void readsTheShippedBook() {
        var book = RuleBookReader.shipped();

        assertThat(book.rules()).hasSizeGreaterThanOrEqualTo(35);
        assertThat(book.version()).matches("\\d+\\.\\d+\\.\\d+\\+[0-9a-f]{12}/\\d+\\.\\d+\\.\\d+\\+[0-9a-f]{12}");
        assertThat(book.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void givesAnotherVersionToEveryText() {
        assertThat(read(BOOK).version())
                .startsWith("7.1.0+")
                .isEqualTo(read(BOOK).version());
        assertThat(read(BOOK + "\n").version()).isNotEqualTo(read(BOOK).version());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "condition: container.seals == 0   | condition: container.seels == 0     | no-seal: | undefined field"
                        + " 'seels'",
                "condition: container.seals == 0   | condition: container.seals ==       | no-seal: | mismatched input",
                "condition: container.seals == 0   | condition: container.seals          | no-seal: | expected type"
                        + " 'bool'",
                "condition: container.seals == 0   | condition: container.vgmKg == 0     | no-seal: | no matching"
                        + " overload",
                "condition: container.seals == 0   | condition: container.seals == 1     | no-seal: | ordinary"
                        + " container",
                "condition: container.seals == 0   | condition: container.seals == 9     | no-seal: | has to match",
                "condition: container.seals == 0   | condition: container.seals != 1     | no-seal: | must not match",
                "condition: container.seals == 0   | condition: container.setpointC > 1.0 | no-seal: | ordinary"
                        + " container",
                "condition: container.seals == 0   | condition: 'true'                   | no-seal: | ordinary"
                        + " container",
                "condition: container.seals == 0   | condition: goods.consignor == 'x'   | no-seal: | undefined field"
                        + " 'consignor'",
                "points: 0.8                       | points: 0                           | no-seal: | log-odds",
                "points: 0.8                       | points: 50                          | no-seal: | log-odds",
                "points: 0.8                       | points: a lot                       | rules[0].points | a lot",
                "points: 0.8                       | pionts: 0.8                         | rules[0].pionts | unknown"
                        + " key 'pionts'",
                "group: CONTAINER                  | group: PERSONS                      | rules[0].group | PERSONS",
                "approver: b.bakker                | approved: b.bakker                  | rules[0].signed.approved |"
                        + " unknown key",
                "approver: b.bakker, from          | from                                | no-seal: | signed.approver"
                        + " is missing",
                "from: \"2026-11-01\"               | from: \"yesterday\"                 | no-seal: | no day such as",
                "from: \"2026-11-01\"               | from: \"2026-11-01\", until: \"2026-10-31\" | no-seal: | before"
                        + " it begins",
                "hs: [\"08\"]                       | hs: [\"8\"]                         | looks.kinds | no HS code",
                "alike: []                         | alike: [[BOXES, BAGS]]              | looks: | no kind 'BAGS'",
                "fits: 0.3                         | fits: 0.01                          | seen.goods | below",
                "clear: 0.6,                       | clean: 0.6,                         | seen.goods | 'clear'",
                "clear: 0.6,                       | ''                                  | seen.goods | clear",
                "CT: [2.0, 600.0]                  | CT: [2.0]                           | seen.packages.CT | two"
                        + " numbers",
                "points: 0.8                       | title: {nl: a, en: b}               | rules[0] | Duplicate field"
                        + " 'title'",
                "title: {nl: Geen zegel, en: No seal} | title: {nl: Geen zegel}          | no-seal: | title.en is"
                        + " missing",
                "id: no-seal                       | id: No Seal                         | No Seal: | lower-case",
                "{container.vgmKg} kg.\", en       | {container.vgm} kg.\", en           | no-seal: | undefined field"
                        + " 'vgm'",
                "{container.vgmKg} kg.\", en       | {container.setpointC} kg.\", en     | no-seal: | fails",
                "container: {seals: 3}             | container: {seels: 3}               | no-seal: | unknown key"
                        + " 'seels'",
                "container: {seals: 3}             | container: {seals: many}            | no-seal: | many",
                "scan: {date:                      | scan: {contingent: false, date: | ordinary | unknown key"
                        + " 'contingent'",
                "version: 7.1.0                    | virsion: 7.1.0                      | virsion | unknown key"
                        + " 'virsion'",
                "{lowest: -2.0, highest: 4.0}      | {lowest: 2.0, highest: 4.0}         | imageWeight | between",
                "lists:                            | lists: {                            | lists (line | flow mapping",
                "lowCountries                      | goods                               | 'goods' | is taken",
            })
    void refusesTheWholeBook(String text, String mistake, String where, String why) {
        assertThat(BOOK).contains(text);

        assertThatThrownBy(() -> read(BOOK.replace(text, mistake)))
                .isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    @Test
    void namesTheLineOfAnExampleThatFails() {
        var line = BOOK.substring(0, BOOK.indexOf("- container: {seals: 3}"))
                .lines()
                .count();

        assertThatThrownBy(() -> read(BOOK.replace("container: {seals: 3}", "container: {seals: 0}")))
                .hasMessage(
                        "line %d, no-seal: the example {\"container\":{\"seals\":0}} must not match".formatted(line));
    }

    @Test
    void aRuleCountsFromItsFirstDayToItsLast() {
        var book = read(BOOK.replace("from: \"2026-11-01\"", "from: \"2026-11-24\", until: \"2026-11-26\""));

        assertThat(appliesOn(book, "2026-11-23")).isFalse();
        assertThat(appliesOn(book, "2026-11-24")).isTrue();
        assertThat(appliesOn(book, "2026-11-26")).isTrue();
        assertThat(appliesOn(book, "2026-11-27")).isFalse();
    }

    private static boolean appliesOn(RuleBook book, String day) {
        return book.judge(Books.facts("container: {seals: 0}", "scan: {date: \"%s\"}".formatted(day)))
                        .get(0)
                instanceof RuleOutcome.Applies;
    }

    @Test
    void inProductionARuleTakesTwoPersons() {
        assertThat(read(BOOK).requireTwoPersons().rules()).hasSize(1);
        assertThatThrownBy(() -> read(BOOK.replace("b.bakker", "A.Jansen")).requireTwoPersons())
                .isInstanceOf(RuleBookRefused.class)
                .hasMessage("no-seal: 'a.jansen' wrote and approved it. In production that takes two people");
        assertThatThrownBy(() -> read(BOOK.replace("b.bakker", "\"  \"")).requireTwoPersons())
                .isInstanceOf(RuleBookRefused.class)
                .hasMessage("no-seal: it is not signed. In production that takes two people");
        // The shipped book is the project's proposal: an organisation's own people have to sign it first.
        assertThatThrownBy(() -> RuleBookReader.shipped().requireTwoPersons()).isInstanceOf(RuleBookRefused.class);
    }

    @Test
    void refusesAnIdUsedTwice() {
        var rule = BOOK.substring(BOOK.indexOf("  - id: no-seal"));

        assertThatThrownBy(() -> read(BOOK + rule)).hasMessage("line 44, no-seal: this id is used twice");
    }

    @Test
    void refusesARuleWithoutExamples() {
        var withoutExamples = BOOK.substring(0, BOOK.indexOf("    examples:"));

        assertThatThrownBy(() -> read(withoutExamples)).hasMessage("line 32, no-seal: examples is missing");
    }

    @Test
    void refusesAnEmptyBook() {
        assertThatThrownBy(() -> read("")).isInstanceOf(RuleBookRefused.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(RuleBookRefused.class);
    }
}
