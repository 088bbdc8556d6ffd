package nl.bovenstrooms.scoring.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.bovenstrooms.scoring.training.Graph.Operation;

/**
 * Writes a {@link Graph} as a TorchScript archive, which DJL itself can't do (it does not trace), and which every PyTorch from
 * 1.4 on reads.
 *
 * <p>The archive is a zip of stored entries: the computation as source text, a pickle of the module whose tensors point to
 * the entries {@code data/N}, and those as raw little-endian floats.
 * Format: torch/csrc/jit/serialization of PyTorch 2.7. The bytes depend on the graph only.
 */
final class TorchScript {

    private static final String ARCHIVE = "container-network/";

    private final Map<String, Weights> tensors = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private TorchScript() {}

    /** Its output is a tuple in the order of the graph's. */
    static void write(Graph graph, OutputStream out) throws IOException {
        var script = new TorchScript();
        graph.operations().forEach(script::take);
        script.archive(script.source(graph.outputs()), out);
    }

    private void take(Operation operation) {
        if (operation.isWeighted()) {
            tensors.put(operation.name() + "_w", Objects.requireNonNull(operation.weight()));
            tensors.put(operation.name() + "_b", Objects.requireNonNull(operation.bias()));
        }
        lines.add("%s = %s".formatted(operation.name(), expression(operation)));
    }

    private static String expression(Operation operation) {
        var name = operation.name();
        var input = operation.inputs().get(0);
        var inputs = String.join(", ", operation.inputs());
        return switch (operation.kind()) {
            case CONVOLUTION -> {
                var padding = Objects.requireNonNull(operation.weight()).shape()[2] / 2;
                yield "torch.conv2d(%1$s, self.%2$s_w, self.%2$s_b, [%3$d, %3$d], [%4$d, %4$d])"
                        .formatted(input, name, operation.stride(), padding);
            }
            case LINEAR -> "torch.linear(%1$s, self.%2$s_w, self.%2$s_b)".formatted(input, name);
            case RELU -> "torch.relu(%s)".formatted(input);
            case ADD -> "torch.add(%s)".formatted(inputs);
            case SUBTRACT -> "torch.sub(%s)".formatted(inputs);
            case HALF -> "torch.mul(%s, 0.5)".formatted(input);
            case AVERAGE_POOL -> "torch.avg_pool2d(%s, [2, 2], [2, 2], [0, 0], False, True, None)".formatted(input);
            case DOUBLE -> "torch.upsample_nearest2d(%s, None, [2., 2.])".formatted(input);
            case MEAN -> "torch.mean(%s, [2, 3])".formatted(input);
            case MAXIMUM -> "torch.amax(%s, [2, 3])".formatted(input);
            case JOIN -> "torch.cat([%s], 1)".formatted(inputs);
            case LEFT -> "torch.slice(%1$s, 3, 0, torch.floordiv(torch.size(%1$s, 3), 2))".formatted(input);
            case RIGHT -> "torch.slice(%1$s, 3, torch.floordiv(torch.size(%1$s, 3), 2))".formatted(input);
        };
    }

    private String source(List<String> outputs) {
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
                    %s: Tensor) -> Tuple[%s]:
                %s    return (%s)
                """.formatted(
                        names,
                        declarations,
                        Graph.INPUT,
                        String.join(", ", Collections.nCopies(outputs.size(), "Tensor")),
                        body,
                        String.join(", ", outputs));
    }

    private void archive(String source, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, "data.pkl", pickledModule());
            entry(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            entry(zip, "constants.pkl", new Pickle().emptyTuple().end());
            entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            var index = 0;
            for (var weights : tensors.values()) {
                entry(zip, "data/" + index++, weights.littleEndian());
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
