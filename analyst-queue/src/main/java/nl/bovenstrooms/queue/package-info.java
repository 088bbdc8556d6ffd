/** Brings the containers that need eyes before an analyst, one at a time, and sends the decision back. */
@NullMarked
package nl.bovenstrooms.queue;

import org.jspecify.annotations.NullMarked;
