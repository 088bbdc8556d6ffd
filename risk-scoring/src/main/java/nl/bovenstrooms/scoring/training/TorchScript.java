package nl.bovenstrooms.scoring.training;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a trained {@link ContainerNetwork} as a TorchScript archive, which DJL itself can't do (it does not trace), and
 * which every PyTorch from 1.4 on reads.
 *
 * <p>The archive is a zip of stored entries: the computation as source text, a pickle of the module whose tensors point to
 * the entries {@code data/N}, and those as raw little-endian floats. Normalisations are folded into the convolutions.
 * Format: torch/csrc/jit/serialization of PyTorch 2.7. The bytes depend on the weights only.
 */
final class TorchScript {

    private static final String ARCHIVE = "container-network/";

    private final Map<String, Weights> tensors = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private TorchScript() {}

    /** Writes the network with the folded weights it has now. Its output is a tuple in the order of the network's. */
    static void write(ContainerNetwork network, OutputStream out) throws IOException {
        var script = new TorchScript();
        script.describe(network);
        script.archive(out);
    }

    private void describe(ContainerNetwork network) {
        line("half = torch.avg_pool2d(x, [2, 2], [2, 2], [0, 0], False, True, None)");
        head("d", trunk("d", "x", network.detail.trunk), network.detail.head);
        context(network.context);
        line("evidence = torch.cat([d_summary, c_summary, average], 1)");
        linear("threat", "evidence", network.judgement);
        line("return (d_map, threat, c_kind, c_similarity, c_fill, c_mass, c_doors)");
    }

    private void context(ContextNetwork network) {
        var features = trunk("c", "half", network.trunk);
        head("c", features, network.head);
        line("middle = torch.floordiv(torch.size(%s, 3), 2)".formatted(features.deep()));
        line("left = torch.mean(torch.slice(%s, 3, 0, middle), [2, 3])".formatted(features.deep()));
        line("right = torch.mean(torch.slice(%s, 3, middle), [2, 3])".formatted(features.deep()));
        line("average = torch.mul(torch.add(left, right), 0.5)");
        linear("c_similarity", "average", network.embedding);
        linear("c_kind", "c_similarity", network.loadKind);
        linear("c_fill", "average", network.fill);
        linear("c_mass", relu("c_heavy", linear("c_mass_features", "average", network.massFeatures)), network.mass);
        line("difference = torch.sub(right, left)");
        linear("c_doors", "difference", network.doors);
    }

    private void head(String part, Features features, MapHead head) {
        var deep = pointwise(part + "_coarse", features.deep(), head.lateralCoarse);
        var middle = pointwise(part + "_middle", features.middle(), head.lateralMiddle);
        var smooth = convolution(part + "_smooth", sum(part + "_sum", middle, doubled(deep)), head.smooth);
        var pyramid = relu(part + "_pyramid", smooth);
        var map = pointwise(part + "_map", pyramid, head.map);
        line("%s_summary = torch.cat([torch.amax(%s, [2, 3]), torch.amax(%s, [2, 3])], 1)"
                .formatted(part, pyramid, map));
    }

    /** Names of what comes out of a trunk. */
    private record Features(String middle, String deep) {}

    private Features trunk(String part, String input, Trunk trunk) {
        relu(part + "_s0", convolution(part + "_s0", input, trunk.stemFine));
        relu(part + "_s", convolution(part + "_s", part + "_s0", trunk.stem));
        var fine = stage(part + "_a", part + "_s", trunk.fine);
        var middle = stage(part + "_b", fine, trunk.middle);
        return new Features(middle, stage(part + "_c", middle, trunk.coarse));
    }

    private String stage(String name, String input, List<Residual> blocks) {
        var current = input;
        for (var index = 0; index < blocks.size(); index++) {
            var block = blocks.get(index);
            var label = name + index;
            relu(label + "f", convolution(label + "f", current, block.first));
            var changed = convolution(label + "g", label + "f", block.second);
            var kept = block.around.isEmpty() ? current : convolution(label + "h", current, block.around.get(0));
            current = relu(label, sum(label, changed, kept));
        }
        return current;
    }

    private String convolution(String name, String input, NormalisedConvolution convolution) {
        var folded = convolution.fold();
        tensors.put(name + "_w", folded.weight());
        tensors.put(name + "_b", folded.bias());
        line("%1$s = torch.conv2d(%2$s, self.%1$s_w, self.%1$s_b, [%3$d, %3$d], [%4$d, %4$d])"
                .formatted(name, input, convolution.stride(), convolution.padding()));
        return name;
    }

