/** How much waits, and whether it waits too long. */
@NullMarked
package nl.bovenstrooms.queue.counts;

import org.jspecify.annotations.NullMarked;
