package nl.bovenstrooms.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.WorkingView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a look at a picture of the base case costs before the network sees it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class LookBenchmark {
    private final Raster raster = BaseCase.raster();
    private final ContainerFinder finder = new ContainerFinder();
    private final Region place = finder.find(raster).get(0);
    private final WorkingView view = new WorkingView(1024, 384);

    @Benchmark
    public List<Region> findContainers() {
        return finder.find(raster);
    }

    @Benchmark
    public float[] cutOut() {
        view.show(raster, null, place);
        return view.values();
    }
}
