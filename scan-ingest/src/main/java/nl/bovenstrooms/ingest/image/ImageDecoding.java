package nl.bovenstrooms.ingest.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.contracts.image.Raster;

/** From bytes as received to transmission: finds the format, decodes under limits, turns the picture's convention round. */
@ApplicationScoped
public class ImageDecoding {

    private static final List<ScanDecoder> DECODERS = List.of(new JpegDecoder(), new PngDecoder(), new TiffDecoder());

    private final ImageLimits limits;

    @Inject
    ImageDecoding(ImageLimits limits) {
        this.limits = limits;
    }

    /** What was odd about an image, and accepted all the same. */
    public enum Oddity {
        /** Grey levels were computed from colours. */
        FALSE_COLOUR,
        /** The background was dark: the picture was turned round. */
        INVERTED
    }

    /** @param raster transmission */
    public record Decoded(ImageFormat format, Raster raster, Set<Oddity> oddities) {}

    /**
     * @param declaredMediaType what the manifest says; has to agree with the bytes
     * @throws ImageRefused with a reason that the sender can act on
     */
    public Decoded decode(byte[] bytes, String declaredMediaType) {
        if (bytes.length > limits.bytes()) {
            throw new ImageRefused(
                    "the image has %d bytes; at most %d are allowed".formatted(bytes.length, limits.bytes()));
        }
        var format =
                ImageFormat.of(bytes).orElseThrow(() -> new ImageRefused("these bytes are not a JPEG, PNG or TIFF"));
        if (!format.mediaType().equals(declaredMediaType)) {
            throw new ImageRefused(
                    "the bytes are %s, the manifest says %s".formatted(format.mediaType(), declaredMediaType));
        }
        var decoder = DECODERS.stream()
                .filter(candidate -> candidate.format() == format)
                .findFirst()
                .orElseThrow();
        var pixels = decoder.decode(bytes, limits);
        var oddities = EnumSet.noneOf(Oddity.class);
        if (pixels.falseColour()) {
            oddities.add(Oddity.FALSE_COLOUR);
        }
        if (!hasDarkBackground(pixels.grey())) {
            return new Decoded(format, pixels.grey(), oddities);
        }
        oddities.add(Oddity.INVERTED);
        return new Decoded(format, inverted(pixels.grey()), oddities);
    }

    /**
     * Above a container there is open beam. Where nearly all of the topmost rows are black, the source draws dense as bright.
     * A cropped picture begins with the roof, which is grey and not black.
     */
    private static boolean hasDarkBackground(Raster raster) {
        var rows = Math.max(1, raster.height() / 50);
        var black = raster.fullScale() / 30;
        var count = 0L;
        for (var i = 0; i < rows * raster.width(); i++) {
            count += (raster.samples()[i] & 0xFFFF) <= black ? 1 : 0;
        }
        return count * 10 > 9L * rows * raster.width();
    }

    private static Raster inverted(Raster raster) {
        var samples = raster.samples();
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (short) (raster.fullScale() - (samples[i] & 0xFFFF));
        }
        return raster;
    }
}
