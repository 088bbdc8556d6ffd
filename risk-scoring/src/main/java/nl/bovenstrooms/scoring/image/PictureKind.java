package nl.bovenstrooms.scoring.image;

import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/** How much a picture can tell: what the network says of each kind is calibrated for itself. */
public enum PictureKind {
    /** One channel of 8 bits, as a rule a JPEG with an unknown curve. */
    EIGHT_BITS,
    /** One energy in 16 bits. */
    ONE_ENERGY,
    /** Two energies. */
    TWO_ENERGIES;

    /**
     * @param principal the only energy, or the higher one
     * @param low null when there is none
     */
    public static PictureKind of(Raster principal, @Nullable Raster low) {
        if (low != null) {
            return TWO_ENERGIES;
        }
        return principal.bits() == 8 ? EIGHT_BITS : ONE_ENERGY;
    }
}
