package nl.bovenstrooms.benchmark;

import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A picture of the base case on its way into the image store, and out of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class RasterCodecBenchmark {
    private final Raster raster = BaseCase.raster();
    private final byte[] encoded = RasterCodec.encode(raster);

    @Benchmark
    public byte[] encode() {
        return RasterCodec.encode(raster);
    }

    @Benchmark
    public Raster decode() {
        return RasterCodec.decode(encoded, raster.width(), raster.height(), raster.bits());
    }
}
