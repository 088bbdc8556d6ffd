package nl.bovenstrooms.scoring.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Teaches the network, whose parts are trained, to judge whole containers. */
final class Judging {

    private static final int STEPS = 600;

    private final Recipe recipe;
    private final Path folder;
    private final int threads;
    private final TrainingRun run;
    private final Crops crops;
    private final ThreadLocal<WorkingView> view =
            ThreadLocal.withInitial(() -> new WorkingView(Recipe.WIDTH, Recipe.HEIGHT));

    /** @param folder of the checkpoints */
    Judging(Recipe recipe, Path folder, int threads, TrainingRun run, Crops crops) {
        this.crops = crops;
        this.recipe = recipe;
        this.folder = folder;
        this.threads = threads;
        this.run = run;
    }

    void judge(Assembling assembling) throws IOException {
        run.say("judgement: looking at %d containers".formatted(recipe.judged()));
        try (var pictures = new Ahead<>(0, recipe.judged() / 2, threads, 2 * threads, this::twins)) {
            var evidence = assembling.evidence(() -> pictures);
            try (var lesson = new JudgementLesson(evidence)) {
                run.learn(lesson, STEPS, recipe.run(), null);
                var weights = assembling.line(Checkpoint.weights(folder, lesson.name()));
                assembling.takeJudgement(lesson.unscaled(weights));
            }
        }
    }

    /** With all the energies that there are, as they are served. */
    private Batch twins(long number) {
        var attempts = DetailLesson.ATTEMPTS;
        for (var attempt = 0; attempt < attempts; attempt++) {
            var seed = Purpose.JUDGING.seed(recipe.run(), number * attempts + attempt);
            var twins = crops.twins(seed, Batch.LEAST_VISIBILITY);
            if (!twins.isEmpty()) {
                return batch(twins, new SplittableRandom(seed).nextBoolean());
            }
        }
        throw new IllegalStateException("no container of %d shows contraband".formatted(attempts));
    }

    private Batch batch(List<Crop> twins, boolean mirrored) {
        var batch = Recipe.emptyBatch(twins.size(), Recipe.WIDTH, Recipe.HEIGHT);
        for (var index = 0; index < twins.size(); index++) {
            batch.put(index, twins.get(index), view.get(), mirrored, true);
        }
        return batch;
    }
}
