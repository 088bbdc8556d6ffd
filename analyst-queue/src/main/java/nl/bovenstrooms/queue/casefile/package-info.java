/** A case and what can be done with it: pure rules, without HTTP, database or clock. */
@NullMarked
package nl.bovenstrooms.queue.casefile;

import org.jspecify.annotations.NullMarked;
