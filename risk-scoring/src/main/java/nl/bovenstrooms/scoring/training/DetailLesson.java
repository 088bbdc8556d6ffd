package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import nl.bovenstrooms.scoring.image.WorkingView;

/**
 * Where contraband is, learned from parts of containers.
 *
 * <p>Most parts are there twice, the same in everything but the contraband: load, scanner, noise and wire. Beside telling right
 * from wrong by itself, the network is asked to put the one above the other, as a whole and in each cell of contraband. That
 * takes out what makes containers differ from each other, and is learned from far fewer of them. The others show any part of a
 * clean container, so that it meets what is far from all hiding places too.
 */
final class DetailLesson implements Lesson<Batch> {

    private static final int TWINS = 10;
    private static final int ANY_PARTS = 4;

    /** Of {@link #TWINS} and {@link #ANY_PARTS} that are made together. */
    private static final int GROUPS = 2;

    private static final int BATCH = 2 * TWINS + ANY_PARTS;
    private static final int WATCHED_BATCHES = 10;

    static final int ATTEMPTS = 64;

    private final DetailNetwork network = new DetailNetwork();
    private final Crops crops;
    private final ThreadLocal<WorkingView> view =
            ThreadLocal.withInitial(() -> new WorkingView(Recipe.PART_WIDTH, Recipe.PART_HEIGHT));
    private final int run;
    private final int threads;
    private final Supply supply;
    private final List<Batch> watched = new ArrayList<>();

    /** @param first step whose batch is wanted first */
    DetailLesson(int run, int first, int threads, Crops crops) {
        this.crops = crops;
        this.run = run;
        this.threads = threads;
        supply = supply(Purpose.TRAINING, first);
    }

    private Supply supply(Purpose purpose, int first) {
        return new Supply(
                Recipe.emptyBatch(BATCH, Recipe.PART_WIDTH, Recipe.PART_HEIGHT),
                (long) first * GROUPS,
                threads,
                number -> group(purpose, number));
    }

    private Batch group(Purpose purpose, long number) {
        var twins = TWINS / GROUPS;
        var others = ANY_PARTS / GROUPS;
        var group = Recipe.emptyBatch(2 * twins + others, Recipe.PART_WIDTH, Recipe.PART_HEIGHT);
        var seeds = number * (twins * ATTEMPTS + others);
        for (var index = 0; index < twins; index++) {
            putTwins(group, 2 * index, purpose, seeds + (long) index * ATTEMPTS);
        }
        for (var index = 0; index < others; index++) {
            var seed = purpose.seed(run, seeds + (long) twins * ATTEMPTS + index);
            group.putAlike(2 * twins + index, List.of(crops.anyPart(seed)), view.get(), new SplittableRandom(seed));
        }
        return group;
    }

    /** Not every container has room for contraband, or hides it so that it can be seen: the next ones are tried. */
    private void putTwins(Batch group, int place, Purpose purpose, long firstSeed) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var seed = purpose.seed(run, firstSeed + attempt);
            var twins = crops.partTwins(seed, Batch.LEAST_VISIBILITY);
            if (!twins.isEmpty()) {
                group.putAlike(place, twins, view.get(), new SplittableRandom(seed));
                return;
            }
        }
        throw new IllegalStateException(
                "no container of %d from seed %d shows contraband".formatted(ATTEMPTS, firstSeed));
    }

    @Override
    public String name() {
        return "detail";
    }

    @Override
    public Block network() {
        return network;
    }

    @Override
    public Shape inputShape() {
        return new Shape(BATCH, WorkingView.PLANES, Recipe.PART_HEIGHT, Recipe.PART_WIDTH);
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
        return Losses.ofContraband(
                answers.get(DetailNetwork.MAP), answers.get(DetailNetwork.THREAT), batch, TWINS, manager);
    }

    @Override
    public String watch(Function<Batch, List<float[]>> ask) {
        if (watched.isEmpty()) {
            // A supply of its own each, since it fills the same batch again and again.
            for (var index = 0; index < WATCHED_BATCHES; index++) {
                try (var other = supply(Purpose.WATCHING, index)) {
                    watched.add(other.next());
                }
            }
        }
        var scores = new double[WATCHED_BATCHES * BATCH];
        var positive = new boolean[scores.length];
        var place = 0;
        for (var batch : watched) {
            var threats = ask.apply(batch).get(DetailNetwork.THREAT);
            for (var index = 0; index < BATCH; index++) {
                scores[place] = threats[index];
                positive[place++] = batch.threat[index] > 0;
            }
        }
        var ranking = new Ranking(scores, positive);
        return String.format(
                Locale.ROOT,
                "area under the curve %.3f, found at 5 %% %.2f, of %d parts",
                ranking.areaUnderCurve(),
                ranking.recallAt(0.05),
                scores.length);
    }

    @Override
    public void close() {
        supply.close();
    }
}
