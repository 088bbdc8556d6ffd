package nl.bovenstrooms.scoring.training;

import ai.djl.nn.Parameter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An array of trained numbers on its way to a file.
 *
 * @param shape the length of each dimension
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data; never compared by equals
record Weights(long[] shape, float[] values) {

    static Weights of(Parameter parameter) {
        var array = parameter.getArray();
        return new Weights(array.getShape().getShape(), array.toFloatArray());
    }

    /** The values as bytes, which is how both file formats keep them. */
    byte[] littleEndian() {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
