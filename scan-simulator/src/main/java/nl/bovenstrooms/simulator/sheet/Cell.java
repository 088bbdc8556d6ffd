package nl.bovenstrooms.simulator.sheet;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.wire.Palette;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a sheet.
 *
 * @param grey 8 bits, whatever the wire had
 * @param outlined mask whose edge is drawn, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cell(String caption, Raster grey, Palette palette, byte @Nullable [] outlined) {}
