package nl.bovenstrooms.scoring.training;

import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one container with what is true of it.
 *
 * @param principal at the working scale, as is everything else
 * @param low null when the scanner had one energy
 * @param threat 1 where contraband is in the way of the rays, 0 elsewhere; pixel by pixel
 * @param threatKind what is hidden, for the breakdown of results; null when nothing is
 * @param loadKind position in the list of load kinds
 * @param fill share of the inside taken up by load, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for one training step; never compared by equals
record Crop(
        Raster principal,
        @Nullable Raster low,
        byte[] threat,
        @Nullable String threatKind,
        int loadKind,
        float fill) {

    boolean holdsThreat() {
        return threatKind != null;
    }
}
