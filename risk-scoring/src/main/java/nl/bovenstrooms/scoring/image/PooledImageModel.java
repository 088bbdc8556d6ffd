package nl.bovenstrooms.scoring.image;

import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Readability.Illegible;
import nl.bovenstrooms.scoring.image.Readability.Legible;
import org.jspecify.annotations.Nullable;

/**
 * The network behind a fixed number of workers, each with a predictor and buffers of its own. The calling thread does the work
 * while it holds a worker. Callers beyond that wait, first come, first served: who holds them back is the one who calls, and
 * the service calls with as many threads as there are workers, so that what it can't do yet stays in Kafka.
 */
public final class PooledImageModel implements ImageModel {

    private static final Readability READABILITY = new Readability(UsualPictures.shipped());

    private final ModelFiles files;
    private final ModelCard card;
    private final Network network;
    private final int workers;
    private final Semaphore places;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    private PooledImageModel(ModelFiles files, Network network, int workers) {
        this.files = files;
        this.network = network;
        this.workers = workers;
        card = files.card();
        places = new Semaphore(workers, true);
    }

    /**
     * Loads the weights and warms the workers: seconds, and about 120 MB of native memory.
     *
     * @param workers looks at a time, at least 1; more than there are cores gains nothing
     * @throws ModelUnusable when the files can't be served; the application should not start then
     */
    public static PooledImageModel start(ModelFiles files, int workers) {
        var model = new PooledImageModel(files, Network.load(files), workers);
        try {
            for (var worker = 0; worker < workers; worker++) {
                model.idle.add(new Worker(
                        model.network.newPredictor(), new WorkingView(model.card.width(), model.card.height())));
            }
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public ImageFindings look(Raster principal, @Nullable Raster low, Region container) {
        if (!container.fitsIn(principal.width(), principal.height())) {
            throw new IllegalArgumentException("the container's region %s lies outside the picture of %d x %d"
                    .formatted(container, principal.width(), principal.height()));
        }
        var verdict = READABILITY.of(principal, container);
        if (verdict instanceof Illegible illegible) {
            return new ImageFindings.NotReadable(illegible.why());
        }
        return look(principal, low, container, (Legible) verdict);
    }

    private ImageFindings look(Raster principal, @Nullable Raster low, Region container, Legible legible) {
        places.acquireUninterruptibly();
        try {
            var worker = idle.poll();
            if (worker == null) {
                throw new IllegalStateException("the model was closed");
            }
            try {
                worker.view().show(principal, low, container);
                var answer = worker.predictor().predict(worker.view().values());
                return findings(answer, PictureKind.of(principal, low), container, legible);
            } finally {
                idle.add(worker);
            }
        } finally {
            places.release();
        }
    }

    private ImageFindings.Seen findings(Answer answer, PictureKind pictureKind, Region container, Legible legible) {
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
                legible.opaqueShare(),
                legible.unusualness(),
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
        return files.digest();
    }

    /** Waits for the looks that have begun: an engine whose weights go away under a look takes the process with it. */
    @Override
    public void close() {
        places.acquireUninterruptibly(workers);
        try {
            for (var worker = idle.poll(); worker != null; worker = idle.poll()) {
                worker.predictor().close();
            }
            network.close();
        } finally {
            places.release(workers);
        }
    }

    private record Worker(Predictor predictor, WorkingView view) {}
}
