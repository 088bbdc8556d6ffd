package nl.bovenstrooms.scoring.history;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What an image model makes of a load: a vector of length 1, close to those of similar goods. The numbers of another model mean something
 * else, and can't be compared.
 */
public final class Embedding {

    private final String modelDigest;
    private final float[] numbers;

    /**
     * @param modelDigest of the weights of the model
     * @param numbers of length 1
     */
    public Embedding(String modelDigest, float[] numbers) {
        this.modelDigest = modelDigest;
        this.numbers = numbers.clone();
    }

    /** @param bytes what {@link #bytes()} gave */
    public static Embedding of(String modelDigest, byte[] bytes) {
        var numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        return new Embedding(modelDigest, numbers);
    }

    public String modelDigest() {
        return modelDigest;
    }

    public float[] numbers() {
        return numbers.clone();
    }

    /** 4 bytes a number, little end first. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    boolean isOfSameModelAs(Embedding other) {
        return modelDigest.equals(other.modelDigest);
    }

    /**
     * 0 when the two loads look the same, 2 when nothing is alike.
     *
     * @param other of the same model
     */
    public double distanceTo(Embedding other) {
        var squares = 0.0;
        for (var index = 0; index < numbers.length; index++) {
            var difference = (double) numbers[index] - other.numbers[index];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding
                && isOfSameModelAs(embedding)
                && Arrays.equals(numbers, embedding.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
