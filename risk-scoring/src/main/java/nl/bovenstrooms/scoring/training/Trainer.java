package nl.bovenstrooms.scoring.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.scoring.image.TorchSettings;
import nl.bovenstrooms.scoring.image.WorkingView;
import org.jspecify.annotations.Nullable;

/**
 * One training run of a {@link ContainerNetwork}: AdamW, warm-up, then a cosine to zero.
 *
 * <p>Batches hold {@link Twins}: the clean one at an even place, its twin with contraband behind it. Beside telling right from
 * wrong by itself, the network is asked to put the one above the other, as a whole and in each cell of contraband. That
 * takes out what makes containers differ from each other, and is learned from far fewer of them.
 */
final class Trainer implements AutoCloseable {

    private static final float PEAK_RATE = 2e-3f;
    private static final float WARM_UP = 0.05f;
    private static final float WEIGHT_DECAY = 0.01f;

    /** After a resumption the optimiser's moments start from nothing: small steps until they are back. */
    private static final int STEPS_TO_RESUME = 20;

    /** Contraband is one cell in a hundred: its cells count for thirty, or the map learns to stay dark. */
    private static final float THREAT_CELL_WEIGHT = 29;

    private static final float MAP_WEIGHT = 2;
    private static final float TWIN_CELLS_WEIGHT = 2;
    private static final float TWINS_WEIGHT = 2;
    private static final float LOAD_KIND_WEIGHT = 0.5f;
    private static final float FILL_WEIGHT = 0.3f;

    private final ContainerNetwork network;
    private final Model model;
    private final ai.djl.training.Trainer trainer;