    private String pointwise(String name, String input, Block block) {
        tensor(name, block);
        line("%1$s = torch.conv2d(%2$s, self.%1$s_w, self.%1$s_b)".formatted(name, input));
        return name;
    }

    private String linear(String name, String input, Block block) {
        tensor(name, block);
        line("%1$s = torch.linear(%2$s, self.%1$s_w, self.%1$s_b)".formatted(name, input));
        return name;
    }

    private String relu(String name, String input) {
        line("%s = torch.relu(%s)".formatted(name, input));
        return name;
    }

    private String sum(String name, String one, String other) {
        line("%s = torch.add(%s, %s)".formatted(name, one, other));
        return name;
    }

    private String doubled(String name) {
        line("%1$s_up = torch.upsample_nearest2d(%1$s, None, [2., 2.])".formatted(name));
        return name + "_up";
    }

    private void line(String line) {
        lines.add(line);
    }

    private void tensor(String name, Block block) {
        tensors.put(name + "_w", weights(block.getParameters().get("weight")));
        tensors.put(name + "_b", weights(block.getParameters().get("bias")));
    }

    private static Weights weights(Parameter parameter) {
        var array = parameter.getArray();
        return new Weights(array.getShape().getShape(), array.toFloatArray());
    }

    private String source() {
        var declarations = tensors.keySet().stream()
                .map(name -> "  " + name + " : Tensor\n")
                .collect(Collectors.joining());
        var names = tensors.keySet().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        var body = lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
        return """
                class Net(Module):
                  __parameters__ = [%s]
                  __buffers__ = []
                %s  training : bool
                  def forward(self: __torch__.Net,
                    x: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
                %s""".formatted(names, declarations, body);
    }

    private void archive(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, "data.pkl", pickledModule());
            entry(zip, "code/__torch__.py", source().getBytes(StandardCharsets.UTF_8));
            entry(zip, "constants.pkl", new Pickle().emptyTuple().end());
            entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            var index = 0;
            for (var weights : tensors.values()) {
                entry(zip, "data/" + index++, bytes(weights.values()));
            }
            entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(ARCHIVE + name);
        var checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(float[] values) {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private byte[] pickledModule() {
        var pickle = new Pickle()
                .global("__torch__", "Net")
                .emptyTuple()
                .newObject()
                .emptyDictionary()
                .mark();
        var index = 0;
        for (var tensor : tensors.entrySet()) {
            pickle.text(tensor.getKey()).tensor(index++, tensor.getValue());
        }
        return pickle.text("training").no().setItems().build().end();
    }

    /** The few opcodes of Python's pickle protocol 2 that a module takes; see Lib/pickletools.py of CPython. */
    private static final class Pickle {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            out.write(0x80);
            out.write(2);
        }

        Pickle global(String module, String name) {
            return code('c').raw(module + "\n" + name + "\n");
        }

        Pickle emptyTuple() {
            return code(')');
        }

        Pickle newObject() {
            return code(0x81);
        }

        Pickle emptyDictionary() {
            return code('}');
        }

        Pickle mark() {
            return code('(');
        }

        Pickle setItems() {
            return code('u');
        }

        Pickle build() {
            return code('b');
        }

        Pickle no() {
            return code(0x89);
        }

        Pickle text(String text) {
            return code('X').int32(text.length()).raw(text);
        }

        Pickle number(long number) {
            return code('J').int32(Math.toIntExact(number));
        }

        Pickle numbers(long[] numbers) {
            mark();
            for (var number : numbers) {
                number(number);
            }
            return code('t');
        }

        /** {@code torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks)}. */
        Pickle tensor(int index, Weights weights) {
            global("torch._utils", "_rebuild_tensor_v2").mark();
            mark().text("storage")
                    .global("torch", "FloatStorage")
                    .text(Integer.toString(index))
                    .text("cpu");
            number(weights.values().length).code('t').code('Q');
            number(0).numbers(weights.shape()).numbers(strides(weights.shape())).no();
            return global("collections", "OrderedDict")
                    .emptyTuple()
                    .code('R')
                    .code('t')
                    .code('R');
        }

        private static long[] strides(long[] shape) {
            var strides = new long[shape.length];
            var stride = 1L;
            for (var dimension = shape.length - 1; dimension >= 0; dimension--) {
                strides[dimension] = stride;
                stride *= shape[dimension];
            }
            return strides;
        }

        private Pickle code(int opcode) {
            out.write(opcode);
            return this;
        }

        private Pickle raw(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        private Pickle int32(int value) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        byte[] end() {
            return code('.').out.toByteArray();
        }
    }
}
