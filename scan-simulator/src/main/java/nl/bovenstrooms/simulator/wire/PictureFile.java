package nl.bovenstrooms.simulator.wire;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.bovenstrooms.contracts.image.Raster;

/** A picture as bytes in a format that sources use. */
public final class PictureFile {

    static {
        // Everything is in memory: the cache of ImageIO on disk is slow and leaves files behind.
        ImageIO.setUseCache(false);
    }

    private PictureFile() {}

    /** @param grey 8 bits */
    public static byte[] jpeg(Raster grey, double quality) {
        return jpeg(greyImage(grey), quality);
    }

    /** @param grey 8 bits */
    public static byte[] jpeg(Raster grey, Palette palette, double quality) {
        if (palette == Palette.GREY) {
            return jpeg(grey, quality);
        }
        return jpeg(colourImage(grey, palette), quality);
    }

    /** @param most the file has at most so many bytes; quality goes down until it fits */
    public static byte[] jpegWithin(Raster grey, Palette palette, double quality, int most) {
        var file = jpeg(grey, palette, quality);
        for (var lower = quality - 0.1; file.length > most; lower = lower > 0.15 ? lower - 0.1 : lower / 2) {
            if (lower < 0.01) {
                throw new IllegalArgumentException(
                        "%d x %d pixels do not fit in %d bytes".formatted(grey.width(), grey.height(), most));
            }
            file = jpeg(grey, palette, lower);
        }
        return file;
    }

    private static byte[] jpeg(BufferedImage image, double quality) {
        return written(image, "jpeg", parameters -> {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
        });
    }

    /** What a reader sees of a JPEG, as 8-bit grey. */
    public static Raster fromJpeg(byte[] file) {
        return read(file).orElseThrow(() -> new IllegalArgumentException("these bytes are not a picture"));
    }

    /** @return grey of 8 or 16 bits; empty when it is in no format that is known here */
    public static Optional<Raster> read(byte[] file) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(file));
            return image == null ? Optional.empty() : Optional.of(raster(image));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Raster raster(BufferedImage image) {
        var samples = new short[image.getWidth() * image.getHeight()];
        if (image.getType() == BufferedImage.TYPE_USHORT_GRAY) {
            var words = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(words, 0, samples, 0, samples.length);
            return new Raster(image.getWidth(), image.getHeight(), 16, samples);
        }
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            for (var index = 0; index < samples.length; index++) {
                samples[index] = (short) (bytes[index] & 0xFF);
            }
            return new Raster(image.getWidth(), image.getHeight(), 8, samples);
        }
        var colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) luminance(colours[index]);
        }
        return new Raster(image.getWidth(), image.getHeight(), 8, samples);
    }

    /** Rec. 709. */
    private static int luminance(int colour) {
        return (218 * (colour >> 16 & 0xFF) + 732 * (colour >> 8 & 0xFF) + 74 * (colour & 0xFF)) >> 10;
    }

    /** @param raster 8 or 16 bits */
    public static byte[] png(Raster raster) {
        return written(image(raster), "png", parameters -> {});
    }

    /**
     * @param raster 8 or 16 bits
     * @param compression {@code "LZW"}, {@code "Deflate"}, or empty for none
     */
    public static byte[] tiff(Raster raster, String compression) {
        return written(image(raster), "tiff", parameters -> {
            if (!compression.isEmpty()) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
        });
    }

    private static BufferedImage image(Raster raster) {
        return raster.bits() == 8 ? greyImage(raster) : wideImage(raster);
    }

    private static BufferedImage greyImage(Raster raster) {
        var image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_BYTE_GRAY);
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) raster.samples()[index];
        }
        return image;
    }

    private static BufferedImage wideImage(Raster raster) {
        var image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_USHORT_GRAY);
        var words = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(raster.samples(), 0, words, 0, words.length);
        return image;
    }

    private static BufferedImage colourImage(Raster raster, Palette palette) {
        var colours = new int[256];
        for (var grey = 0; grey < colours.length; grey++) {
            colours[grey] = palette.colour(grey);
        }
        var image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_3BYTE_BGR);
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (var index = 0; index < raster.samples().length; index++) {
            var colour = colours[raster.samples()[index] & 0xFF];
            bytes[index * 3] = (byte) colour;
            bytes[index * 3 + 1] = (byte) (colour >> 8);
            bytes[index * 3 + 2] = (byte) (colour >> 16);
        }
        return image;
    }

    private interface Settings {
        void apply(ImageWriteParam parameters);
    }

    private static byte[] written(BufferedImage image, String format, Settings settings) {
        var type = ImageTypeSpecifier.createFromRenderedImage(image);
        var writer = ImageIO.getImageWriters(type, format).next();
        var bytes = new ByteArrayOutputStream(1 << 18);
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            settings.apply(parameters);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
