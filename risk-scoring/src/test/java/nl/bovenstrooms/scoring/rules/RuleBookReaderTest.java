package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookReaderTest {

    private static final String BOOK = """
            version: 7.1.0
            imageWeight: {lowest: -2.0, highest: 4.0}
            lists:
              lowCountries: ["NL", "BE"]
            tables:
              looksLike: {BOXES: ["08"]}
            ordinary:
              container: {number: A, checkDigit: CORRECT, sizeType: 22G1, lengthFeet: 20, reefer: false, declared: FULL,
                          listed: true, seals: 1, tareKg: 2200.0, vgmKg: 21700.0, weighbridgeKg: 21740.0}
              goods: {described: true, chapters: [], headings: [], descriptions: [], masterChapters: [], houseChapters: [],
                      codes: [], packages: []}
              papers: {}
              journey: {direction: EXPORT, loadingCountry: BR, loadingPort: BRSSZ, dischargeCountry: NL, dischargePort: NLRTM,
                        transitCountries: []}
              scan: {date: "2026-11-24", contingency: false, correction: false}
              picture: {found: false, seen: false, obstacle: "", loadKind: "", loadKinds: {}, findings: [], containersFound: 0,
                        containersDeclared: 1}
              lot: {seen: 0}
              otherScan: {result: NONE}
              history: {elsewherePort: "", earlierSizeType: ""}
            rules:
              - id: no-seal
                title: {nl: Geen zegel, en: No seal}
                condition: container.seals == 0
                points: 0.8
                reason: {nl: "Weegt {container.vgmKg} kg.", en: "Weighs {container.vgmKg} kg."}
                examples:
                  matching:
                    - container: {seals: 0}
                  notMatching:
                    - container: {seals: 3}
            """;

    @Test
    void readsTheShippedBook() {
        var book = RuleBookReader.shipped();

        assertThat(book.rules()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(book.version()).matches("\\d+\\.\\d+\\.\\d+\\+[0-9a-f]{12}");
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
                "condition: container.seals == 0   | condition: container.seels == 0     | no-seal: | undefined field 'seels'",
                "condition: container.seals == 0   | condition: container.seals ==       | no-seal: | mismatched input",
                "condition: container.seals == 0   | condition: container.seals          | no-seal: | expected type 'bool'",
                "condition: container.seals == 0   | condition: container.vgmKg == 0     | no-seal: | no matching overload",
                "condition: container.seals == 0   | condition: container.seals == 1     | no-seal: | ordinary container",
                "condition: container.seals == 0   | condition: container.seals == 9     | no-seal: | has to match",
                "condition: container.seals == 0   | condition: container.seals != 1     | no-seal: | must not match",
                "condition: container.seals == 0   | condition: container.setpointC > 1.0 | no-seal: | ordinary container",
                "condition: container.seals == 0   | condition: 'true'                   | no-seal: | ordinary container",
                "condition: container.seals == 0   | condition: goods.consignor == 'x'   | no-seal: | undefined field 'consignor'",
                "points: 0.8                       | points: 0                           | no-seal: | log-odds",
                "points: 0.8                       | points: 50                          | no-seal: | log-odds",
                "points: 0.8                       | points: a lot                       | rules[0].points | a lot",
                "points: 0.8                       | pionts: 0.8                         | rules[0].pionts | unknown key 'pionts'",
                "points: 0.8                       | title: {nl: a, en: b}               | rules[0] | Duplicate field 'title'",
                "title: {nl: Geen zegel, en: No seal} | title: {nl: Geen zegel}          | no-seal: | title.en is missing",
                "id: no-seal                       | id: No Seal                         | No Seal: | lower-case",
                "{container.vgmKg} kg.\", en       | {container.vgm} kg.\", en           | no-seal: | undefined field 'vgm'",
                "{container.vgmKg} kg.\", en       | {container.setpointC} kg.\", en     | no-seal: | fails",
                "container: {seals: 3}             | container: {seels: 3}               | no-seal: | unknown key 'seels'",
                "container: {seals: 3}             | container: {seals: many}            | no-seal: | many",
                "scan: {date:                      | scan: {contingent: false, date: | ordinary | unknown key 'contingent'",
                "version: 7.1.0                    | virsion: 7.1.0                      | virsion | unknown key 'virsion'",
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
    void refusesAnIdUsedTwice() {
        var rule = BOOK.substring(BOOK.indexOf("  - id: no-seal"));

        assertThatThrownBy(() -> read(BOOK + rule)).hasMessage("no-seal: this id is used twice");
    }

    @Test
    void refusesARuleWithoutExamples() {
        var withoutExamples = BOOK.substring(0, BOOK.indexOf("    examples:"));

        assertThatThrownBy(() -> read(withoutExamples)).hasMessage("no-seal: examples is missing");
    }

    @Test
    void refusesAnEmptyBook() {
        assertThatThrownBy(() -> read("")).isInstanceOf(RuleBookRefused.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(RuleBookRefused.class);
    }

    private static RuleBook read(String yaml) {
        return RuleBookReader.read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
