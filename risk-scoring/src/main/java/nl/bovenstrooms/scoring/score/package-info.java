/** The arithmetic of a score: contributions in log-odds, added up. */
@NullMarked
package nl.bovenstrooms.scoring.score;

import org.jspecify.annotations.NullMarked;
