package nl.bovenstrooms.scoring.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.WorkingView;
import nl.bovenstrooms.scoring.training.Graph.Operation;

/**
 * Writes a {@link Graph} as an ONNX file, which names its answers as {@link ModelCard#OUTPUTS} does. The bytes depend on the
 * graph only. Operators: onnx/docs/Operators.md of ONNX 1.12, which brought opset 17.
 */
final class Onnx {

    private static final int OPSET = 17;

    /** The version of the file format that came with that opset. */
    private static final int FORMAT = 8;

    private static final String ONE_HALF = "one_half";
    private static final String TWICE_AS_LARGE = "twice_as_large";

    private Onnx() {}

    static void write(Graph graph, OutputStream out) throws IOException {
        var content = GraphProto.newBuilder()
                .setName("container-network")
                .addInput(value(Graph.INPUT)
                        .setType(floats(TensorShapeProto.newBuilder()
                                .addDim(dimension("batch"))
                                .addDim(Dimension.newBuilder().setDimValue(WorkingView.PLANES))
                                .addDim(dimension("rows"))
                                .addDim(dimension("columns")))))
                .addInitializer(tensor(ONE_HALF, new Weights(new long[0], new float[] {0.5f})))
                .addInitializer(tensor(TWICE_AS_LARGE, new Weights(new long[] {4}, new float[] {1, 1, 2, 2})));
        for (var operation : graph.operations()) {
            if (operation.isWeighted()) {
                content.addInitializer(tensor(operation.name() + "_w", Objects.requireNonNull(operation.weight())));
                content.addInitializer(tensor(operation.name() + "_b", Objects.requireNonNull(operation.bias())));
            }
            content.addNode(node(operation));
        }
        for (var index = 0; index < graph.outputs().size(); index++) {
            var name = ModelCard.OUTPUTS.get(index);
            content.addNode(NodeProto.newBuilder()
                    .setOpType("Identity")
                    .addInput(graph.outputs().get(index))
                    .addOutput(name));
            content.addOutput(value(name).setType(floats()));
        }
        ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("bovenstrooms")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(content)
                .build()
                .writeTo(out);
    }

    private static NodeProto node(Operation operation) {
        var node = NodeProto.newBuilder().addAllInput(operation.inputs()).addOutput(operation.name());
        switch (operation.kind()) {
            case CONVOLUTION -> {
                var kernel = Objects.requireNonNull(operation.weight()).shape()[2];
                weighted(node.setOpType("Conv"), operation)
                        .addAttribute(numbers("kernel_shape", kernel, kernel))
                        .addAttribute(numbers("strides", operation.stride(), operation.stride()))
                        .addAttribute(numbers("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2));
            }
            case LINEAR -> weighted(node.setOpType("Gemm"), operation).addAttribute(number("transB", 1));
            case RELU -> node.setOpType("Relu");
            case ADD -> node.setOpType("Add");
            case SUBTRACT -> node.setOpType("Sub");
            case HALF -> node.setOpType("Mul").addInput(ONE_HALF);
            case AVERAGE_POOL ->
                node.setOpType("AveragePool")
                        .addAttribute(numbers("kernel_shape", 2, 2))
                        .addAttribute(numbers("strides", 2, 2));
            case DOUBLE ->
                node.setOpType("Resize")
                        .addInput("")
                        .addInput(TWICE_AS_LARGE)
                        .addAttribute(text("mode", "nearest"))
                        .addAttribute(text("coordinate_transformation_mode", "asymmetric"))
                        .addAttribute(text("nearest_mode", "floor"));
            case MEAN -> overPlaces(node.setOpType("ReduceMean"));
            case MAXIMUM -> overPlaces(node.setOpType("ReduceMax"));
            case JOIN -> node.setOpType("Concat").addAttribute(number("axis", 1));
            case LEFT ->
                node.setOpType("Split").addOutput(operation.name() + "_other").addAttribute(number("axis", 3));
            case RIGHT ->
                node.setOpType("Split")
                        .clearOutput()
                        .addOutput(operation.name() + "_other")
                        .addOutput(operation.name())
                        .addAttribute(number("axis", 3));
        }
        return node.build();
    }

    private static NodeProto.Builder weighted(NodeProto.Builder node, Operation operation) {
        return node.addInput(operation.name() + "_w").addInput(operation.name() + "_b");
    }

    private static void overPlaces(NodeProto.Builder node) {
        node.addAttribute(numbers("axes", 2, 3)).addAttribute(number("keepdims", 0));
    }

    private static AttributeProto number(String name, long number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(number)
                .build();
    }

    private static AttributeProto numbers(String name, long... numbers) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(numbers).boxed().toList())
                .build();
    }

    private static AttributeProto text(String name, String text) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(text))
                .build();
    }

    private static TensorProto tensor(String name, Weights weights) {
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(weights.littleEndian()));
        for (var length : weights.shape()) {
            tensor.addDims(length);
        }
        return tensor.build();
    }

    private static ValueInfoProto.Builder value(String name) {
        return ValueInfoProto.newBuilder().setName(name);
    }

    private static TypeProto.Builder floats() {
        return TypeProto.newBuilder().setTensorType(tensorType());
    }

    private static TypeProto.Builder floats(TensorShapeProto.Builder shape) {
        return TypeProto.newBuilder().setTensorType(tensorType().setShape(shape));
    }

    private static TypeProto.Tensor.Builder tensorType() {
        return TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
    }

    private static Dimension dimension(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }
}
