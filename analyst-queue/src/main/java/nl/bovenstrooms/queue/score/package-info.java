/** What scoring said, kept so that a case can be shown. */
@NullMarked
package nl.bovenstrooms.queue.score;

import org.jspecify.annotations.NullMarked;
