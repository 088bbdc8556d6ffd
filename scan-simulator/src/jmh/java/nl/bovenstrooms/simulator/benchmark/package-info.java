/** How fast pictures are made. */
@NullMarked
package nl.bovenstrooms.simulator.benchmark;

import org.jspecify.annotations.NullMarked;
