package nl.bovenstrooms.scoring.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Rule books and facts for tests. */
final class Books {

    /** A book of one rule. */
    static final String BOOK = """
        version: 7.1.0
        imageWeight: {lowest: -2.0, highest: 4.0}
        lists:
          lowCountries: ["NL", "BE"]
        tables:
          seasons: {"08": ["summer"]}
        seen:
          goods: {fits: 0.3, contradicts: 0.05, clear: 0.6, mostOpaque: 0.6}
          mass: {error: 0.15, opaqueError: 0.5, deviations: 2.0, leastKg: 1000.0, mostOpaque: 0.5, declaredError: 0.03}
          fillError: 0.2
          packages: {CT: [2.0, 600.0]}
          roomLitres: {"20": 33000.0}
        looks:
          kinds: {BOXES: {nl: dozen, en: boxes, hs: ["08"]}}
          alike: []
          mixed: []
        ordinary:
          container: {number: A, checkDigit: CORRECT, sizeType: 22G1, lengthFeet: 20, reefer: false, declared: FULL,
                      listed: true, seals: 1, tareKg: 2200.0, vgmKg: 21700.0, weighbridgeKg: 21740.0}
          goods: {described: true, chapters: [], headings: [], descriptions: [], masterChapters: [], houseChapters: [],
                  codes: [], packages: []}
          papers: {}
          journey: {direction: EXPORT, loadingCountry: BR, loadingPort: BRSSZ, dischargeCountry: NL, dischargePort: NLRTM,
                    transitCountries: []}
          scan: {date: "2026-11-24", contingency: false, correction: false}
          picture: {found: false, seen: false, obstacle: "", loadKind: "", loadKinds: [], findings: [], containersFound: 0,
                    containersDeclared: 1}
          lot: {seen: 0}
          otherScan: {result: NONE}
          history: {elsewherePort: "", earlierSizeType: ""}
        rules:
          - id: no-seal
            group: CONTAINER
            title: {nl: Geen zegel, en: No seal}
            signed: {author: a.jansen, approver: b.bakker, from: "2026-11-01"}
            condition: container.seals == 0
            points: 0.8
            reason: {nl: "Weegt {container.vgmKg} kg.", en: "Weighs {container.vgmKg} kg."}
            examples:
              matching:
                - container: {seals: 0}
              notMatching:
                - container: {seals: 3}
        """;

    private static final YAMLMapper YAML = new YAMLMapper();

    private Books() {}

    static RuleBook read(String yaml) {
        return RuleBookReader.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** A book whose one rule has this condition; examples are the condition's own business. */
    static RuleBook withCondition(String condition) {
        return read(BOOK.replace("condition: container.seals == 0", "condition: >-\n      " + condition));
    }

    static String shippedText() {
        try (var resource = Books.class.getResourceAsStream("/rules/rule-book.yaml")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ordinary container of the shipped book, and what differs from it. */
    static Facts facts(String... differences) {
        try {
            var facts = (ObjectNode) YAML.readTree(shippedText()).get("ordinary");
            for (var difference : differences) {
                facts = RuleBookReader.merged(facts, (ObjectNode) YAML.readTree(difference));
            }
            return RuleBookReader.factsOf(facts, "a test");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
