/** Measures the whole suite on this machine: latency, throughput, memory, and how far from the floor they are. */
@NullMarked
package nl.bovenstrooms.benchmark;

import org.jspecify.annotations.NullMarked;
