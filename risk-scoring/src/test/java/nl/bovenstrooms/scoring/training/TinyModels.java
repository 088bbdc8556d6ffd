package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelCard.WeightsFile;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.WorkingView;
import nl.bovenstrooms.scoring.training.Graph.Kind;

/** Models of a few hundred weights that have every kind of operation in them, in folders as the service finds them. */
public final class TinyModels {

    public static final String TORCH_SCRIPT = "tiny.pt";
    public static final String ONNX = "tiny.onnx";

    /** Columns and rows of the working scale. */
    public static final int SIDE = 64;

    private static final int CELL = 4;

    private static final List<String> LOAD_KINDS = List.of(ModelCard.EMPTY, "BANANAS", "MACHINES");
    private static final int CHANNELS = 8;
    private static final Calibration AS_IT_IS = Calibration.line(1, 0);

    private TinyModels() {}

    /**
     * Writes the three files of a model.
     *
     * @param threat the logit that it gives to every container; the rest of its answers come from the picture
     */
    public static Path write(Path folder, String version, float threat) {
        return write(folder, version, threat, ModelCard.OUTPUTS.size());
    }

    /** @param answers how many it gives, which may be too few */
    public static Path write(Path folder, String version, float threat, int answers) {
        try {
            Files.createDirectories(folder);
            var graph = graph(threat, answers);
            try (var out = Files.newOutputStream(folder.resolve(TORCH_SCRIPT))) {
                TorchScript.write(graph, out);
            }
            try (var out = Files.newOutputStream(folder.resolve(ONNX))) {
                Onnx.write(graph, out);
            }
            describe(folder, version);
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes a {@code model.json} that agrees with the files of weights as they are. */
    public static void describe(Path folder, String version) throws IOException {
        var card = new ModelCard(
                ModelCard.FORMAT,
                version,
                weights(folder, TORCH_SCRIPT),
                weights(folder, ONNX),
                SIDE,
                SIDE,
                CELL,
                ModelCard.INPUTS,
                WorkingView.NORMALISATION,
                ModelCard.OUTPUTS,
                LOAD_KINDS,
                Arrays.stream(PictureKind.values()).collect(Collectors.toMap(kind -> kind, kind -> AS_IT_IS)),
                AS_IT_IS,
                0,
                Map.of());
        new ObjectMapper().writeValue(folder.resolve(ModelFiles.CARD).toFile(), card);
    }

    private static WeightsFile weights(Path folder, String file) throws IOException {
        return new WeightsFile(file, ModelFiles.sha256(Files.readAllBytes(folder.resolve(file))));
    }

    static Graph graph(float threat, int answers) {
        var random = new Random(1);
        var graph = new Graph();
        var half = graph.apply(Kind.AVERAGE_POOL, Graph.INPUT);
        var fine = graph.apply(Kind.RELU, convolution(graph, half, WorkingView.PLANES, CHANNELS, 3, 2, random));
        var coarse = graph.apply(Kind.RELU, convolution(graph, fine, CHANNELS, CHANNELS, 3, 2, random));
        var sum = graph.apply(Kind.ADD, graph.apply(Kind.DOUBLE, coarse), fine);
        var map = convolution(graph, sum, CHANNELS, 1, 1, 1, random);
        var left = graph.apply(Kind.MEAN, graph.apply(Kind.LEFT, coarse));
        var right = graph.apply(Kind.MEAN, graph.apply(Kind.RIGHT, coarse));
        var average = graph.apply(Kind.HALF, graph.apply(Kind.ADD, left, right));
        var all = graph.apply(Kind.JOIN, graph.apply(Kind.MAXIMUM, sum), average);
        var difference = graph.apply(Kind.SUBTRACT, right, left);
        var constant = graph.linear(
                all,
                new Weights(new long[] {1, 2 * CHANNELS}, new float[2 * CHANNELS]),
                new Weights(new long[] {1}, new float[] {threat}));
        var given = List.of(
                map,
                constant,
                linear(graph, all, 2 * CHANNELS, LOAD_KINDS.size(), random),
                average,
                linear(graph, average, CHANNELS, 1, random),
                linear(graph, average, CHANNELS, 1, random),
                linear(graph, difference, CHANNELS, 1, random));
        given.stream().limit(answers).forEach(graph::answer);
        return graph;
    }

    private static String convolution(
            Graph graph, String input, int channelsIn, int channelsOut, int kernel, int stride, Random random) {
        var weight = random(random, channelsOut, channelsIn, kernel, kernel);
        return graph.convolution(input, weight, random(random, channelsOut), stride);
    }

    private static String linear(Graph graph, String input, int features, int units, Random random) {
        return graph.linear(input, random(random, units, features), random(random, units));
    }

    private static Weights random(Random random, long... shape) {
        var count = 1L;
        for (var length : shape) {
            count *= length;
        }
        var values = new float[Math.toIntExact(count)];
        for (var index = 0; index < values.length; index++) {
            values[index] = (float) random.nextGaussian() / 3;
        }
        return new Weights(shape, values);
    }
}
