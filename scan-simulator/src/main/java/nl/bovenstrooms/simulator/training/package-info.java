/** Pictures of single containers with their labels, as fast as a network can eat them. */
@NullMarked
package nl.bovenstrooms.simulator.training;

import org.jspecify.annotations.NullMarked;
