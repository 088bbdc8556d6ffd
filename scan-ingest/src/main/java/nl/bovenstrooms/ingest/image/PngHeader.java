package nl.bovenstrooms.ingest.image;

import java.nio.ByteBuffer;

/**
 * What a PNG announces (ISO/IEC 15948). All chunks are walked through first, so that no library allocates what a length field
 * claims and the file does not have.
 *
 * @param bits of a channel, 8 or 16
 * @param channels 1 to 4
 */
record PngHeader(int width, int height, int bits, int channels) {

    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    /** Length, type and checksum of a chunk. */
    private static final int AROUND = 12;

    static PngHeader read(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        if (bytes.length < SIGNATURE + AROUND + 13
                || file.getInt(SIGNATURE) != 13
                || file.getInt(SIGNATURE + 4) != IHDR) {
            throw new ImageRefused("the PNG is damaged: it has no header");
        }
        requireWholeChunks(file);
        var width = file.getInt(SIGNATURE + 8);
        var height = file.getInt(SIGNATURE + 12);
        var bits = file.get(SIGNATURE + 16) & 0xFF;
        var channels =
                switch (file.get(SIGNATURE + 17)) {
                    case 0 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 0;
                };
        if (channels == 0 || (bits != 8 && bits != 16) || (bits == 16 && channels > 2)) {
            throw new ImageRefused("a PNG has 8 or 16 bits of grey, or 8 bits of colour without a palette");
        }
        if (file.get(SIGNATURE + 20) != 0) {
            throw new ImageRefused("an interlaced PNG is not taken; send it without interlacing");
        }
        if (width <= 0 || height <= 0) {
            throw new ImageRefused("the PNG is damaged: it has no size");
        }
        return new PngHeader(width, height, bits, channels);
    }

    private static void requireWholeChunks(ByteBuffer file) {
        var position = (long) SIGNATURE;
        while (position + AROUND <= file.capacity()) {
            var length = file.getInt((int) position) & 0xFFFF_FFFFL;
            var type = file.getInt((int) position + 4);
            position += AROUND + length;
            if (type == IEND && position <= file.capacity()) {
                return;
            }
        }
        throw new ImageRefused("the PNG is cut off or damaged: its chunks do not fit into it");
    }
}
