package nl.bovenstrooms.simulator.benchmark;

import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.simulator.training.TrainingSample;
import nl.bovenstrooms.simulator.training.TrainingSamples;
import nl.bovenstrooms.simulator.training.TrainingSpec;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Training samples per second on one thread: another container, load, threat and scanner each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
public class TrainingBenchmark {

    @Param({"512x192", "1024x384"})
    public String size = "512x192";

    private TrainingSamples samples = new TrainingSamples(TrainingSpec.of(512, 192));
    private long seed;

    @Setup
    public void prepare() {
        var cross = size.indexOf('x');
        samples = new TrainingSamples(TrainingSpec.of(
                Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1))));
    }

    @Benchmark
    public TrainingSample sample() {
        return samples.sample(seed++);
    }
}
