/** Which containers get read, and what a source hears of the others. */
@NullMarked
package nl.bovenstrooms.queue.triage;

import org.jspecify.annotations.NullMarked;
