package nl.bovenstrooms.simulator.training;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Contraband;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one container with what is true of it.
 *
 * @param principal transmission of the only or the harder beam; 16 bits, or 8 after the base case's curve and JPEG
 * @param low transmission of the softer beam, 16 bits; null unless the path is {@link ImagePath#TWO_ENERGIES}
 * @param threat 1 where contraband is in the way of the rays, 0 elsewhere; row by row
 * @param hidden what is hidden; null when nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for one training step; never compared by equals
public record TrainingSample(
        Raster principal,
        @Nullable Raster low,
        byte[] threat,
        @Nullable Hidden hidden,
        Truth truth) {

    /**
     * @param kilograms of contraband
     * @param visibility how much darker contraband makes its pixels, in units of the noise there, before the wire; below 1
     *     nobody sees it
     * @param conspicuity how much it changes -ln of transmission, in units of how much that varies nearby, with goods and
     *     noise; below 1 it drowns in its surroundings
     */
    public record Hidden(Contraband kind, HidingPlace place, double kilograms, double visibility, double conspicuity) {}

    /**
     * @param fill share of the room taken up by goods, 0 to 1
     * @param loadKg of the goods with packaging
     * @param doorsRight the doors are at the right end of the picture
     */
    public record Truth(
            LoadKind load,
            double fill,
            double loadKg,
            BoxType box,
            boolean doorsRight,
            ImagePath path,
            ScannerFamily family,
            String scannerId) {}

    public boolean holdsThreat() {
        return hidden != null;
    }
}
