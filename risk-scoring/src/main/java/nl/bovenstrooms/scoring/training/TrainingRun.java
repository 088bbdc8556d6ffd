package nl.bovenstrooms.scoring.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/** Learns step by step, tells how it goes, and keeps what it has. */
final class TrainingRun {

    private static final int STEPS_PER_LINE = 20;
    private static final int STEPS_PER_CHECKPOINT = 50;
    private static final int STEPS_PER_WATCH = 250;
    private static final int WATCHED_BATCHES = 10;

    private final Recipe recipe;
    private final Path folder;
    private final int threads;
    private final PrintStream out;

    /**
     * @param folder for checkpoints and the log
     * @param threads that draw containers beside the one that learns
     */
    TrainingRun(Recipe recipe, Path folder, int threads, PrintStream out) {
        this.recipe = recipe;
        this.folder = folder;
        this.threads = threads;
        this.out = out;
    }

    /** @param weights where the network goes when it has learned, as it is served */
    void run(Optional<Checkpoint> from, Path weights) throws IOException {
        var done = from.map(Checkpoint::done).orElse(0);
        var parameters =
                from.map(checkpoint -> folder.resolve(checkpoint.parameters())).orElse(null);
        var kinds = SyntheticCrops.loadKinds().size();
        try (var twins = new Twins(recipe, Purpose.TRAINING, done, threads);
                var trainer = new Trainer(kinds, recipe.steps(), recipe.run(), recipe.emptyBatch(), parameters, done)) {
            learn(trainer, twins, done);
            trainer.export(weights);
        }
    }

    private void learn(Trainer trainer, Twins twins, int first) throws IOException {
        var started = System.nanoTime();
        var sums = new Sums();
        for (var step = first; step < recipe.steps(); step++) {
            sums.add(trainer.step(twins.next()));
            var done = step + 1;
            if (done % STEPS_PER_LINE == 0 || done == recipe.steps()) {
                var seconds = (System.nanoTime() - started) / 1e9;
                say(sums.line(recipe, done, (done - first) * recipe.batch() / seconds));
                sums = new Sums();
            }
            if (done % STEPS_PER_WATCH == 0) {
                watch(trainer, done);
            }
            if (done % STEPS_PER_CHECKPOINT == 0 || done == recipe.steps()) {
                Checkpoint.write(folder, trainer, recipe, done);
            }
        }
    }

    /** A glance at containers that it does not learn from; too few to choose by, enough to see it go wrong. */
    private void watch(Trainer trainer, int done) throws IOException {
        var scores = new double[WATCHED_BATCHES * recipe.batch()];
        var positive = new boolean[scores.length];
        var watched = new Recipe(recipe.run(), WATCHED_BATCHES, recipe.batch());
        try (var twins = new Twins(watched, Purpose.WATCHING, 0, threads)) {
            for (var index = 0; index < scores.length; index += recipe.batch()) {
                var batch = twins.next();
                var threats = trainer.threats(batch);
                for (var place = 0; place < recipe.batch(); place++) {
                    scores[index + place] = threats[place];
                    positive[index + place] = batch.threat[place] > 0;
                }
            }
        }
        var ranking = new Ranking(scores, positive);
        say(String.format(
                Locale.ROOT,
                "step %d: on %d pictures not learned from, area under the curve %.3f",
                done,
                scores.length,
                ranking.areaUnderCurve()));
    }

    private void say(String line) throws IOException {
        out.println(line);
        Files.writeString(
                folder.resolve(TrainCommand.LOG),
                line + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Losses since the last line. */
    private static final class Sums {
        private int count;
        private double total;
        private double map;
        private double threat;
        private double twinCells;
        private double twins;
        private double loadKind;
        private double fill;

        void add(Trainer.Losses losses) {
            count++;
            total += losses.total();
            map += losses.map();
            threat += losses.threat();
            twinCells += losses.twinCells();
            twins += losses.twins();
            loadKind += losses.loadKind();
            fill += losses.fill();
        }

        String line(Recipe recipe, int done, double imagesPerSecond) {
            var left = (recipe.steps() - done) * recipe.batch() / imagesPerSecond;
            return String.format(
                    Locale.ROOT,
                    "step %d/%d, loss %.3f (map %.3f, threat %.3f, twin cells %.3f, twins %.3f, load kind %.3f, fill %.3f), %.1f images/s, %d:%02d left",
                    done,
                    recipe.steps(),
                    total / count,
                    map / count,
                    threat / count,
                    twinCells / count,
                    twins / count,
                    loadKind / count,
                    fill / count,
                    imagesPerSecond,
                    (int) left / 60,
                    (int) left % 60);
        }
    }
}
