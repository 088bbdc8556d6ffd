package nl.bovenstrooms.ingest.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG, 8 bit, grey or false colour, by the JDK's own native reader. */
final class JpegDecoder implements ScanDecoder {

    @Override
    public ImageFormat format() {
        return ImageFormat.JPEG;
    }

    @Override
    public Pixels decode(byte[] bytes, ImageLimits limits) {
        var reader = platformReader();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            limits.check(reader.getWidth(0), reader.getHeight(0), 3, bytes.length);
            // The reader fills what is missing with grey and only warns: half a scan would pass for a whole one.
            reader.addIIOReadWarningListener(new RefuseOnWarning());
            return BufferedImages.pixelsOf(reader.read(0));
        } catch (IOException e) {
            throw new ImageRefused("the JPEG is damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader platformReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            var reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio")) {
                return reader;
            }
        }
        throw new IllegalStateException("the Java platform has no JPEG reader");
    }

    private static final class RefuseOnWarning implements IIOReadWarningListener {
        @Override
        public void warningOccurred(ImageReader source, String warning) {
            throw new ImageRefused("the JPEG is damaged or cut off: " + warning);
        }
    }
}
