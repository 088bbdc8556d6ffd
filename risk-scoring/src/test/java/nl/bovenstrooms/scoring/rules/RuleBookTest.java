package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleBookTest {

    /** Nothing of this may ever become an input of a score; compared with every word of every field name. */
    private static final List<String> FORBIDDEN_INPUTS = List.of(
            "name",
            "person",
            "driver",
            "officer",
            "operator",
            "analyst",
            "operatormarks",
            "plate",
            "licence",
            "nationality",
            "citizenship",
            "passport",
            "birth",
            "age",
            "gender",
            "sex",
            "religion",
            "ethnicity",
            "language",
            "address",
            "phone",
            "email",
            "consignor",
            "consignee",
            "party",
            "parties",
            "notify",
            "shipper",
            "owner",
            "tenant",
            "sender",
            "crew",
            "captain",
            "vessel",
            "carrier",
            "mark",
            "note",
            "handling");

    private static final RuleBook BOOK = RuleBookReader.shipped();

    /** The examples run when the book is read, too; here each is a test with a name. */
    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        var tree = new YAMLMapper().readTree(RuleBookTest.class.getResourceAsStream("/rules/rule-book.yaml"));
        return BOOK.rules().stream().flatMap(rule -> {
            var examples = textOf(tree, rule).get("examples");
            return Stream.concat(
                    tests(rule, tree.get("ordinary"), examples.get("matching"), true),
                    tests(rule, tree.get("ordinary"), examples.get("notMatching"), false));
        });
    }

    private static Stream<DynamicTest> tests(Rule rule, JsonNode ordinary, JsonNode examples, boolean hasToMatch) {
        return examples.valueStream()
                .map(example ->
                        DynamicTest.dynamicTest(rule.id() + (hasToMatch ? " matches " : " leaves ") + example, () -> {
                            var facts = facts(ordinary, example);
                            var outcome = outcome(rule, facts);
                            if (!hasToMatch) {
                                assertThat(outcome).isInstanceOf(RuleOutcome.DoesNotApply.class);
                                return;
                            }
                            var reason = ((RuleOutcome.Applies) outcome).reason();
                            assertThat(reason.nl()).isNotBlank().doesNotContain("{", "}", "null");
                            assertThat(reason.en()).isNotBlank().doesNotContain("{", "}", "null");
                            assertThat(reason.nl()).isNotEqualTo(reason.en());
                        }));
    }

    @Test
    void fillsInNumbersTheWayTheLanguageWritesThem() throws IOException {
        var tree = new YAMLMapper().readTree(RuleBookTest.class.getResourceAsStream("/rules/rule-book.yaml"));
        var facts = facts(
                tree.get("ordinary"),
                new YAMLMapper().readTree("container: {declared: EMPTY, vgmKg: 21700.25, weighbridgeKg: 3000.0}"));

        var reasons = BOOK.judge(facts).stream()
                .filter(RuleOutcome.Applies.class::isInstance)
                .map(outcome -> ((RuleOutcome.Applies) outcome).reason())
                .toList();

        assertThat(reasons)
                .extracting(reason -> reason.nl())
                .contains(
                        "De weegbrug woog 3.000 kg, opgegeven (VGM) is 21.700,2 kg: verschil -18.700,2 kg.",
                        "De container is leeg aangegeven, maar het beeld toont lading (kans dat hij leeg is: 1 %).");
        assertThat(reasons)
                .extracting(reason -> reason.en())
                .contains(
                        "The weighbridge weighed 3,000 kg, declared (VGM) is 21,700.2 kg: a difference of -18,700.2"
                                + " kg.",
                        "The container is declared empty, but the picture shows a load (probability that it is empty:"
                                + " 1%).");
    }

    @Test
    void aRuleThatCanNotBeJudgedIsToldAndStopsNothing() {
        var facts = new Facts(
                new Facts.Container("", "ABSENT", "", null, false, "UNKNOWN", false, 0, null, null, null, null, null),
                new Facts.Goods(
                        false, List.of(), List.of(), List.of(), null, null, null, List.of(), List.of(), List.of(),
                        List.of()),
                Facts.Papers.UNKNOWN,
                new Facts.Journey("", "", "", "", "", List.of(), null),
                new Facts.Scanning("2026-11-24", false, false),
                // "seen", but without what comes with it: no such facts are ever gathered.
                new Facts.Picture(true, true, "", "", null, null, List.of(), null, null, null, List.of(), null, 1, 1),
                Facts.Lot.UNKNOWN,
                Facts.OtherScan.NONE,
                Facts.History.UNKNOWN);

        var outcomes = BOOK.judge(facts);

        assertThat(outcomes).hasSameSizeAs(BOOK.rules());
        assertThat(outcomes)
                .filteredOn(RuleOutcome.Applies.class::isInstance)
                .extracting(outcome -> outcome.rule().id())
                .contains("no-cut-off", "container-not-in-manifest");
    }

    @Test
    void hugeListsStayWithinTheBounds() {
        var long200 = java.util.stream.IntStream.range(0, 200)
                .mapToObj(n -> "WORDS ".repeat(40) + n)
                .toList();
        var codes = java.util.stream.IntStream.range(1000, 1200)
                .mapToObj(Integer::toString)
                .toList();
        var facts = new Facts(
                new Facts.Container("A", "CORRECT", "45R1", 40L, true, "FULL", true, 1, 1.0, 1.0, 1.0, true, 1.0),
                new Facts.Goods(true, codes, codes, long200, 1.0, 1.0, 1.0, codes, codes, codes, List.of()),
                Facts.Papers.UNKNOWN,
                new Facts.Journey("EXPORT", "BR", "BRSSZ", "NL", "NLRTM", codes, 60L),
                new Facts.Scanning("2026-11-24", false, false),
                new Facts.Picture(true, true, "", "", 0.5, 0.5, List.of(), null, 0.1, 0.5, List.of(), 4.2, 1, 1),
                Facts.Lot.UNKNOWN,
                Facts.OtherScan.NONE,
                Facts.History.UNKNOWN);

        assertThat(BOOK.judge(facts)).noneMatch(RuleOutcome.Undecided.class::isInstance);
    }

    @Test
    void nothingAboutPersonsIsAnInput() {
        var names = Stream.concat(namesOf(Facts.class), namesOf(Match.class)).toList();

        assertThat(names).contains("vgmKg", "loadingCountry", "probability", "count", "firstOfPair", "goodsShare");
        assertThat(names).allSatisfy(name -> assertThat(wordsOf(name)).doesNotContainAnyElementsOf(FORBIDDEN_INPUTS));
    }

    /** In what is asked and in what is filled in; words of a sentence are no inputs. */
    @TestFactory
    Stream<DynamicTest> noRuleTouchesAnythingAboutPersons() throws IOException {
        var tree = new YAMLMapper().readTree(Books.shippedText());
        return tree.get("rules")
                .valueStream()
                .map(rule -> DynamicTest.dynamicTest(rule.get("id").asText(), () -> {
                    var inputs = Stream.concat(
                                    Stream.of(rule.get("condition").asText()),
                                    rule.get("reason").valueStream().flatMap(text -> Pattern.compile("\\{([^}]*)}")
                                            .matcher(text.asText())
                                            .results()
                                            .map(result -> result.group(1))))
                            .map(expression -> expression.replaceAll("\"[^\"]*\"", ""))
                            .flatMap(expression -> Pattern.compile("[A-Za-z]+")
                                    .matcher(expression)
                                    .results()
                                    .map(result -> result.group()))
                            .toList();

                    assertThat(inputs).isNotEmpty();
                    assertThat(inputs).allSatisfy(name -> assertThat(wordsOf(name))
                            .doesNotContainAnyElementsOf(FORBIDDEN_INPUTS));
                }));
    }

    private static Stream<String> namesOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> Stream.concat(Stream.of(component.getName()), nestedNames(component)));
    }

    private static Stream<String> nestedNames(RecordComponent component) {
        var type = component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getType();
        return type instanceof Class<?> nested && nested.isRecord() ? namesOf(nested) : Stream.of();
    }

    private static List<String> wordsOf(String name) {
        return List.of(
                name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).split(" "));
    }

    private static RuleOutcome outcome(Rule rule, Facts facts) {
        return BOOK.judge(facts).stream()
                .filter(outcome -> outcome.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode textOf(JsonNode tree, Rule rule) {
        return tree.get("rules")
                .valueStream()
                .filter(text -> text.get("id").asText().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(JsonNode ordinary, JsonNode differences) {
        return RuleBookReader.factsOf(RuleBookReader.merged((ObjectNode) ordinary, (ObjectNode) differences), "a test");
    }
}
