/** From a scan that was received to a score: which container stands where, what is seen, what the rules say. */
@NullMarked
package nl.bovenstrooms.scoring.scan;

import org.jspecify.annotations.NullMarked;
