/** What the physical check of a container found: told here, and learnt from elsewhere. */
@NullMarked
package nl.bovenstrooms.queue.inspection;

import org.jspecify.annotations.NullMarked;
