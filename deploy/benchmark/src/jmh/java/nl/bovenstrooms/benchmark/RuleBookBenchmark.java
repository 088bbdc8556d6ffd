package nl.bovenstrooms.benchmark;

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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole rule book on one container, with most of what a source can tell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class RuleBookBenchmark {
    private final RuleBook ruleBook = RuleBookReader.shipped();
    private final Facts facts = new Facts(
            new Facts.Container(
                    "MSCU1234565",
                    "WRONG",
                    "45R1",
                    40L,
                    true,
                    "FULL",
                    true,
                    1,
                    4600.0,
                    24_900.0,
                    24_990.0,
                    true,
                    13.3),
            new Facts.Goods(
                    true,
                    List.of("08"),
                    List.of("0803"),
                    List.of("FRESH BANANAS"),
                    20_300.0,
                    null,
                    20_300.0,
                    List.of(),
                    List.of("08")),
            new Facts.Journey("EXPORT", "BR", "BRSSZ", "NL", "NLRTM", List.of("ESALG"), 1200L),
            new Facts.Scanning(false, false),
            new Facts.Picture(
                    true,
                    true,
                    "",
                    "CARTONS",
                    0.9,
                    0.01,
                    0.8,
                    List.of(new Facts.Finding("DOORS", 0.4)),
                    4.2,
                    1,
                    1));

    @Benchmark
    public List<RuleOutcome> judge() {
        return ruleBook.judge(facts);
    }
}
