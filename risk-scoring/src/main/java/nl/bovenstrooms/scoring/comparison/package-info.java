/** Two scans of one container laid on each other: what is in the second that was not in the first. */
@NullMarked
package nl.bovenstrooms.scoring.comparison;

import org.jspecify.annotations.NullMarked;
