package nl.bovenstrooms.scoring.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.scoring.rules.ReasonTemplate.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule book from YAML and tries it out before anybody relies on it: every rule's examples run, those that must match
 * and those that must not, and no rule may match the ordinary container that the examples start from. One mistake refuses the
 * book.
 */
public final class RuleBookReader {

    /** The name that a book has in its folder. */
    public static final String FILE = "rule-book.yaml";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ARCHIVE = Pattern.compile("\\b(lot|otherScan|history)\\s*\\.");
    private static final double MOST_POINTS = 5;
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_ENTRIES = 1_000;

    static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private RuleBookReader() {}

    /**
     * Reads the book that comes with this service, with its weights.
     *
     * @throws RuleBookRefused when it has a mistake
     */
    public static RuleBook shipped() {
        return read(resource("/rules/" + FILE)).with(WeighedRules.read(resource("/rules/" + WeighedRules.FILE)));
    }

    private static byte[] resource(String name) {
        try (var resource = RuleBookReader.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the book in a file, or that in a folder.
     *
     * @throws RuleBookRefused when it can't be read, or has a mistake
     */
    public static RuleBook read(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return read(bytesOf(fileOrFolder));
        }
        var book = read(bytesOf(fileOrFolder.resolve(FILE)));
        var weights = fileOrFolder.resolve(WeighedRules.FILE);
        return Files.exists(weights) ? book.with(WeighedRules.read(bytesOf(weights))) : book;
    }

    static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RuleBookRefused("the rule book %s can't be read: %s".formatted(file, e), e);
        }
    }

    /**
     * @param yaml in UTF-8
     * @throws RuleBookRefused when anything is wrong with it: the message names the rule and says what
     */
    public static RuleBook read(byte[] yaml) {
        if (yaml.length > MOST_BYTES) {
            throw new RuleBookRefused("a rule book has at most %d bytes, not %d".formatted(MOST_BYTES, yaml.length));
        }
        var book = parsed(yaml);
        requireShort(book);
        var conditions = new Conditions(
                new DeclaredAgainstSeen(new Looks(required(book.looks(), "looks")), required(book.seen(), "seen")),
                orEmpty(book.lists()),
                orEmpty(book.tables()));
        var texts = required(book.rules(), "rules");
        var ids = new HashSet<String>();
        var rules = new ArrayList<Rule>();
        for (var text : texts) {
            var rule = compiled(text, conditions);
            if (!ids.add(rule.id())) {
                throw refused(Objects.requireNonNull(text.id()), "this id is used twice");
            }
            rules.add(rule);
        }
        var version = required(book.version(), "version") + "+" + digestOf(yaml).substring(0, 12);
        var whole = new RuleBook(
                version, required(book.imageWeight(), "imageWeight"), conditions, rules, WeighedRules.BY_THE_BOOK);
        tryOut(whole, required(book.ordinary(), "ordinary"), texts, conditions);
        return whole;
    }

    /** What stands in a list is looked through for every container. */
    private static void requireShort(BookText book) {
        Stream.concat(
                        orEmpty(book.lists()).entrySet().stream(),
                        orEmpty(book.tables()).values().stream().flatMap(table -> table.entrySet().stream()))
                .filter(list -> list.getValue().size() > MOST_ENTRIES)
                .findFirst()
                .ifPresent(list -> {
                    throw new RuleBookRefused(
                            "%s: a list has at most %d entries".formatted(list.getKey(), MOST_ENTRIES));
                });
    }

    /** The shape of the file. */
    record BookText(
            @Nullable String version,
            RuleBook.@Nullable ImageWeight imageWeight,
            DeclaredAgainstSeen.@Nullable Section seen,
            Looks.@Nullable Section looks,
            @Nullable Map<String, List<String>> lists,
            @Nullable Map<String, Map<String, List<String>>> tables,
            @Nullable ObjectNode ordinary,
            @Nullable List<RuleText> rules) {}

    record RuleText(
            @Nullable Id id,
            Rule.@Nullable Group group,
            @Nullable LanguagePair title,
            @Nullable String condition,
            @Nullable Double points,
            @Nullable SignatureText signed,
            @Nullable LanguagePair reason,
            @Nullable Examples examples) {}

    record SignatureText(
            @Nullable String author,
            @Nullable String approver,
            @Nullable String from,
            @Nullable String until) {}

    /** @param line of the book, from 1 */
    @JsonDeserialize(using = IdReading.class)
    record Id(String text, int line) {}

    /**
     * What differs from the ordinary container; {@code null} takes a value away.
     *
     * @param line of the book, from 1
     */
    @JsonDeserialize(using = ExampleReading.class)
    record Example(ObjectNode differences, int line) {}

    /** Remembers the line, which a tree has forgotten. */
    static final class IdReading extends JsonDeserializer<Id> {

        @Override
        public Id deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Id(parser.getText(), parser.currentTokenLocation().getLineNr());
        }
    }

    static final class ExampleReading extends JsonDeserializer<Example> {

        @Override
        public Example deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var line = parser.currentTokenLocation().getLineNr();
            return new Example(context.readValue(parser, ObjectNode.class), line);
        }
    }

    record LanguagePair(@Nullable String nl, @Nullable String en) {}

    record Examples(
            @Nullable List<Example> matching, @Nullable List<Example> notMatching) {}

    private static BookText parsed(byte[] yaml) {
        try {
            var book = YAML.readValue(yaml, BookText.class);
            if (book == null) {
                throw new RuleBookRefused("the rule book is empty");
            }
            return book;
        } catch (UnrecognizedPropertyException e) {
            throw new RuleBookRefused(
                    "%s: unknown key '%s', known are %s"
                            .formatted(placeOf(e), e.getPropertyName(), e.getKnownPropertyIds()),
                    e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof RuleBookRefused refused) {
                throw refused;
            }
            throw new RuleBookRefused(placeOf(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new RuleBookRefused("not readable as YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code rules[3].examples}, with the line: the reader has not met the id yet. */
    private static String placeOf(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        var line = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return (path.isEmpty() ? "the book" : path.substring(1)) + line;
    }

    private static Rule compiled(RuleText text, Conditions conditions) {
        var id = text.id();
        if (id == null) {
            throw new RuleBookRefused("a rule without id"
                    + (text.title() == null ? "" : ": " + text.title().en()));
        }
        if (!ID.matcher(id.text()).matches()) {
            throw refused(id, "an id has lower-case words joined by dashes");
        }
        var points = required(text.points(), id, "points");
        if (points.isNaN() || points == 0 || Math.abs(points) > MOST_POINTS) {
            throw refused(id, "points are log-odds between -5 and 5, and not 0");
        }
        var title = bothLanguages(text.title(), id, "title");
        var reason = bothLanguages(text.reason(), id, "reason");
        var condition = required(text.condition(), id, "condition");
        try {
            return new Rule(
                    id.text(),
                    required(text.group(), id, "group"),
                    title,
                    points,
                    signature(text.signed(), id),
                    ARCHIVE.matcher(condition).find(),
                    conditions.compile(condition, SimpleType.BOOL),
                    ReasonTemplate.parse(reason.nl(), Language.NL, conditions),
                    ReasonTemplate.parse(reason.en(), Language.EN, conditions));
        } catch (CelValidationException e) {
            throw new RuleBookRefused("line %d, %s: %s".formatted(id.line(), id.text(), e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw refused(id, e.getMessage());
        }
    }

    private static Rule.Signature signature(@Nullable SignatureText text, Id id) {
        var signed = required(text, id, "signed");
        var from = day(required(signed.from(), id, "signed.from"), id);
        var until = signed.until() == null ? null : day(signed.until(), id);
        if (until != null && until.compareTo(from) < 0) {
            throw refused(id, "it ends (%s) before it begins (%s)".formatted(until, from));
        }
        return new Rule.Signature(
                required(signed.author(), id, "signed.author").strip(),
                required(signed.approver(), id, "signed.approver").strip(),
                from,
                until);
    }

    private static String day(String text, Id id) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw refused(id, "'%s' is no day such as 2026-11-24".formatted(text));
        }
    }

    private static void tryOut(RuleBook book, ObjectNode ordinary, List<RuleText> texts, Conditions conditions) {
        var ordinaryValues = conditions.valuesOf(factsOf(ordinary, "ordinary"));
        for (var index = 0; index < texts.size(); index++) {
            var rule = book.rules().get(index);
            var id = Objects.requireNonNull(texts.get(index).id());
            var examples = required(texts.get(index).examples(), id, "examples");
            if (!(rule.judge(ordinaryValues) instanceof RuleOutcome.DoesNotApply)) {
                throw refused(id, "it does not leave the ordinary container alone");
            }
            for (var example : atLeastOne(examples.matching(), id, "examples.matching")) {
                tryOut(rule, example, true, ordinary, conditions);
            }
            for (var example : atLeastOne(examples.notMatching(), id, "examples.notMatching")) {
                tryOut(rule, example, false, ordinary, conditions);
            }
        }
    }

    private static void tryOut(
            Rule rule, Example example, boolean hasToMatch, ObjectNode ordinary, Conditions conditions) {
        var place = new Id(rule.id(), example.line());
        var facts = factsOf(
                merged(ordinary, example.differences()),
                "line %d, %s: in the example %s".formatted(example.line(), rule.id(), example.differences()));
        var outcome = rule.judge(conditions.valuesOf(facts));
        if (outcome instanceof RuleOutcome.Undecided undecided) {
            throw refused(place, "the example %s fails: %s".formatted(example.differences(), undecided.why()));
        }
        if (outcome instanceof RuleOutcome.Applies != hasToMatch) {
            throw refused(
                    place,
                    "the example %s %s match".formatted(example.differences(), hasToMatch ? "has to" : "must not"));
        }
    }

    static Facts factsOf(ObjectNode tree, String where) {
        try {
            return YAML.treeToValue(tree, Facts.class);
        } catch (UnrecognizedPropertyException e) {
            throw new RuleBookRefused(
                    "%s: unknown key '%s', known are %s".formatted(where, e.getPropertyName(), e.getKnownPropertyIds()),
                    e);
        } catch (JsonProcessingException e) {
            throw new RuleBookRefused(where + ": " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode merged(ObjectNode base, ObjectNode differences) {
        var result = base.deepCopy();
        for (var field : differences.properties()) {
            result.set(field.getKey(), merged(result.get(field.getKey()), field.getValue()));
        }
        return result;
    }

    private static JsonNode merged(@Nullable JsonNode base, JsonNode difference) {
        return base instanceof ObjectNode left && difference instanceof ObjectNode right
                ? merged(left, right)
                : difference;
    }

    private static LocalText bothLanguages(@Nullable LanguagePair pair, Id id, String field) {
        var whole = required(pair, id, field);
        return new LocalText(required(whole.nl(), id, field + ".nl"), required(whole.en(), id, field + ".en"));
    }

    private static <T> List<T> atLeastOne(@Nullable List<T> list, Id id, String field) {
        if (list == null || list.isEmpty()) {
            throw refused(id, field + " is missing: a rule shows at least one");
        }
        return list;
    }

    private static <T> T required(@Nullable T value, Id id, String field) {
        if (value == null) {
            throw refused(id, field + " is missing");
        }
        return value;
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new RuleBookRefused(field + " is missing");
        }
        return value;
    }

    private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }

    private static RuleBookRefused refused(Id id, @Nullable String reason) {
        return new RuleBookRefused("line %d, %s: %s".formatted(id.line(), id.text(), reason));
    }

    static String digestOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
