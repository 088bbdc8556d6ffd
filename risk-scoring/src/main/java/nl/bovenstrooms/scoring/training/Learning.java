package nl.bovenstrooms.scoring.training;

import ai.djl.nn.Block;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Trains the network: where contraband is, what a container is like, and how to judge of both. */
public final class Learning {

    /** What is served, by PyTorch. */
    public static final String WEIGHTS = "container-network.pt";

    /** The same weights for ONNX Runtime. */
    public static final String ONNX = "container-network.onnx";

    /** What another training can start from. */
    public static final String PARAMETERS = "container-network.params";

    public static final String LOG = "training.log";

    private final Path out;
    private final Crops crops;
    private final Crops small;
    private final int threads;
    private final PrintStream console;

    /**
     * @param out folder for checkpoints, the log and the weights
     * @param crops that it learns from where contraband is, and to judge
     * @param small that it learns from what a container is like as a whole; half as fine is enough
     * @param threads that draw containers beside the one that learns
     */
    public Learning(Path out, Crops crops, Crops small, int threads, PrintStream console) {
        this.out = out;
        this.crops = crops;
        this.small = small;
        this.threads = threads;
        this.console = console;
    }

    /** Forgets checkpoints and log of an earlier run. */
    public void startAnew() throws IOException {
        Checkpoint.deleteAll(out);
        Files.deleteIfExists(out.resolve(LOG));
    }

    /**
     * One part after the other, then both together; goes on from checkpoints that are there.
     *
     * @param from weights to start from instead of random ones, a file such as {@link #PARAMETERS}
     */
    public void learn(Recipe recipe, Optional<Path> from) throws IOException {
        recipe.write(out);
        var run = new TrainingRun(out, recipe.refined(), console);
        try (var assembling = new Assembling(SyntheticCrops.loadKinds().size())) {
            if (from.isPresent()) {
                assembling.takeWhole(from.get());
            }
            var started = from.isPresent();
            var network = assembling.network();
            try (var lesson = new DetailLesson(recipe.run(), Checkpoint.stepsDone(out, "detail"), threads, crops)) {
                run.learn(lesson, recipe.detailSteps(), recipe.run(), started ? start("detail", network.detail) : null);
            }
            try (var lesson = new ContextLesson(recipe.run(), Checkpoint.stepsDone(out, "context"), threads, small)) {
                run.learn(
                        lesson,
                        recipe.contextSteps(),
                        recipe.run(),
                        started ? start("context", network.context) : null);
            }
            assembling.takeParts(Checkpoint.weights(out, "detail"), Checkpoint.weights(out, "context"));
            new Judging(recipe, out, threads, run, crops).judge(assembling);
            assembling.keepWhole(out.resolve(PARAMETERS));
            Exporting.write(network, out);
        }
    }

    private Path start(String part, Block block) throws IOException {
        var weights = out.resolve("start-%s.params".formatted(part));
        Assembling.save(block, weights);
        return weights;
    }
}
