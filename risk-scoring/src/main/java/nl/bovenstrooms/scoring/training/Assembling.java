package nl.bovenstrooms.scoring.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import nl.bovenstrooms.scoring.image.TorchSettings;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Puts the network together from its parts, each trained by itself, and takes it apart again. */
final class Assembling implements AutoCloseable {

    private static final Shape ONE = new Shape(1, WorkingView.PLANES, Recipe.HEIGHT, Recipe.WIDTH);

    private final Model model;
    private final ContainerNetwork network;

    Assembling(int loadKinds) {
        TorchSettings.apply();
        model = Model.newInstance("container-network", "PyTorch");
        network = new ContainerNetwork(loadKinds);
        network.initialize(manager(), DataType.FLOAT32, ONE);
        model.setBlock(network);
    }

    private NDManager manager() {
        return model.getNDManager();
    }

    /** Closed together with this. */
    Model model() {
        return model;
    }

    ContainerNetwork network() {
        return network;
    }

    /** Takes over what two lessons have learned. */
    void takeParts(Path detail, Path context) throws IOException {
        load(network.detail, detail);
        load(network.context, context);
    }

    /** Takes over a whole network that was kept. */
    void takeWhole(Path kept) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(kept));
                var scratch = manager().newSubManager()) {
            var halves = NDList.decode(scratch, in);
            var parameters = network.getParameters().values();
            if (halves.size() != parameters.size()) {
                throw new IOException(
                        "%s holds %d arrays, this network has %d".formatted(kept, halves.size(), parameters.size()));
            }
            for (var index = 0; index < halves.size(); index++) {
                var array = parameters.get(index).getArray();
                if (!halves.get(index).getShape().equals(array.getShape())) {
                    throw new IOException(kept + " holds another network than this one");
                }
                halves.get(index).toType(DataType.FLOAT32, false).copyTo(array);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(kept + " holds no weights of this network", e);
        }
    }

    /** For somebody who wants to go on from this network. Half of the digits are enough for that, and half of the bytes. */
    void keepWhole(Path kept) throws IOException {
        try (var scratch = manager().newSubManager();
                var out = Files.newOutputStream(kept)) {
            var halves = new NDList();
            for (var parameter : network.getParameters().values()) {
                var half = parameter.getArray().toType(DataType.FLOAT16, true);
                half.attach(scratch);
                halves.add(half);
            }
            out.write(halves.encode());
        }
    }

    private void load(Block block, Path weights) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(weights))) {
            block.loadParameters(manager(), in);
        } catch (MalformedModelException e) {
            throw new IOException(weights + " holds no weights of this network", e);
        }
    }

    static void save(Block block, Path weights) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(weights))) {
            block.saveParameters(out);
        }
    }

    /** What a saved line through {@link ContainerNetwork#EVIDENCE} numbers is made of: its weights, and the bias behind them. */
    float[] line(Path saved) throws IOException {
        try (var line = Model.newInstance("line", "PyTorch")) {
            var block = Linear.builder().setUnits(1).build();
            line.setBlock(block);
            load(block, saved);
            var all = Arrays.copyOf(
                    block.getParameters().get("weight").getArray().toFloatArray(), ContainerNetwork.EVIDENCE + 1);
            all[ContainerNetwork.EVIDENCE] =
                    block.getParameters().get("bias").getArray().toFloatArray()[0];
            return all;
        }
    }

    /** @param weights one for each number of the evidence, and the bias behind them */
    void takeJudgement(float[] weights) {
        var parameters = network.judgement.getParameters();
        try (var scratch = manager().newSubManager()) {
            scratch.create(weights)
                    .get(":" + ContainerNetwork.EVIDENCE)
                    .reshape(1, ContainerNetwork.EVIDENCE)
                    .copyTo(parameters.get("weight").getArray());
            scratch.create(weights)
                    .get(ContainerNetwork.EVIDENCE + ":")
                    .copyTo(parameters.get("bias").getArray());
        }
    }

    /** What the parts say of pictures of whole containers. */
    Evidence evidence(Iterable<Batch> pictures) {
        var store = new ParameterStore(manager(), false);
        var summaries = new ArrayList<float[]>();
        var threats = new ArrayList<Float>();
        for (var batch : pictures) {
            try (var scratch = manager().newSubManager()) {
                var input = batch.input(scratch);
                summaries.add(network.evidence(store, new NDList(input), false).toFloatArray());
                for (var threat : batch.threat) {
                    threats.add(threat);
                }
            }
        }
        var threat = new float[threats.size()];
        var all = new float[threat.length * ContainerNetwork.EVIDENCE];
        var place = 0;
        for (var some : summaries) {
            System.arraycopy(some, 0, all, place, some.length);
            place += some.length;
        }
        for (var index = 0; index < threat.length; index++) {
            threat[index] = threats.get(index);
        }
        return new Evidence(all, threat);
    }

    @Override
    public void close() {
        model.close();
    }
}
