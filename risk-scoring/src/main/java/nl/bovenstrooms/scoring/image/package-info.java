/** What the picture of a container tells: where it stands, what it seems to hold, what looks out of place. */
@NullMarked
package nl.bovenstrooms.scoring.image;

import org.jspecify.annotations.NullMarked;
