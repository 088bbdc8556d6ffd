/** What becomes of a picture on its way: curves, palettes, sizes and file formats of the sources. */
@NullMarked
package nl.bovenstrooms.simulator.wire;

import org.jspecify.annotations.NullMarked;
