package nl.bovenstrooms.benchmark;

import nl.bovenstrooms.contracts.image.Raster;

/** One picture of the base case, always the same one. */
public final class BaseCase {
    private static final BaseCaseScans.Picture PICTURE =
            BaseCaseScans.make(1, 7).pictures().get(0);

    private BaseCase() {}

    /** JPEG, 8 bits of grey. */
    public static byte[] file() {
        return PICTURE.file();
    }

    public static Raster raster() {
        return PICTURE.raster();
    }
}
