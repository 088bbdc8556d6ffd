/** How fast a container is judged. */
@NullMarked
package nl.bovenstrooms.scoring.benchmark;

import org.jspecify.annotations.NullMarked;
