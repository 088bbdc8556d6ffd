package nl.bovenstrooms.ingest.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * What the first directory of a TIFF announces (TIFF 6.0, section 2). Every offset and length is compared with the file before
 * a library follows it, since a TIFF can point anywhere.
 *
 * @param bytesPerPixel of the decoded picture
 */
record TiffHeader(int width, int height, int bytesPerPixel) {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    private static final int MOST_ENTRIES = 512;
    /** Readers allocate whole tiles, however small the picture is. */
    private static final int LARGEST_TILE = 4096;

    /** Bytes of a value by type 1 to 12: byte, ascii, short, long, rational, and the signed and floating ones. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    static TiffHeader read(byte[] bytes) {
        if (bytes.length < 16) {
            throw damaged("it ends in its header");
        }
        var file = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = new Directory(file, entries(file));
        var width = directory.first(WIDTH, 0);
        var height = directory.first(HEIGHT, 0);
        var bits = directory.first(BITS, 1);
        var samples = directory.first(SAMPLES, 1);
        var compression = directory.first(COMPRESSION, 1);
        if (width <= 0 || height <= 0) {
            throw damaged("it has no size");
        }
        if (compression != 1 && compression != 5 && compression != 8 && compression != 32946) {
            throw new ImageRefused("a TIFF is uncompressed, LZW or ZIP; this one has compression " + compression);
        }
        if ((bits != 8 && bits != 16) || samples < 1 || samples > 4 || (bits == 16 && samples > 1)) {
            throw new ImageRefused("a TIFF has 8 or 16 bits of grey, or 8 bits of colour");
        }
        if (directory.first(TILE_WIDTH, 0) > LARGEST_TILE || directory.first(TILE_HEIGHT, 0) > LARGEST_TILE) {
            throw new ImageRefused("a TIFF has tiles of at most %d x %d pixels".formatted(LARGEST_TILE, LARGEST_TILE));
        }
        directory.requireInside(STRIP_OFFSETS, STRIP_LENGTHS);
        directory.requireInside(TILE_OFFSETS, TILE_LENGTHS);
        return new TiffHeader((int) width, (int) height, (int) (bits / 8 * samples));
    }

    private static Map<Integer, Entry> entries(ByteBuffer file) {
        var start = file.getInt(4) & 0xFFFF_FFFFL;
        if (start < 8 || start + 2 > file.capacity()) {
            throw damaged("its directory lies outside the file");
        }
        var count = file.getShort((int) start) & 0xFFFF;
        if (count == 0 || count > MOST_ENTRIES || start + 2 + 12L * count > file.capacity()) {
            throw damaged("its directory does not fit into the file");
        }
        var entries = new HashMap<Integer, Entry>();
        for (var i = 0; i < count; i++) {
            var entry = Entry.at(file, (int) start + 2 + 12 * i);
            if (entries.put(entry.tag(), entry) != null) {
                // Whoever reads the pixels may take the other one.
                throw damaged("field " + entry.tag() + " is there twice");
            }
        }
        return entries;
    }

    private static ImageRefused damaged(String how) {
        return new ImageRefused("the TIFF is damaged: " + how);
    }

    /** @param position of its first value in the file */
    private record Entry(int tag, int type, int count, int position) {
        static Entry at(ByteBuffer file, int offset) {
            var tag = file.getShort(offset) & 0xFFFF;
            var type = file.getShort(offset + 2) & 0xFFFF;
            var count = file.getInt(offset + 4) & 0xFFFF_FFFFL;
            if (type < 1 || type >= TYPE_BYTES.length) {
                throw damaged("field " + tag + " is of an unknown type");
            }
            var length = count * TYPE_BYTES[type];
            var position = length <= 4 ? offset + 8L : file.getInt(offset + 8) & 0xFFFF_FFFFL;
            if (count > file.capacity() || position + length > file.capacity()) {
                throw damaged("field " + tag + " lies outside the file");
            }
            return new Entry(tag, type, (int) count, (int) position);
        }

        long value(ByteBuffer file, int index) {
            return switch (type) {
                case 1 -> file.get(position + index) & 0xFF;
                case 3 -> file.getShort(position + 2 * index) & 0xFFFF;
                case 4 -> file.getInt(position + 4 * index) & 0xFFFF_FFFFL;
                default -> throw damaged("field " + tag + " is not a whole number");
            };
        }
    }

    private record Directory(ByteBuffer file, Map<Integer, Entry> entries) {
        long first(int tag, long absent) {
            var entry = entries.get(tag);
            if (entry == null || entry.count() == 0) {
                return absent;
            }
            var value = entry.value(file, 0);
            if (value > Integer.MAX_VALUE) {
                throw damaged("field " + tag + " is too large");
            }
            return value;
        }

        void requireInside(int offsets, int lengths) {
            var starts = entries.get(offsets);
            var sizes = entries.get(lengths);
            if (starts == null && sizes == null) {
                return;
            }
            if (starts == null || sizes == null || starts.count() != sizes.count()) {
                throw damaged("its strips have no lengths");
            }
            for (var i = 0; i < starts.count(); i++) {
                if (starts.value(file, i) + sizes.value(file, i) > file.capacity()) {
                    throw damaged("a strip lies outside the file");
                }
            }
        }
    }
}
