/** Who is asking, from where, and what the browser may do with the answer. */
@NullMarked
package nl.bovenstrooms.queue.access;

import org.jspecify.annotations.NullMarked;
