/** A reader's work: claim the next case, look at it, decide. */
@NullMarked
package nl.bovenstrooms.queue.review;

import org.jspecify.annotations.NullMarked;
