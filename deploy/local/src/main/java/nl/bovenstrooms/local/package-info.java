/**
 * Runs the whole suite on one machine: from the command line ({@link nl.bovenstrooms.local.BovenstroomsCommand}), and from tests
 * and benchmarks ({@link nl.bovenstrooms.local.Suite}).
 */
@NullMarked
package nl.bovenstrooms.local;

import org.jspecify.annotations.NullMarked;
