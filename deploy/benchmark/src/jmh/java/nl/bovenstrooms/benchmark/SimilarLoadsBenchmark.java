package nl.bovenstrooms.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.scoring.history.SimilarLoads;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.history.SimilarLoads.Neighbour;
import nl.bovenstrooms.scoring.history.SimilarLoads.Seen;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The five passages that look most like one, among a million, by an exact search; random vectors, which no shortcut would help with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 5)
public class SimilarLoadsBenchmark {
    private static final int DIMENSIONS = 64;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Param("1000000")
    public int passages;

    private final Random random = new Random(1);
    private final SimilarLoads loads = new SimilarLoads(DIMENSIONS);
    private final Filter filter = new Filter("08", "45R1", START, START.plusSeconds(150L * 86_400), null);

    @Setup
    public void fill() {
        for (var number = 0; number < passages; number++) {
            var scanId = new UUID(1, number);
            loads.replace(
                    scanId,
                    List.of(new Seen(
                            scanId,
                            0,
                            START.plusSeconds(random.nextInt(300 * 86_400)),
                            List.of("%04d".formatted(100 * (1 + random.nextInt(10)) + random.nextInt(10))),
                            random.nextBoolean() ? "45R1" : "22G1",
                            vector())));
        }
    }

    @Benchmark
    public List<Neighbour> amongAll() {
        return loads.nearest(vector(), Filter.NONE, 5);
    }

    @Benchmark
    public List<Neighbour> amongSomeGoodsOfOneTypeInHalfTheTime() {
        return loads.nearest(vector(), filter, 5);
    }

    private float[] vector() {
        var vector = new float[DIMENSIONS];
        var squares = 0.0;
        for (var dimension = 0; dimension < DIMENSIONS; dimension++) {
            vector[dimension] = (float) random.nextGaussian();
            squares += vector[dimension] * (double) vector[dimension];
        }
        for (var dimension = 0; dimension < DIMENSIONS; dimension++) {
            vector[dimension] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
