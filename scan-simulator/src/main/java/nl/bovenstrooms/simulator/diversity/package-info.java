/** Measures how much simulated pictures differ, so that nobody has to take it on trust. */
@NullMarked
package nl.bovenstrooms.simulator.diversity;

import org.jspecify.annotations.NullMarked;
