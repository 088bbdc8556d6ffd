package nl.bovenstrooms.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.image.Answer;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.Network;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.image.Predictor;
import nl.bovenstrooms.scoring.image.WorkingView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** A container of the base case from raster to result, and the network alone, by two workers side by side. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(WholeLookBenchmark.WORKERS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class WholeLookBenchmark {

    static final int WORKERS = 2;

    /** Finding, cutting out, the network, and what its answer means. */
    @Benchmark
    public List<ImageFindings> wholeLook(Service service) {
        var findings = new ArrayList<ImageFindings>();
        for (var place : service.finder.find(service.raster)) {
            findings.add(service.model.look(service.raster, null, place));
        }
        return findings;
    }

    @Benchmark
    public Answer bareForward(Worker worker) {
        return worker.predictor.predict(worker.input);
    }

    /** What all workers share. */
    @State(Scope.Benchmark)
    public static class Service {
        private final Raster raster = BaseCase.raster();
        private final ContainerFinder finder = new ContainerFinder();
        private final PooledImageModel model = PooledImageModel.start(ModelFiles.bundled(), WORKERS);

        /** Anything else would be another amount of work than the network's alone. */
        @Setup
        public void requireOneContainer() {
            var places = finder.find(raster);
            if (places.size() != 1 || !(model.look(raster, null, places.get(0)) instanceof ImageFindings.Seen)) {
                throw new IllegalStateException("the picture does not show one container that can be judged");
            }
        }

        @TearDown
        public void close() {
            model.close();
        }
    }

    /** The weights are loaded once for all workers, as the service does. */
    @State(Scope.Benchmark)
    public static class Weights {
        private final Network network = Network.load(ModelFiles.bundled());

        @TearDown
        public void close() {
            network.close();
        }
    }

    /** A predictor and an input that is ready. */
    @State(Scope.Thread)
    public static class Worker {
        private Predictor predictor;
        private float[] input;

        @Setup
        public void start(Weights weights) {
            var card = ModelFiles.bundled().card();
            var view = new WorkingView(card.width(), card.height());
            var raster = BaseCase.raster();
            view.show(raster, null, new ContainerFinder().find(raster).get(0));
            input = view.values().clone();
            predictor = weights.network.newPredictor();
        }

        @TearDown
        public void close() {
            predictor.close();
        }
    }
}
