/** Makes the image model's weights and measures them. On the command line only: no running service uses this. */
@NullMarked
package nl.bovenstrooms.scoring.training;

import org.jspecify.annotations.NullMarked;
