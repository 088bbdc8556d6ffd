/** How well the image model does on pictures that it did not learn from, told in a report that people read. */
@NullMarked
package nl.bovenstrooms.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