    /**
     * @param steps of the whole run
     * @param from a checkpoint to go on from; null to start with random weights
     * @param done steps that led to the checkpoint
     */
    Trainer(int loadKinds, int steps, int seed, Batch batch, @Nullable Path from, int done) throws IOException {
        TorchSettings.apply();
        network = new ContainerNetwork(loadKinds);
        network.map.setInitializer(new ConstantInitializer(-3), "bias");
        model = Model.newInstance("container-network", "PyTorch");
        model.setBlock(network);
        model.getNDManager().getEngine().setRandomSeed(seed);
        if (from != null) {
            load(from);
        }
        var optimizer = Optimizer.adamW()
                .optLearningRateTracker((String parameter, int step) -> rate(done, step, steps))
                .optWeightDecays(WEIGHT_DECAY)
                .build();
        // The loss is our own; DJL's trainer wants one to be named.
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(optimizer));
        trainer.initialize(new Shape(batch.size, WorkingView.PLANES, batch.height, batch.width));
    }

    private void load(Path checkpoint) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(checkpoint))) {
            network.loadParameters(model.getNDManager(), in);
        } catch (MalformedModelException e) {
            throw new IOException(checkpoint + " is no checkpoint of this network", e);
        }
    }

    private static float rate(int before, int step, int steps) {
        var rate = rate(before + step, steps);
        return before == 0 ? rate : rate * Math.min(1, (step + 1f) / STEPS_TO_RESUME);
    }

    static float rate(int step, int steps) {
        var done = Math.min(1, step / (float) steps);
        if (done < WARM_UP) {
            return PEAK_RATE * Math.max(0.02f, done / WARM_UP);
        }
        return (float) (PEAK_RATE * 0.5 * (1 + Math.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP))));
    }

    /** Learns from one batch; the losses before it did. */
    Losses step(Batch batch) {
        try (var manager = trainer.getManager().newSubManager()) {
            var losses = learn(batch, manager);
            if (!Float.isFinite(losses.total())) {
                throw new IllegalStateException("training went astray: " + losses);
            }
            trainer.step();
            return losses;
        }
    }

    private Losses learn(Batch batch, NDManager manager) {
        var single = new Shape(batch.size, 1);
        var cells = manager.create(batch.map, new Shape(batch.size, 1, batch.height / 4, batch.width / 4));
        var threats = manager.create(batch.threat, single);
        var kinds = manager.create(batch.loadKind, new Shape(batch.size, batch.loadKind.length / batch.size));
        var fills = manager.create(batch.fill, single);
        var input = input(batch, manager);
        try (var gradients = trainer.newGradientCollector()) {
            var answers = trainer.forward(new NDList(input));
            answers.attach(manager);
            var map = crossEntropy(answers.get(ContainerNetwork.MAP), cells)
                    .mul(cells.mul(THREAT_CELL_WEIGHT).add(1))
                    .mean();
            var threat =
                    crossEntropy(answers.get(ContainerNetwork.THREAT), threats).mean();
            var loadKind = answers.get(ContainerNetwork.LOAD_KIND)
                    .logSoftmax(1)
                    .mul(kinds)
                    .sum(new int[] {1})
                    .mean()
                    .neg();
            var fill = crossEntropy(answers.get(ContainerNetwork.FILL), fills).mean();
            var contraband = halves(cells, batch).get(1);
            var twinCells = disorder(halves(answers.get(ContainerNetwork.MAP), batch))
                    .mul(contraband)
                    .sum()
                    .div(contraband.sum().add(1));
            var twins = disorder(halves(answers.get(ContainerNetwork.THREAT), batch))
                    .mean();
            gradients.backward(map.mul(MAP_WEIGHT)
                    .add(threat)
                    .add(twinCells.mul(TWIN_CELLS_WEIGHT))
                    .add(twins.mul(TWINS_WEIGHT))
                    .add(loadKind.mul(LOAD_KIND_WEIGHT))
                    .add(fill.mul(FILL_WEIGHT)));
            return new Losses(
                    map.getFloat(),
                    threat.getFloat(),
                    twinCells.getFloat(),
                    twins.getFloat(),
                    loadKind.getFloat(),
                    fill.getFloat());
        }
    }

    private static NDArray input(Batch batch, NDManager manager) {
        return manager.create(batch.input, new Shape(batch.size, WorkingView.PLANES, batch.height, batch.width));
    }

    /** The clean ones and their twins, one row each. */
    private static NDList halves(NDArray array, Batch batch) {
        var each = array.size() / batch.size;
        return array.reshape(batch.size / 2, 2, each).split(2, 1);
    }

    /** ln(1 + e^(clean - twin)): small where the twin stands clearly above. */
    private static NDArray disorder(NDList halves) {
        var over = halves.get(0).sub(halves.get(1));
        return Activation.relu(over).add(over.abs().neg().exp().add(1).log());
    }

    /** max(x, 0) - x y + ln(1 + e^-|x|): the cross entropy of sigmoid(x), without overflow. */
    private static NDArray crossEntropy(NDArray logits, NDArray truth) {
        return Activation.relu(logits)
                .sub(logits.mul(truth))
                .add(logits.abs().neg().exp().add(1).log());
    }

    /** The threat logits of a batch, as the network would be served now. */
    float[] threats(Batch batch) {
        try (var manager = trainer.getManager().newSubManager()) {
            var answers = trainer.evaluate(new NDList(input(batch, manager)));
            answers.attach(manager);
            return answers.get(ContainerNetwork.THREAT).toFloatArray();
        }
    }

    void save(Path checkpoint) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(checkpoint))) {
            network.saveParameters(out);
        }
    }

    /** What is served: see {@link TorchScript}. */
    void export(Path weights) throws IOException {
        try (var out = Files.newOutputStream(weights)) {
            TorchScript.write(network, out);
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }

    /**
     * Before they are weighted and summed.
     *
     * @param twinCells how badly cells of contraband stand above the same cells of the clean twin
     * @param twins how badly a container stands above its clean twin
     */
    record Losses(float map, float threat, float twinCells, float twins, float loadKind, float fill) {

        /** What is made small. */
        float total() {
            return MAP_WEIGHT * map
                    + threat
                    + TWIN_CELLS_WEIGHT * twinCells
                    + TWINS_WEIGHT * twins
                    + LOAD_KIND_WEIGHT * loadKind
                    + FILL_WEIGHT * fill;
        }
    }
}
