/** What stands in the way of the rays: vehicles, containers, goods and what is hidden in them. */
@NullMarked
package nl.bovenstrooms.simulator.scene;

import org.jspecify.annotations.NullMarked;
