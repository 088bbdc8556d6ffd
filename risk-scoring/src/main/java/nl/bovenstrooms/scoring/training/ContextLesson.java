package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import nl.bovenstrooms.scoring.image.WorkingView;

/**
 * What the container as a whole is like, learned from whole containers at half the working scale. Each is there twice, clean
 * and with contraband: what covers a large part of a container is not seen in parts of it.
 */
final class ContextLesson implements Lesson<Batch> {

    private static final int WIDTH = Recipe.WIDTH / 2;
    private static final int HEIGHT = Recipe.HEIGHT / 2;
    private static final int TWINS = 8;
    private static final int BATCH = 2 * TWINS;
    private static final int ATTEMPTS = 16;
    private static final int WATCHED_BATCHES = 12;

    private final ContextNetwork network =
            new ContextNetwork(SyntheticCrops.loadKinds().size());
    private final Crops crops;
    private final ThreadLocal<WorkingView> view = ThreadLocal.withInitial(() -> new WorkingView(WIDTH, HEIGHT));
    private final int run;
    private final int threads;
    private final Supply supply;
    private final List<Batch> watched = new ArrayList<>();

    /** @param first step whose batch is wanted first */
    ContextLesson(int run, int first, int threads, Crops crops) {
        this.crops = crops;
        this.run = run;
        this.threads = threads;
        supply = supply(Purpose.TRAINING, first);
    }

    private Supply supply(Purpose purpose, int first) {
        return new Supply(
                Recipe.emptyBatch(BATCH, WIDTH, HEIGHT),
                (long) first * TWINS,
                threads,
                number -> twins(purpose, number));
    }

    private Batch twins(Purpose purpose, long number) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var seed = purpose.seed(run, number * ATTEMPTS + attempt);
            var twins = crops.twins(seed, 0);
            if (!twins.isEmpty()) {
                var batch = Recipe.emptyBatch(twins.size(), WIDTH, HEIGHT);
                batch.putAlike(0, twins, view.get(), new SplittableRandom(seed));
                return batch;
            }
        }
        throw new IllegalStateException("no container of %d has room for contraband".formatted(ATTEMPTS));
    }

    @Override
    public String name() {
        return "context";
    }

    @Override
    public Block network() {
        return network;
    }

    @Override
    public Shape inputShape() {
        return new Shape(BATCH, WorkingView.PLANES, HEIGHT, WIDTH);
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public float peakRate() {
        return 2e-3f;
    }

    @Override
    public Batch next() {
        return supply.next();
    }

    @Override
    public NDArray input(Batch batch, NDManager manager) {
        return batch.input(manager);
    }

    @Override
    public Map<String, NDArray> losses(NDList answers, Batch batch, NDManager manager) {
        var losses = new LinkedHashMap<String, NDArray>();
        losses.put(
                "load kind",
                answers.get(ContextNetwork.LOAD_KIND)
                        .logSoftmax(1)
                        .mul(batch.loadKind(manager))
                        .sum(new int[] {1})
                        .mean()
                        .neg());
        var fills = batch.single(batch.fill, manager);
        losses.put(
                "fill",
                Losses.times(
                        0.5f,
                        Losses.crossEntropy(answers.get(ContextNetwork.FILL), fills)
                                .mean(),
                        manager));
        var masses = batch.single(batch.mass, manager);
        losses.put(
                "mass",
                Losses.times(
                        2, answers.get(ContextNetwork.MASS).sub(masses).abs().mean(), manager));
        var doors = batch.single(batch.doors, manager);
        losses.put(
                "doors",
                Losses.crossEntropy(answers.get(ContextNetwork.DOORS), doors).mean());
        losses.putAll(Losses.ofContraband(
                answers.get(ContextNetwork.MAP), answers.get(ContextNetwork.THREAT), batch, TWINS, manager));
        return losses;
    }

    @Override
    public String watch(Function<Batch, List<float[]>> ask) {
        if (watched.isEmpty()) {
            for (var index = 0; index < WATCHED_BATCHES; index++) {
                try (var other = supply(Purpose.WATCHING, index)) {
                    watched.add(other.next());
                }
            }
        }
        var kinds = SyntheticCrops.loadKinds().size();
        var rightKinds = 0;
        var rightDoors = 0;
        var massErrors = new ArrayList<Double>();
        var scores = new double[WATCHED_BATCHES * BATCH];
        var positive = new boolean[scores.length];
        var judged = 0;
        for (var batch : watched) {
            var answers = ask.apply(batch);
            var logits = answers.get(ContextNetwork.LOAD_KIND);
            for (var place = 0; place < BATCH; place++) {
                var likeliest = 0;
                for (var kind = 1; kind < kinds; kind++) {
                    likeliest = logits[place * kinds + kind] > logits[place * kinds + likeliest] ? kind : likeliest;
                }
                rightKinds += batch.loadKind[place * kinds + likeliest] > 0 ? 1 : 0;
                rightDoors += answers.get(ContextNetwork.DOORS)[place] > 0 == batch.doors[place] > 0 ? 1 : 0;
                scores[judged] = answers.get(ContextNetwork.THREAT)[place];
                positive[judged++] = batch.threat[place] > 0;
                massErrors.add((double) Math.abs(answers.get(ContextNetwork.MASS)[place] - batch.mass[place]));
            }
        }
        massErrors.sort(null);
        var all = (double) massErrors.size();
        return String.format(
                Locale.ROOT,
                "load kind right in %.3f, doors in %.3f, mass off by %.3f (median of the logarithm), area under the curve"
                        + " %.3f, of %d containers",
                rightKinds / all,
                rightDoors / all,
                massErrors.get(massErrors.size() / 2),
                new Ranking(scores, positive).areaUnderCurve(),
                massErrors.size());
    }

    @Override
    public void close() {
        supply.close();
    }
}
