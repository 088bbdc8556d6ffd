/** The machine: its beam, its geometry and its faults, and the picture that it makes of a scene. */
@NullMarked
package nl.bovenstrooms.simulator.scanner;

import org.jspecify.annotations.NullMarked;
