package nl.bovenstrooms.scoring.image;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one container in a picture. Safe for use by many threads; a call blocks until it could look.
 *
 * <p>The same pixels and the same {@link #digest()} give the same findings.
 */
public interface ImageModel extends AutoCloseable {

    /**
     * @param principal the only energy, or the higher one; transmission
     * @param low the lower energy of the same view and size; null when there is none
     * @param container where the container stands in it; has to lie inside the picture
     * @return {@link ImageFindings.NotReadable} when nobody could judge this picture, otherwise what the network saw
     * @throws ImageModelFailed when the network gave no usable answer: trying again can help
     * @throws IllegalArgumentException when the region lies outside, or the energies differ in size
     */
    ImageFindings look(Raster principal, @Nullable Raster low, Region container);

    /** The name and version under which the weights were published. */
    String version();

    /** SHA-256 of the weights file, 64 lower-case hexadecimal digits. */
    String digest();

    /** Ends the workers and gives native memory back. */
    @Override
    void close();
}
