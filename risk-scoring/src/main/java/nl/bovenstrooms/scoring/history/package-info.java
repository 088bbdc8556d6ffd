/** What other passages say about a container: an earlier scan of it, its lot, its number or seal in two places. */
@NullMarked
package nl.bovenstrooms.scoring.history;

import org.jspecify.annotations.NullMarked;
