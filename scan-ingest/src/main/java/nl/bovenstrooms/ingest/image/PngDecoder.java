package nl.bovenstrooms.ingest.image;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineInt;
import ar.com.hjg.pngj.PngReader;
import ar.com.hjg.pngj.chunks.ChunkLoadBehaviour;
import java.io.ByteArrayInputStream;
import nl.bovenstrooms.contracts.image.Raster;

/** PNG, 8 or 16 bit grey, or 8 bit colour. Rows are decoded one by one, with their checksums. */
final class PngDecoder implements ScanDecoder {

    @Override
    public ImageFormat format() {
        return ImageFormat.PNG;
    }

    @Override
    @SuppressWarnings("IllegalCatch") // the library answers damaged files with all kinds of runtime exceptions
    public Pixels decode(byte[] bytes, ImageLimits limits) {
        var header = PngHeader.read(bytes);
        limits.check(header.width(), header.height(), header.channels() * header.bits() / 8, bytes.length);
        PngReader reader = null;
        try {
            reader = new PngReader(new ByteArrayInputStream(bytes));
            // Texts, times and profiles are nothing to us; unread they can do no harm.
            reader.setChunkLoadBehaviour(ChunkLoadBehaviour.LOAD_CHUNK_NEVER);
            var pixels = read(reader, reader.imgInfo);
            reader.end();
            return pixels;
        } catch (RuntimeException e) {
            throw new ImageRefused("the PNG is damaged: " + e.getMessage(), e);
        } finally {
            if (reader != null) {
                reader.close();
            }
        }
    }

    private static Pixels read(PngReader reader, ImageInfo info) {
        var samples = new short[info.cols * info.rows];
        var coloured = 0L;
        for (var y = 0; y < info.rows; y++) {
            var line = ((ImageLineInt) reader.readRow(y)).getScanline();
            for (var x = 0; x < info.cols; x++) {
                if (info.greyscale) {
                    samples[y * info.cols + x] = (short) line[x * info.channels];
                    continue;
                }
                var red = line[x * info.channels];
                var green = line[x * info.channels + 1];
                var blue = line[x * info.channels + 2];
                samples[y * info.cols + x] = (short) Grey.of(red, green, blue);
                coloured += Grey.isColour(red, green, blue) ? 1 : 0;
            }
        }
        return new Pixels(new Raster(info.cols, info.rows, info.bitDepth, samples), coloured * 100 > samples.length);
    }
}
