package nl.bovenstrooms.ingest.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** TIFF, 8 or 16 bit grey or 8 bit colour; uncompressed, LZW or ZIP; the first picture of the file. */
final class TiffDecoder implements ScanDecoder {

    @Override
    public ImageFormat format() {
        return ImageFormat.TIFF;
    }

    @Override
    @SuppressWarnings("IllegalCatch") // the library answers damaged files with all kinds of runtime exceptions
    public Pixels decode(byte[] bytes, ImageLimits limits) {
        var header = TiffHeader.read(bytes);
        limits.check(header.width(), header.height(), header.bytesPerPixel(), bytes.length);
        var reader = tiffReader();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new ImageRefused("the TIFF says two different sizes");
            }
            return BufferedImages.pixelsOf(reader.read(0));
        } catch (ImageRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ImageRefused("the TIFF is damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader tiffReader() {
        var readers = ImageIO.getImageReadersByFormatName("tiff");
        while (readers.hasNext()) {
            var reader = readers.next();
            if (reader.getClass().getName().startsWith("com.twelvemonkeys")) {
                return reader;
            }
        }
        throw new IllegalStateException("the TIFF library is not on the class path");
    }
}
