package nl.bovenstrooms.ingest.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import nl.bovenstrooms.contracts.image.Raster;

/** From what ImageIO decodes to grey levels. */
final class BufferedImages {

    /** More coloured pixels than this share make a false-colour image rather than a logo in a corner. */
    private static final double COLOURED = 0.01;

    private BufferedImages() {}

    static ScanDecoder.Pixels pixelsOf(BufferedImage image) {
        var bands = image.getSampleModel().getNumBands();
        var type = image.getSampleModel().getDataType();
        if (bands == 1 && !(image.getColorModel() instanceof java.awt.image.IndexColorModel)) {
            if (type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_SHORT) {
                return new ScanDecoder.Pixels(samples(image, 16), false);
            }
            if (type == DataBuffer.TYPE_BYTE && image.getSampleModel().getSampleSize(0) == 8) {
                return new ScanDecoder.Pixels(samples(image, 8), false);
            }
        }
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_INT) {
            throw new ImageRefused("images have 8 bits of grey or colour, or 16 bits of grey");
        }
        return luminance(image);
    }

    private static Raster samples(BufferedImage image, int bits) {
        var width = image.getWidth();
        var height = image.getHeight();
        var samples = new short[width * height];
        var buffer = image.getRaster().getDataBuffer();
        var plain = buffer.getSize() == samples.length && buffer.getOffset() == 0;
        if (plain && buffer instanceof DataBufferByte bytes) {
            var data = bytes.getData();
            for (var i = 0; i < samples.length; i++) {
                samples[i] = (short) (data[i] & 0xFF);
            }
            return new Raster(width, height, bits, samples);
        }
        if (plain && buffer instanceof DataBufferUShort shorts) {
            System.arraycopy(shorts.getData(), 0, samples, 0, samples.length);
            return new Raster(width, height, bits, samples);
        }
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, row);
            for (var x = 0; x < width; x++) {
                samples[y * width + x] = (short) row[x];
            }
        }
        return new Raster(width, height, bits, samples);
    }

    private static ScanDecoder.Pixels luminance(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var samples = new short[width * height];
        var row = new int[width];
        var coloured = 0L;
        for (var y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                var red = (row[x] >> 16) & 0xFF;
                var green = (row[x] >> 8) & 0xFF;
                var blue = row[x] & 0xFF;
                samples[y * width + x] = (short) Grey.of(red, green, blue);
                coloured += Grey.isColour(red, green, blue) ? 1 : 0;
            }
        }
        return new ScanDecoder.Pixels(new Raster(width, height, 8, samples), coloured > COLOURED * samples.length);
    }
}
