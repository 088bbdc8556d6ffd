package nl.bovenstrooms.ingest.image;

import nl.bovenstrooms.contracts.image.Raster;

/**
 * Decodes one format. A new format (UFF, DICOS) is one more implementation.
 *
 * <p>The bytes are hostile: a decoder reads the size from the header and lets {@link ImageLimits} judge it before it
 * allocates anything of that size.
 */
interface ScanDecoder {

    ImageFormat format();

    /**
     * @param bytes a whole file that begins with the format's signature
     * @throws ImageRefused when it is damaged, too large, or of a kind that is not taken
     */
    Pixels decode(byte[] bytes, ImageLimits limits);

    /**
     * Grey levels as the file has them, not yet known to be transmission.
     *
     * @param falseColour whether they were computed from colours
     */
    record Pixels(Raster grey, boolean falseColour) {}
}
