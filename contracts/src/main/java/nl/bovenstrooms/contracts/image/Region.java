package nl.bovenstrooms.contracts.image;

/**
 * A rectangle of pixels.
 *
 * @param x first column, from the left, 0-based
 * @param y first row, from the top, 0-based
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Region(int x, int y, int width, int height) {

    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a region starts inside the image and has at least one pixel: x=%d y=%d width=%d height=%d"
                            .formatted(x, y, width, height));
        }
    }

    /** Whether all of it lies in an image of the given size. */
    public boolean fitsIn(int imageWidth, int imageHeight) {
        return (long) x + width <= imageWidth && (long) y + height <= imageHeight;
    }

    /** Pixels in both, divided by pixels in either: 0 when apart, 1 when equal. */
    public double intersectionOverUnion(Region other) {
        var columns = Math.max(0, Math.min(x + width, other.x + other.width) - Math.max(x, other.x));
        var rows = Math.max(0, Math.min(y + height, other.y + other.height) - Math.max(y, other.y));
        var intersection = (double) columns * rows;
        return intersection / ((double) width * height + (double) other.width * other.height - intersection);
    }
}
