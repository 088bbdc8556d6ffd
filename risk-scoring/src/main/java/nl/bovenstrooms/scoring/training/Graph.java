package nl.bovenstrooms.scoring.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained network as a list of operations, in the order in which they are computed: what the writers of file formats agree
 * on. Every operation has a name, by which those after it take its result.
 *
 * <p>Arrays are batch x channels x rows x columns, or batch x features once the places are gone.
 */
final class Graph {

    /** The name of what goes in. */
    static final String INPUT = "x";

    /** What is computed, from one or two results and, for the first two, from weights. */
    enum Kind {
        /** Weights are filters x channels x kernel x kernel; padded by half a kernel. */
        CONVOLUTION,
        /** Weights are units x features. */
        LINEAR,
        /** Negative numbers become 0. */
        RELU,
        ADD,
        SUBTRACT,
        /** Half of each number. */
        HALF,
        /** The mean of each 2 x 2 places. */
        AVERAGE_POOL,
        /** Each place becomes 2 x 2. */
        DOUBLE,
        /** The mean over all places. */
        MEAN,
        /** The highest over all places. */
        MAXIMUM,
        /** Two sets of features one after the other. */
        JOIN,
        /** The columns of the left half; their number is even. */
        LEFT,
        /** The columns of the right half. */
        RIGHT
    }

    /**
     * One step.
     *
     * @param stride of a convolution; 1 for all others
     */
    record Operation(
            String name,
            Kind kind,
            List<String> inputs,
            @Nullable Weights weight,
            @Nullable Weights bias,
            int stride) {

        /** Where the weights are, for the two kinds that have them. */
        boolean isWeighted() {
            return weight != null && bias != null;
        }
    }

    private final List<Operation> operations = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    String convolution(String input, Weights weight, Weights bias, int stride) {
        return add(Kind.CONVOLUTION, List.of(input), weight, bias, stride);
    }

    String linear(String input, Weights weight, Weights bias) {
        return add(Kind.LINEAR, List.of(input), weight, bias, 1);
    }

    String apply(Kind kind, String... inputs) {
        return add(kind, List.of(inputs), null, null, 1);
    }

    private String add(Kind kind, List<String> inputs, @Nullable Weights weight, @Nullable Weights bias, int stride) {
        var name = "v" + operations.size();
        operations.add(new Operation(name, kind, inputs, weight, bias, stride));
        return name;
    }

    /** The next of the answers. */
    void answer(String name) {
        outputs.add(name);
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Names of the answers, in their order. */
    List<String> outputs() {
        return List.copyOf(outputs);
    }
}
