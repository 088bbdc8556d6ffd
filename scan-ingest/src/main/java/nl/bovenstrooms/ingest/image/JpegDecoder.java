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

    private static final int MOST_SCANS = 100;

    /** Among pixels it is followed by 0 or by a restart. */
    private static final byte MARKER = (byte) 0xFF;

    private static final byte START_OF_SCAN = (byte) 0xDA;

    @Override
    public ImageFormat format() {
        return ImageFormat.JPEG;
    }

    @Override
    public Pixels decode(byte[] bytes, ImageLimits limits) {
        if (scans(bytes) > MOST_SCANS) {
            throw new ImageRefused("a JPEG has at most %d passes over its pixels".formatted(MOST_SCANS));
        }
        var reader = platformReader();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            limits.check(reader.getWidth(0), reader.getHeight(0), 3, bytes.length);
            // The reader fills what is missing with grey and only warns: half a scan would pass for a whole one.
            reader.addIIOReadWarningListener(new RefuseOnWarning());
            return BufferedImages.pixelsOf(reader.read(0));
        } catch (ImageRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A hostile file breaks the platform's reader in more ways than it declares.
            throw new ImageRefused("the JPEG is damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** How often it goes over all of its pixels: a progressive one does so some ten times, a hostile one some thousand. */
    private static int scans(byte[] bytes) {
        var scans = 0;
        for (var place = 0; place + 1 < bytes.length; place++) {
            if (bytes[place] == MARKER && bytes[place + 1] == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
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
