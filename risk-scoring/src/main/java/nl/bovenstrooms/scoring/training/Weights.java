package nl.bovenstrooms.scoring.training;

/**
 * An array of trained numbers on its way to a file.
 *
 * @param shape the length of each dimension
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data; never compared by equals
record Weights(long[] shape, float[] values) {}
