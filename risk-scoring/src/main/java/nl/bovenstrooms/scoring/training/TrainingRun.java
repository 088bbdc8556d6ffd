package nl.bovenstrooms.scoring.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teaches a lesson step by step, tells how it goes, and keeps what was learned. */
final class TrainingRun {

    private static final int STEPS_PER_LINE = 20;
    private static final int STEPS_PER_CHECKPOINT = 100;
    private static final int STEPS_PER_WATCH = 250;

    private final Path folder;
    private final boolean refines;
    private final PrintStream out;

    /**
     * @param folder for checkpoints and the log
     * @param refines weights that were trained before
     */
    TrainingRun(Path folder, boolean refines, PrintStream out) {
        this.folder = folder;
        this.refines = refines;
        this.out = out;
    }

    /**
     * @param from weights to start from; null to start with random ones, or to go on from the last checkpoint
     */
    <B> void learn(Lesson<B> lesson, int steps, int seed, @Nullable Path from) throws IOException {
        var checkpoint = Checkpoint.in(folder, lesson.name());
        var done = checkpoint.map(Checkpoint::done).orElse(0);
        var weights = checkpoint.map(kept -> folder.resolve(kept.parameters())).orElse(from);
        if (done >= steps) {
            say("%s: %d steps are done".formatted(lesson.name(), done));
            return;
        }
        try (var trainer = new Trainer<>(lesson, steps, seed, weights, done, refines)) {
            learn(lesson, trainer, done, steps);
        }
    }

    private <B> void learn(Lesson<B> lesson, Trainer<B> trainer, int first, int steps) throws IOException {
        var started = System.nanoTime();
        var sums = new LinkedHashMap<String, Float>();
        var summed = 0;
        for (var step = first; step < steps; step++) {
            trainer.step().forEach((name, loss) -> sums.merge(name, loss, Float::sum));
            summed++;
            var done = step + 1;
            if (done % STEPS_PER_LINE == 0 || done == steps) {
                var seconds = (System.nanoTime() - started) / 1e9 / (done - first);
                say(line(lesson, done, steps, sums, summed, seconds));
                sums.clear();
                summed = 0;
            }
            if (done % STEPS_PER_WATCH == 0) {
                say("%s, step %d, not learned from: %s".formatted(lesson.name(), done, trainer.watch()));
            }
            if (done % STEPS_PER_CHECKPOINT == 0 || done == steps) {
                Checkpoint.write(folder, trainer, lesson.name(), done);
            }
        }
    }

    private static String line(
            Lesson<?> lesson, int done, int steps, Map<String, Float> sums, int summed, double secondsPerStep) {
        var left = (int) ((steps - done) * secondsPerStep);
        var losses = sums.entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.3f", loss.getKey(), loss.getValue() / summed))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s, step %d/%d: %s, %.1f pictures/s, %d:%02d left",
                lesson.name(),
                done,
                steps,
                losses,
                lesson.batchSize() / secondsPerStep,
                left / 60,
                left % 60);
    }

    void say(String line) throws IOException {
        out.println(line);
        Files.writeString(
                folder.resolve(Learning.LOG),
                line + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
