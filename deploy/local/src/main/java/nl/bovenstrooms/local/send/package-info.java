/** Sends a person's own pictures, with as much of a manifest as there is. */
@NullMarked
package nl.bovenstrooms.local.send;

import org.jspecify.annotations.NullMarked;
