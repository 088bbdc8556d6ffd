package nl.bovenstrooms.scoring.comparison;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Readability;
import org.jspecify.annotations.Nullable;

/**
 * One scan of a container. Of two energies only the principal one is compared: the other scanner hardly ever has the same
 * softer one.
 *
 * @param principal transmission of the only or the harder beam, of 8 or 16 bits
 * @param container where it is in the picture, a hundredth of its size more or less
 * @param suspicion null when the image model has not looked, or has seen nothing
 */
public record Picture(
        Raster principal, Region container, @Nullable Suspicion suspicion) {

    public Picture {
        if (!container.fitsIn(principal.width(), principal.height())) {
            throw new IllegalArgumentException("the container's region %s lies outside the picture of %d x %d"
                    .formatted(container, principal.width(), principal.height()));
        }
    }

    /** Whether anything can be made out in it. */
    public boolean isClear() {
        return Readability.isClear(principal, container);
    }

    /** Of which nobody asked the image model. */
    public Picture(Raster principal, Region container) {
        this(principal, container, null);
    }
}
