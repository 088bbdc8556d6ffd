package nl.bovenstrooms.scoring.training;

import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one container with what is true of it.
 *
 * @param principal a little finer than the working scale
 * @param low null when the scanner had one energy
 * @param threat 1 where contraband is in the way of the rays, 0 elsewhere; pixel by pixel
 * @param hidden what is hidden, for the breakdown of results; null when nothing is
 * @param loadKind position in the list of load kinds
 * @param fill share of the inside taken up by load, 0 to 1
 * @param kilograms of goods with their packaging
 * @param doorsRight the doors are at the right end
 * @param box type of container, for the breakdown
 * @param scanner family of the scanner, for the breakdown
 * @param path how the picture came from its source, for the breakdown
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for one training step; never compared by equals
public record Crop(
        Raster principal,
        @Nullable Raster low,
        byte[] threat,
        @Nullable Hidden hidden,
        int loadKind,
        float fill,
        double kilograms,
        boolean doorsRight,
        String box,
        String scanner,
        String path) {

    public boolean holdsThreat() {
        return hidden != null;
    }

    /** Of each cell of a grid laid over the picture, row by row, the share that contraband takes up, 0 to 1. */
    public float[] threatShares(int columns, int rows) {
        var shares = new float[columns * rows];
        if (!holdsThreat()) {
            return shares;
        }
        var width = principal.width();
        var pixels = new int[columns * rows];
        for (var pixel = 0; pixel < threat.length; pixel++) {
            var cell = pixel / width * rows / principal.height() * columns + pixel % width * columns / width;
            pixels[cell]++;
            shares[cell] += threat[pixel];
        }
        for (var cell = 0; cell < shares.length; cell++) {
            shares[cell] /= Math.max(1, pixels[cell]);
        }
        return shares;
    }

    /**
     * @param kilograms of contraband
     * @param visibility how much darker it makes its pixels, in units of the noise there
     * @param conspicuity how much it changes its pixels, in units of how much they vary nearby
     */
    public record Hidden(String what, String place, double kilograms, double visibility, double conspicuity) {}
}
