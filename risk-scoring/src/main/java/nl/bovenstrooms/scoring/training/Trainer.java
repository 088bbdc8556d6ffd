package nl.bovenstrooms.scoring.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.scoring.image.TorchSettings;
import org.jspecify.annotations.Nullable;

/**
 * Teaches one lesson: AdamW, warm-up, then a cosine to zero.
 *
 * @param <B> a batch of the lesson
 */
final class Trainer<B> implements AutoCloseable {

    private static final float WARM_UP = 0.05f;
    private static final float WEIGHT_DECAY = 0.01f;

    /** After a resumption the optimiser's moments start from nothing: small steps until they are back. */
    private static final int STEPS_TO_RESUME = 20;

    /** Of the highest rate, where good weights are started from: the full one would undo much of what they know. */
    private static final float RATE_OF_REFINEMENT = 0.5f;

    /** Gradients longer than this many times the usual length are shortened to it. */
    private static final double MOST_TIMES_USUAL = 2;

    private final Lesson<B> lesson;
    private final Model model;
    private final ai.djl.training.Trainer trainer;

    /** A running mean of the length of the gradient, 0 before the first step. */
    private double usualNorm;

    /**
     * @param steps of the whole run
     * @param from weights to go on from; null to start with random ones
     * @param done steps of this run that led to those weights
     * @param refines the run did not start with random weights, but with ones that were trained before
     */
    Trainer(Lesson<B> lesson, int steps, int seed, @Nullable Path from, int done, boolean refines) throws IOException {
        this.lesson = lesson;
        TorchSettings.apply();
        model = Model.newInstance(lesson.name(), "PyTorch");
        model.setBlock(lesson.network());
        model.getNDManager().getEngine().setRandomSeed(seed);
        if (from != null) {
            load(from);
        }
        var peak = lesson.peakRate() * (refines ? RATE_OF_REFINEMENT : 1);
        var optimizer = Optimizer.adamW()
                .optLearningRateTracker((String parameter, int step) -> peak * rate(done, step, steps))
                .optWeightDecays(WEIGHT_DECAY)
                .build();
        // The loss is our own; DJL's trainer wants one to be named.
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(optimizer));
        trainer.initialize(lesson.inputShape());
    }

    private void load(Path weights) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(weights))) {
            lesson.network().loadParameters(model.getNDManager(), in);
        } catch (MalformedModelException e) {
            throw new IOException(weights + " holds no weights of the network's part '%s'".formatted(lesson.name()), e);
        }
    }

    private static float rate(int before, int step, int steps) {
        var rate = share(before + step, steps);
        return before == 0 ? rate : rate * Math.min(1, (step + 1f) / STEPS_TO_RESUME);
    }

    /** Of the highest learning rate. */
    static float share(int step, int steps) {
        var done = Math.min(1, step / (float) steps);
        if (done < WARM_UP) {
            return Math.max(0.02f, done / WARM_UP);
        }
        return (float) (0.5 * (1 + Math.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP))));
    }

    /** Learns from the next batch; the losses before it did, by name. */
    Map<String, Float> step() {
        var batch = lesson.next();
        try (var manager = trainer.getManager().newSubManager()) {
            var input = lesson.input(batch, manager);
            var told = new LinkedHashMap<String, Float>();
            try (var gradients = trainer.newGradientCollector()) {
                var answers = trainer.forward(new NDList(input));
                answers.attach(manager);
                var losses = lesson.losses(answers, batch, manager);
                gradients.backward(losses.values().stream().reduce(NDArray::add).orElseThrow());
                losses.forEach((name, loss) -> told.put(name, loss.getFloat()));
            }
            if (told.values().stream().anyMatch(loss -> !Float.isFinite(loss))) {
                throw new IllegalStateException("training went astray: " + told);
            }
            limitGradients();
            trainer.step();
            return told;
        }
    }

    /**
     * One odd batch with a gradient a thousand times the usual one would move all weights far off, and then, since Adam remembers
     * large gradients for a thousand steps, keep them from coming back.
     */
    private void limitGradients() {
        var parameters = lesson.network().getParameters().values();
        var squares = 0.0;
        for (var parameter : parameters) {
            if (parameter.requiresGradient()) {
                try (var gradient = parameter.getArray().getGradient();
                        var square = gradient.square();
                        var sum = square.sum()) {
                    squares += sum.getFloat();
                }
            }
        }
        var norm = Math.sqrt(squares);
        var limit = usualNorm == 0 ? norm : MOST_TIMES_USUAL * usualNorm;
        if (norm > limit) {
            for (var parameter : parameters) {
                if (parameter.requiresGradient()) {
                    try (var gradient = parameter.getArray().getGradient()) {
                        gradient.muli(limit / norm);
                    }
                }
            }
        }
        usualNorm = usualNorm == 0 ? norm : 0.98 * usualNorm + 0.02 * Math.min(norm, limit);
    }

    String watch() {
        return lesson.watch(this::ask);
    }

    private List<float[]> ask(B batch) {
        try (var manager = trainer.getManager().newSubManager()) {
            var answers = trainer.evaluate(new NDList(lesson.input(batch, manager)));
            answers.attach(manager);
            return answers.stream().map(NDArray::toFloatArray).toList();
        }
    }

    void save(Path weights) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(weights))) {
            lesson.network().saveParameters(out);
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
