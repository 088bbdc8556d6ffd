package nl.bovenstrooms.scoring.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Measures what the network alone does here, without pictures to fetch, cut or explain: the ceiling for the service. */
public final class BareForward {

    private BareForward() {}

    /** Prints {@code bare-forward workers=2 seconds=10 images-per-second=29.9}; arguments: workers, seconds. */
    public static void main(String[] arguments) throws Exception {
        var workers = arguments.length > 0
                ? Integer.parseInt(arguments[0])
                : Runtime.getRuntime().availableProcessors();
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.out.printf(
                Locale.ROOT,
                "bare-forward workers=%d seconds=%d images-per-second=%.1f%n",
                workers,
                seconds,
                imagesPerSecond(ModelFiles.bundled(), workers, Duration.ofSeconds(seconds)));
    }

    /**
     * @param workers threads, each with its own predictor
     * @param duration to measure for, after warming up
     */
    public static double imagesPerSecond(ModelFiles files, int workers, Duration duration) throws Exception {
        try (var network = Network.load(files)) {
            var threads = Executors.newFixedThreadPool(workers);
            try {
                var looks = new ArrayList<Callable<Long>>();
                for (var worker = 0; worker < workers; worker++) {
                    var predictor = network.newPredictor();
                    var input = new float
                            [WorkingView.PLANES
                                    * files.card().width()
                                    * files.card().height()];
                    var random = new Random(worker);
                    for (var index = 0; index < input.length; index++) {
                        input[index] = random.nextFloat();
                    }
                    looks.add(() -> {
                        var images = 0L;
                        var end = System.nanoTime() + duration.toNanos();
                        while (System.nanoTime() < end) {
                            predictor.predict(input);
                            images++;
                        }
                        predictor.close();
                        return images;
                    });
                }
                var images = 0L;
                var start = System.nanoTime();
                for (var look : threads.invokeAll(looks)) {
                    images += look.get();
                }
                return images * 1e9 / (System.nanoTime() - start);
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
