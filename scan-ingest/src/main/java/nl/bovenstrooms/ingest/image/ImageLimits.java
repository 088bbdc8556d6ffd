package nl.bovenstrooms.ingest.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How large an image may be. All are read from its header, before a pixel is decoded. */
@ConfigMapping(prefix = "bovenstrooms.image-limits")
public interface ImageLimits {

    /** Bytes of one image as sent. */
    @WithDefault("67108864")
    @Min(1)
    int bytes();

    /** Columns, and rows. */
    @WithDefault("32768")
    @Min(1)
    int side();

    /** Columns times rows. 64 million is a 16-bit scan of 1500 rows and 40 m. */
    @WithDefault("64000000")
    @Min(1)
    int pixels();

    /** Fewest columns, and rows: less shows no container. */
    @WithDefault("64")
    @Min(1)
    int smallestSide();

    /** Decoded bytes for each byte sent: real scans stay under 100, a decompression bomb does not. */
    @WithDefault("400")
    @Min(1)
    int expansion();

    /** @throws ImageRefused when a header announces more, or less, than is allowed */
    default void check(int width, int height, int bytesPerPixel, int received) {
        if (width < smallestSide() || height < smallestSide()) {
            throw new ImageRefused("the image is %d x %d pixels; at least %d x %d are needed"
                    .formatted(width, height, smallestSide(), smallestSide()));
        }
        if (width > side() || height > side()) {
            throw new ImageRefused(
                    "the image is %d x %d pixels; a side may have at most %d".formatted(width, height, side()));
        }
        if ((long) width * height > pixels()) {
            throw new ImageRefused(
                    "the image has %d pixels; at most %d are allowed".formatted((long) width * height, pixels()));
        }
        if ((long) width * height * bytesPerPixel / Math.max(1, received) > expansion()) {
            throw new ImageRefused(
                    "%d bytes would expand to %d x %d pixels, more than %d times; send a less compressed image"
                            .formatted(received, width, height, expansion()));
        }
    }
}
