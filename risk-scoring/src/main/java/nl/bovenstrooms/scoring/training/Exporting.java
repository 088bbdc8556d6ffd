package nl.bovenstrooms.scoring.training;

import ai.djl.nn.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.bovenstrooms.scoring.training.Graph.Kind;

/**
 * Writes a trained {@link ContainerNetwork} with the weights it has now, once for each engine. Normalisations are folded into
 * the convolutions.
 */
final class Exporting {

    private final Graph graph = new Graph();

    private Exporting() {}

    /** Writes {@link Learning#WEIGHTS} and {@link Learning#ONNX}. */
    static void write(ContainerNetwork network, Path folder) throws IOException {
        var graph = graph(network);
        try (var out = Files.newOutputStream(folder.resolve(Learning.WEIGHTS))) {
            TorchScript.write(graph, out);
        }
        try (var out = Files.newOutputStream(folder.resolve(Learning.ONNX))) {
            Onnx.write(graph, out);
        }
    }

    /** The same computation as {@link ContainerNetwork#forwardInternal}: whoever changes one changes the other. */
    static Graph graph(ContainerNetwork network) {
        var exporting = new Exporting();
        exporting.describe(network);
        return exporting.graph;
    }

    private void describe(ContainerNetwork network) {
        var close = head(network.detail.head, trunk(network.detail.trunk, Graph.INPUT));
        var whole = context(network.context, graph.apply(Kind.AVERAGE_POOL, Graph.INPUT));
        var evidence =
                graph.apply(Kind.JOIN, graph.apply(Kind.JOIN, close.summary(), whole.summary()), whole.average());
        graph.answer(close.map());
        graph.answer(linear(network.judgement, evidence));
        whole.answers().forEach(graph::answer);
    }

    /** @param answers load kind, embedding, fill, mass, doors */
    private record Whole(List<String> answers, String summary, String average) {}

    private Whole context(ContextNetwork network, String input) {
        var features = trunk(network.trunk, input);
        var left = graph.apply(Kind.MEAN, graph.apply(Kind.LEFT, features.deep()));
        var right = graph.apply(Kind.MEAN, graph.apply(Kind.RIGHT, features.deep()));
        var average = graph.apply(Kind.HALF, add(left, right));
        var similarity = linear(network.embedding, average);
        var answers = List.of(
                linear(network.loadKind, similarity),
                similarity,
                linear(network.fill, average),
                linear(network.mass, relu(linear(network.massFeatures, average))),
                linear(network.doors, graph.apply(Kind.SUBTRACT, right, left)));
        return new Whole(answers, head(network.head, features).summary(), average);
    }

    /** @param summary the highest of each feature and of the map */
    private record Suspicion(String map, String summary) {}

    private Suspicion head(MapHead head, Features features) {
        var deep = graph.apply(Kind.DOUBLE, pointwise(head.lateralCoarse, features.deep()));
        var pyramid = relu(convolution(head.smooth, add(pointwise(head.lateralMiddle, features.middle()), deep)));
        var map = pointwise(head.map, pyramid);
        var summary = graph.apply(Kind.JOIN, graph.apply(Kind.MAXIMUM, pyramid), graph.apply(Kind.MAXIMUM, map));
        return new Suspicion(map, summary);
    }

    private record Features(String middle, String deep) {}

    private Features trunk(Trunk trunk, String input) {
        var stem = relu(convolution(trunk.stem, relu(convolution(trunk.stemFine, input))));
        var middle = stage(trunk.middle, stage(trunk.fine, stem));
        return new Features(middle, stage(trunk.coarse, middle));
    }

    private String stage(List<Residual> blocks, String input) {
        var current = input;
        for (var block : blocks) {
            var changed = convolution(block.second, relu(convolution(block.first, current)));
            var kept = block.around.isEmpty() ? current : convolution(block.around.get(0), current);
            current = relu(add(changed, kept));
        }
        return current;
    }

    private String convolution(NormalisedConvolution convolution, String input) {
        var folded = convolution.fold();
        return graph.convolution(input, folded.weight(), folded.bias(), convolution.stride());
    }

    private String pointwise(Block block, String input) {
        return graph.convolution(input, weights(block, "weight"), weights(block, "bias"), 1);
    }

    private String linear(Block block, String input) {
        return graph.linear(input, weights(block, "weight"), weights(block, "bias"));
    }

    private static Weights weights(Block block, String name) {
        return Weights.of(block.getParameters().get(name));
    }

    private String relu(String input) {
        return graph.apply(Kind.RELU, input);
    }

    private String add(String one, String other) {
        return graph.apply(Kind.ADD, one, other);
    }
}
