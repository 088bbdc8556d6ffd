/** What X-rays of 3 to 9 MV do in matter, and what a detector makes of them. */
@NullMarked
package nl.bovenstrooms.simulator.physics;

import org.jspecify.annotations.NullMarked;
