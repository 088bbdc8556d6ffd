/** Commands that make and measure the image model. */
@NullMarked
package nl.bovenstrooms.scoring.command;

import org.jspecify.annotations.NullMarked;
