package nl.bovenstrooms.ingest.image;

/** Luminance of false colour, Rec. 709 weights in 1/1024. Palettes of scanners run from dark to light in it. */
final class Grey {

    /** A colour counts as one when its channels differ by more than JPEG's own noise. */
    private static final int NOTICEABLE = 24;

    private Grey() {}

    static int of(int red, int green, int blue) {
        return (218 * red + 732 * green + 74 * blue) >> 10;
    }

    static boolean isColour(int red, int green, int blue) {
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > NOTICEABLE;
    }
}
