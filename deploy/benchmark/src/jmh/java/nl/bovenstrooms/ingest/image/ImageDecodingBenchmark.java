package nl.bovenstrooms.ingest.image;

import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.benchmark.BaseCase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a JPEG to transmission, in this package because nobody else may decode. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class ImageDecodingBenchmark {
    private final ImageDecoding decoding = new ImageDecoding(new Generous());
    private final byte[] file = BaseCase.file();

    @Benchmark
    public ImageDecoding.Decoded jpeg() {
        return decoding.decode(file, "image/jpeg");
    }

    private static final class Generous implements ImageLimits {
        @Override
        public int bytes() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int side() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int pixels() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int smallestSide() {
            return 1;
        }

        @Override
        public int expansion() {
            return Integer.MAX_VALUE;
        }
    }
}
