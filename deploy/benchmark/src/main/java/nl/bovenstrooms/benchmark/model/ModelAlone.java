package nl.bovenstrooms.benchmark.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.Network;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.image.Predictor;
import nl.bovenstrooms.scoring.image.TorchSettings;
import nl.bovenstrooms.scoring.image.WorkingView;

/**
 * What the image model does when nothing else runs. Compiled here and run on the class path of the packaged risk-scoring, so
 * that it measures the classes and libraries that the service runs with, while the service does not carry its own stopwatch and
 * this module's own class path stays free of it.
 */
public final class ModelAlone {
    private static final int MATRIX_SIDE = 1024;

    private final ModelFiles files = ModelFiles.bundled();
    private final int workers;
    private final Duration duration;

    private ModelAlone(int workers, Duration duration) {
        this.workers = workers;
        this.duration = duration;
    }

    /** Arguments: workers, seconds for each measurement, folder of pictures named by {@link #fileName}, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        TorchSettings.apply();
        var alone = new ModelAlone(Integer.parseInt(arguments[0]), Duration.ofSeconds(Integer.parseInt(arguments[1])));
        var figures = new Properties();
        put(figures, "width", alone.files.card().width());
        put(figures, "height", alone.files.card().height());
        // Before and after, since a shared machine may be slower for a while.
        alone.bareForward("bare.before", figures);
        alone.look(pictures(Path.of(arguments[2])), figures);
        alone.bareForward("bare.after", figures);
        put(figures, "matrix.flops", alone.matrixProduct());
        try (var writer = Files.newBufferedWriter(Path.of(arguments[3]))) {
            figures.store(writer, null);
        }
    }

    /** The name tells the size: {@code 0003-3036x800}; 8 bits, as the image store keeps it. */
    public static String fileName(int number, int width, int height) {
        return "%04d-%dx%d".formatted(number, width, height);
    }

    /** The network and nothing else, on inputs that are ready. */
    private void bareForward(String name, Properties figures) throws Exception {
        var card = files.card();
        var images = new LongAdder();
        try (var network = Network.load(files)) {
            var predictors = new ArrayList<Predictor>();
            for (var worker = 0; worker < workers; worker++) {
                predictors.add(network.newPredictor());
            }
            var input = noise(WorkingView.PLANES * card.width() * card.height());
            var time = sideBySide((worker, turn) -> {
                predictors.get(worker).predict(input);
                images.increment();
            });
            predictors.forEach(Predictor::close);
            put(figures, name, images.sum() / time.seconds());
            put(figures, name + ".core-millis", time.coreSeconds() * 1e3 / images.sum());
        }
    }

    private static float[] noise(int size) {
        var random = new Random(1);
        var values = new float[size];
        for (var index = 0; index < size; index++) {
            values[index] = random.nextFloat();
        }
        return values;
    }

    /** All that the service does from the pixels of a picture to its findings. */
    private void look(List<Raster> pictures, Properties figures) throws Exception {
        var finder = new ContainerFinder();
        var found = new LongAdder();
        var seen = new LongAdder();
        var looked = new LongAdder();
        var finding = new LongAdder();
        try (var model = PooledImageModel.start(files, workers)) {
            // The first passes are interpreted; they don't count.
            finder.find(pictures.get(0)).forEach(place -> model.look(pictures.get(0), null, place));
            var time = sideBySide((worker, turn) -> {
                var picture = pictures.get((worker + turn) % pictures.size());
                var begin = System.nanoTime();
                var places = finder.find(picture);
                finding.add(System.nanoTime() - begin);
                looked.increment();
                for (var place : places) {
                    found.increment();
                    if (model.look(picture, null, place) instanceof ImageFindings.Seen) {
                        seen.increment();
                    }
                }
            });
            put(figures, "look.containers", seen.sum() / time.seconds());
            put(figures, "look.core-millis", time.coreSeconds() * 1e3 / seen.sum());
            put(figures, "look.found", found.sum());
            put(figures, "look.seen", seen.sum());
            put(figures, "finder.millis", finding.sum() / 1e6 / looked.sum());
        }
    }

    /** Operations per second of a product of two large matrices on the same threads: what these cores can do at best. */
    private double matrixProduct() throws Exception {
        var products = new LongAdder();
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var left = manager.randomUniform(0, 1, new Shape(MATRIX_SIDE, MATRIX_SIDE));
            var right = manager.randomUniform(0, 1, new Shape(MATRIX_SIDE, MATRIX_SIDE));
            left.matMul(right).close();
            var time = sideBySide((worker, turn) -> {
                left.matMul(right).close();
                products.increment();
            });
            return products.sum() * 2.0 * MATRIX_SIDE * MATRIX_SIDE * MATRIX_SIDE / time.seconds();
        }
    }

    private interface Work {
        void once(int worker, int turn) throws Exception;
    }

    /** By the clock, and of the cores. */
    private record Time(double seconds, double coreSeconds) {}

    private Time sideBySide(Work work) throws Exception {
        var threads = Executors.newFixedThreadPool(workers);
        try {
            var coresBefore = coreSeconds();
            var begin = System.nanoTime();
            var end = begin + duration.toNanos();
            var all = new ArrayList<Callable<Void>>();
            for (var worker = 0; worker < workers; worker++) {
                var which = worker;
                all.add(() -> {
                    for (var turn = 0; System.nanoTime() < end; turn++) {
                        work.once(which, turn);
                    }
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
            return new Time((System.nanoTime() - begin) / 1e9, coreSeconds() - coresBefore);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double coreSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static List<Raster> pictures(Path folder) throws IOException {
        var pictures = new ArrayList<Raster>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var size = file.getFileName().toString().split("[-x]");
                pictures.add(RasterCodec.decode(
                        Files.readAllBytes(file), Integer.parseInt(size[1]), Integer.parseInt(size[2]), 8));
            }
        }
        return pictures;
    }

    private static void put(Properties figures, String name, Number value) {
        figures.setProperty(name, value.toString());
    }
}
