package nl.bovenstrooms.ingest.image;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineInt;
import ar.com.hjg.pngj.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures that look like a scan from afar: open beam above, something dense below, a gradient along. */
public final class Samples {

    private Samples() {}

    /** 0 to 1. */
    public static double transmission(int x, int y, int width, int height) {
        return y < height / 4 ? 1 : 0.1 + 0.8 * x / width;
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", null, grey(width, height, BufferedImage.TYPE_BYTE_GRAY));
    }

    public static byte[] falseColourJpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var level = (int) (255 * transmission(x, y, width, height));
                image.setRGB(x, y, y < height / 4 ? 0xFFFFFF : (255 << 16) | (level << 8));
            }
        }
        return written("jpeg", null, image);
    }

    public static byte[] tiff(int width, int height, int bits, String compression) {
        var type = bits == 8 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
        return written("tiff", compression, grey(width, height, type));
    }

    public static byte[] png(int width, int height, int bits) {
        var out = new ByteArrayOutputStream();
        var info = new ImageInfo(width, height, bits, false, true, false);
        var writer = new PngWriter(out, info);
        var line = new ImageLineInt(info);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                line.getScanline()[x] = (int) Math.round(((1 << bits) - 1) * transmission(x, y, width, height));
            }
            writer.writeRow(line);
        }
        writer.end();
        return out.toByteArray();
    }

    private static BufferedImage grey(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var full = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (int) Math.round(full * transmission(x, y, width, height)));
            }
        }
        return image;
    }

    private static byte[] written(String format, String compression, BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
