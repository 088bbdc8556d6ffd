package nl.bovenstrooms.scoring.image;

import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * The network behind a fixed number of workers, each with a predictor and buffers of its own. The calling thread does the
 * work while it holds a worker; callers beyond that wait in a queue of bounded length.
 */
public final class PooledImageModel implements ImageModel {

    private final ModelCard card;
    private final Network network;
    private final Settings settings;
    private final Semaphore places;
    private final BlockingQueue<Worker> idle;

    private PooledImageModel(ModelCard card, Network network, Settings settings) {
        this.card = card;
        this.network = network;
        this.settings = settings;
        places = new Semaphore(settings.workers() + settings.queue());
        idle = new ArrayBlockingQueue<>(settings.workers());
    }

    /**
     * Loads the weights and warms the workers: seconds, and about 120 MB of native memory.
     *
     * @throws ModelUnusable when the files can't be served; the application should not start then
     */
    public static PooledImageModel start(ModelFiles files, Settings settings) {
        var network = Network.load(files);
        try {
            var model = new PooledImageModel(files.card(), network, settings);
            for (var worker = 0; worker < settings.workers(); worker++) {
                model.idle.add(new Worker(
                        network.newPredictor(),
                        new WorkingView(files.card().width(), files.card().height())));
            }
            return model;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    @Override
    public ImageFindings look(Raster principal, @Nullable Raster low, Region container) {
        if (!container.fitsIn(principal.width(), principal.height())) {
            throw new IllegalArgumentException("the container's region %s lies outside the picture of %d x %d"
                    .formatted(container, principal.width(), principal.height()));
        }
        var obstacle = Readability.obstacle(principal, container);
        if (obstacle.isPresent()) {
            return new ImageFindings.NotReadable(obstacle.get());
        }
        if (!places.tryAcquire()) {
            throw new ImageModelFailed("all %d workers are busy and %d more looks are waiting"
                    .formatted(settings.workers(), settings.queue()));
        }
        try {
            return lookWithWorker(principal, low, container);
        } finally {
            places.release();
        }
    }

    private ImageFindings lookWithWorker(Raster principal, @Nullable Raster low, Region container) {
        var worker = takeWorker();
        try {
            worker.view().show(principal, low, container);
            var answer = worker.predictor().predict(worker.view().values());
            if (!answer.isFinite()) {
                throw new ImageModelFailed("the network answered with something that is no number");
            }
            return findings(
                    answer, PictureKind.of(principal, low), container, Readability.opaqueShare(principal, container));
        } catch (TranslateException | EngineException e) {
            throw new ImageModelFailed(
                    "the network failed on a picture of %d x %d, container %s"
                            .formatted(principal.width(), principal.height(), container),
                    e);
        } finally {
            idle.add(worker);
        }
    }

    private Worker takeWorker() {
        try {
            var worker = idle.poll(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (worker == null) {
                throw new ImageModelFailed("no worker was free within " + settings.patience());
            }
            return worker;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageModelFailed("interrupted while waiting for a worker", e);
        }
    }

    private ImageFindings.Seen findings(Answer answer, PictureKind pictureKind, Region container, double opaqueShare) {
        var columns = card.mapColumns();
        var rows = card.mapRows();
        var findings = new ArrayList<Finding>();
        for (var spot : Spots.in(answer.map(), columns, card.spotLogit())) {
            findings.add(new Finding(
                    spot.within(container, columns, rows),
                    card.spot().probability(spot.logit()),
                    Places.of(spot.cells(), columns, rows, answer.doors())));
        }
        var kinds = softmax(answer.loadKinds());
        var likeliest = 0;
        for (var kind = 1; kind < kinds.length; kind++) {
            likeliest = kinds[kind] > kinds[likeliest] ? kind : likeliest;
        }
        return new ImageFindings.Seen(
                card.threat(pictureKind).probability(answer.threat()),
                findings,
                card.loadKinds().get(likeliest),
                kinds[likeliest],
                kinds[card.loadKinds().indexOf(ModelCard.EMPTY)],
                byName(kinds),
                answer.mass() == null ? null : 1000 * Math.max(0, Math.expm1(answer.mass())),
                opaqueShare,
                sigmoid(answer.fill()),
                unit(answer.embedding()),
                heatMap(answer.map(), columns, rows));
    }

    private Map<String, Double> byName(double[] kinds) {
        return IntStream.range(0, kinds.length)
                .boxed()
                .collect(Collectors.toMap(card.loadKinds()::get, kind -> kinds[kind]));
    }

    private static Raster heatMap(float[] map, int columns, int rows) {
        var samples = new short[map.length];
        for (var cell = 0; cell < map.length; cell++) {
            samples[cell] = (short) Math.round(255 * sigmoid(map[cell]));
        }
        return new Raster(columns, rows, 8, samples);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double[] softmax(float[] logits) {
        var highest = Double.NEGATIVE_INFINITY;
        for (var logit : logits) {
            highest = Math.max(highest, logit);
        }
        var shares = new double[logits.length];
        var total = 0.0;
        for (var index = 0; index < logits.length; index++) {
            shares[index] = Math.exp(logits[index] - highest);
            total += shares[index];
        }
        for (var index = 0; index < logits.length; index++) {
            shares[index] /= total;
        }
        return shares;
    }

    private static float[] unit(float[] vector) {
        var squares = 1e-12;
        for (var value : vector) {
            squares += value * (double) value;
        }
        var length = Math.sqrt(squares);
        var unit = new float[vector.length];
        for (var index = 0; index < vector.length; index++) {
            unit[index] = (float) (vector[index] / length);
        }
        return unit;
    }

    @Override
    public String version() {
        return card.version();
    }

    @Override
    public String digest() {
        return card.sha256();
    }

    @Override
    public void close() {
        var workers = new ArrayList<Worker>();
        idle.drainTo(workers);
        workers.forEach(worker -> worker.predictor().close());
        network.close();
    }

    /**
     * @param workers looks at a time, at least 1; more than there are cores gains nothing
     * @param queue looks that may wait for a worker; more are refused at once
     * @param patience how long one waits before it is refused
     */
    public record Settings(int workers, int queue, Duration patience) {

        public Settings {
            if (workers < 1 || queue < 0 || patience.isNegative()) {
                throw new IllegalArgumentException(
                        "an image model needs at least one worker, a queue of 0 or more and a patience of 0 or more: "
                                + List.of(workers, queue, patience));
            }
        }

        /** As many workers as the JVM may use cores, 64 waiting, half a minute. */
        public static Settings ofThisMachine() {
            return new Settings(Runtime.getRuntime().availableProcessors(), 64, Duration.ofSeconds(30));
        }
    }

    private record Worker(Predictor<float[], Answer> predictor, WorkingView view) {}
}
