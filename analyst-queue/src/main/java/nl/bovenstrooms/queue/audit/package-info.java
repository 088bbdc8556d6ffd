/** What was seen and done, in a chain that shows every later change. */
@NullMarked
package nl.bovenstrooms.queue.audit;

import org.jspecify.annotations.NullMarked;
