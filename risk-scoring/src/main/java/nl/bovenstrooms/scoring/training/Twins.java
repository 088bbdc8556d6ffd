package nl.bovenstrooms.scoring.training;

import java.util.SplittableRandom;
import nl.bovenstrooms.scoring.image.WorkingView;

/**
 * The batches of a training run, one after the other, made ahead by other threads.
 *
 * <p>Every container is in its batch twice, the same in everything but the contraband: load, scanner, noise and wire. What
 * the two have in common says nothing, so that a step goes into what the contraband changes.
 */
final class Twins implements AutoCloseable {

    private final Recipe recipe;
    private final Purpose purpose;
    private final SyntheticCrops clean;
    private final SyntheticCrops loaded;
    private final Ahead<Batch> ahead;
    private final Batch batch;
    private final ThreadLocal<WorkingView> view =
            ThreadLocal.withInitial(() -> new WorkingView(Recipe.WIDTH, Recipe.HEIGHT));

    /** @param first step whose batch is wanted first; a resumed run sees what it would have seen */
    Twins(Recipe recipe, Purpose purpose, int first, int threads) {
        this.recipe = recipe;
        this.purpose = purpose;
        clean = SyntheticCrops.ofKnownScanners(0);
        loaded = SyntheticCrops.ofKnownScanners(1);
        batch = recipe.emptyBatch();
        var perStep = recipe.containersPerStep();
        ahead = new Ahead<>((long) first * perStep, (long) recipe.steps() * perStep, threads, 2 * perStep, this::twins);
    }

    private Batch twins(long number) {
        var seed = purpose.seed(recipe.run(), number);
        var random = new SplittableRandom(seed);
        var mirrored = random.nextBoolean();
        // The lower energy is left out of some, for scanners that have one.
        var withLow = random.nextInt(6) != 0;
        var twins = Recipe.emptyBatch(2);
        twins.put(0, clean.crop(seed), view.get(), mirrored, withLow);
        twins.put(1, loaded.crop(seed), view.get(), mirrored, withLow);
        return twins;
    }

    /** The batch of the next step; overwritten by the one after. */
    Batch next() {
        for (var place = 0; place < batch.size; place += 2) {
            var twins = ahead.next();
            batch.copy(place, twins, 0);
            batch.copy(place + 1, twins, 1);
        }
        return batch;
    }

    @Override
    public void close() {
        ahead.close();
    }
}
