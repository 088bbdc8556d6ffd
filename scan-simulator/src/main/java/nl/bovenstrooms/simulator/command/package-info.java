/** The command line of the simulator. */
@NullMarked
package nl.bovenstrooms.simulator.command;

import org.jspecify.annotations.NullMarked;
