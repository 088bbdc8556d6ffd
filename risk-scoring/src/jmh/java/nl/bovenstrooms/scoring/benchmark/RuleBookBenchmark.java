package nl.bovenstrooms.scoring.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.scoring.rules.Facts;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.RuleOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One container judged by a hundred rules, on one thread: the shipped book, with some of its rules under a second name. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RuleBookBenchmark {

    private static final int RULES = 100;

    private RuleBook book = RuleBookReader.shipped();
    private Facts ordinary = facts("{}");
    private Facts suspicious = ordinary;

    @Setup
    public void prepare() throws IOException {
        var yaml = new YAMLMapper();
        var tree = shipped();
        var rules = (ArrayNode) tree.get("rules");
        for (var index = 0; rules.size() < RULES; index++) {
            var copy = ((ObjectNode) rules.get(index)).deepCopy();
            rules.add(copy.put("id", copy.get("id").asText() + "-again"));
        }
        book = RuleBookReader.read(yaml.writeValueAsBytes(tree));
        suspicious = facts("""
            container: {checkDigit: WRONG, seals: 0, weighbridgeKg: 26000.0}
            goods: {codes: ["690721"], houseKg: 9000.0, declaredKg: 9000.0, descriptions: ["FAK"]}
            picture: {findings: [{place: DOORS, probability: 0.9}]}
            history: {firstOfPair: true, unusualGoods: true}
            """);
    }

    @Benchmark
    public List<RuleOutcome> ordinary() {
        return book.judge(ordinary);
    }

    @Benchmark
    public List<RuleOutcome> suspicious() {
        return book.judge(suspicious);
    }

    private static Facts facts(String differences) {
        try {
            var facts = (ObjectNode) shipped().get("ordinary");
            for (var section : new YAMLMapper().readTree(differences).properties()) {
                facts.withObject("/" + section.getKey()).setAll((ObjectNode) section.getValue());
            }
            return new YAMLMapper().treeToValue(facts, Facts.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode shipped() throws IOException {
        try (var resource = RuleBookBenchmark.class.getResourceAsStream("/rules/rule-book.yaml")) {
            return (ObjectNode) new YAMLMapper().readTree(resource);
        }
    }
}
