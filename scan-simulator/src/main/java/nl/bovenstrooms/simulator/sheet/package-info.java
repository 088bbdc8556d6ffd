/** One picture that shows all that the simulator can do. */
@NullMarked
package nl.bovenstrooms.simulator.sheet;

import org.jspecify.annotations.NullMarked;
