/** Pictures of a user with what is true of them, to learn from and to measure with; see docs/own-images.md. */
@NullMarked
package nl.bovenstrooms.scoring.labelled;

import org.jspecify.annotations.NullMarked;
