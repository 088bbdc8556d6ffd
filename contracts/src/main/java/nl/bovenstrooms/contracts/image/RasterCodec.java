package nl.bovenstrooms.contracts.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The stored form of a channel, lossless, and just what the browser is sent.
 *
 * <p>Each sample is replaced by its difference to the one above it, modulo 2^bits, those of the first row by their difference to
 * 0. Differences are signed and folded (0, -1, 1, -2, 2 ... become 0, 1, 2, 3, 4 ...), so that small ones have few bits. Each
 * {@value #GROUP} of a row make a group: a byte with the number of bits that the largest of them needs, then all of them in that
 * many bits each, the first in the lowest bits of the first byte. The last group of a row is filled up with zeros.
 *
 * <p>Radiographs take about the room that they take with deflate at its fastest level, and a fifth of its time: there is nothing
 * in it but adding, shifting and copying.
 */
public final class RasterCodec {

    private static final int GROUP = 16;
    private static final int HALF = GROUP / 2;
    /** Groups are read and written by words, which may reach over the end by less than this. */
    private static final int SLACK = 2 * Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private RasterCodec() {}

    public static byte[] encode(Raster raster) {
        var row = new char[groupsOfRow(raster.width()) * GROUP];
        var above = new short[raster.width()];
        var most = Math.multiplyExact(
                Math.multiplyExact(groupsOfRow(raster.width()), raster.height()), size(raster.bits()));
        var encoded = new byte[Math.addExact(most, SLACK)];
        var at = 0;
        for (var number = 0; number < raster.height(); number++) {
            fold(raster, number, above, row);
            for (var from = 0; from < row.length; from += GROUP) {
                at = pack(row, from, encoded, at);
            }
        }
        return Arrays.copyOf(encoded, at);
    }

    /**
     * @param encoded what {@link #encode} made
     * @throws IllegalArgumentException when it does not hold just as many samples as the size says, of at most so many bits
     */
    public static Raster decode(byte[] encoded, int width, int height, int bits) {
        var raster = new Raster(width, height, bits, new short[Math.multiplyExact(width, height)]);
        var row = new char[groupsOfRow(width) * GROUP];
        var above = new short[width];
        var padded = Arrays.copyOf(encoded, encoded.length + SLACK);
        var at = 0;
        for (var number = 0; number < height; number++) {
            for (var from = 0; from < row.length; from += GROUP) {
                var each = at < encoded.length ? padded[at] : -1;
                if (each < 0 || each > bits || at + size(each) > encoded.length) {
                    throw wrong(raster);
                }
                unpack(padded, at + 1, each, row, from);
                at += size(each);
            }
            unfold(row, above, raster, number);
        }
        if (at != encoded.length) {
            throw wrong(raster);
        }
        return raster;
    }

    private static int groupsOfRow(int width) {
        return (width + GROUP - 1) / GROUP;
    }

    /** Bytes of a group. */
    private static int size(int bitsEach) {
        return 1 + GROUP * bitsEach / Byte.SIZE;
    }

    // The loops over a row do one simple thing each: so the virtual machine does them for many samples at once.

    /** The differences of a row to the one above, which becomes this row. */
    private static void fold(Raster raster, int number, short[] above, char[] row) {
        var samples = raster.samples();
        var begin = number * raster.width();
        var spare = Short.SIZE - raster.bits();
        for (var column = 0; column < above.length; column++) {
            above[column] = (short) ((samples[begin + column] - above[column]) << spare);
        }
        for (var column = 0; column < above.length; column++) {
            row[column] = (char) ((above[column] >> spare << 1) ^ (above[column] >> (Short.SIZE - 1)));
        }
        System.arraycopy(samples, begin, above, 0, above.length);
    }

    private static void unfold(char[] row, short[] above, Raster raster, int number) {
        var full = raster.fullScale();
        for (var column = 0; column < above.length; column++) {
            above[column] = (short) ((above[column] + ((row[column] >>> 1) ^ -(row[column] & 1))) & full);
        }
        System.arraycopy(above, 0, raster.samples(), number * above.length, above.length);
    }

    /** @return where the next group begins */
    private static int pack(char[] row, int from, byte[] encoded, int begin) {
        var all = 0;
        for (var index = 0; index < GROUP; index++) {
            all |= row[from + index];
        }
        var each = Integer.SIZE - Integer.numberOfLeadingZeros(all);
        encoded[begin] = (byte) each;
        if (each <= Byte.SIZE) {
            LONG.set(encoded, begin + 1, word(row, from, each));
            LONG.set(encoded, begin + 1 + each, word(row, from + HALF, each));
        } else {
            packWide(row, from, encoded, begin + 1, each);
        }
        return begin + size(each);
    }

    private static long word(char[] row, int from, int each) {
        var word = 0L;
        for (var index = from + HALF - 1; index >= from; index--) {
            word = word << each | row[index];
        }
        return word;
    }

    private static void packWide(char[] row, int from, byte[] encoded, int begin, int each) {
        var at = begin;
        var word = 0L;
        var filled = 0;
        for (var index = from; index < from + GROUP; index++) {
            word |= (long) row[index] << filled;
            filled += each;
            // Six bytes go before another sample has no room.
            if (filled >= 48) {
                LONG.set(encoded, at, word);
                at += 6;
                word >>>= 48;
                filled -= 48;
            }
        }
        LONG.set(encoded, at, word);
    }

    private static void unpack(byte[] padded, int begin, int each, char[] row, int from) {
        var mask = (1 << each) - 1;
        if (each <= Byte.SIZE) {
            spread((long) LONG.get(padded, begin), each, row, from);
            spread((long) LONG.get(padded, begin + each), each, row, from + HALF);
            return;
        }
        for (var index = 0; index < GROUP; index++) {
            var bit = index * each;
            row[from + index] = (char) ((int) INT.get(padded, begin + bit / Byte.SIZE) >>> bit % Byte.SIZE & mask);
        }
    }

    private static void spread(long word, int each, char[] row, int from) {
        var mask = (1L << each) - 1;
        var rest = word;
        for (var index = 0; index < HALF; index++) {
            row[from + index] = (char) (rest & mask);
            rest >>>= each;
        }
    }

    private static IllegalArgumentException wrong(Raster size) {
        return new IllegalArgumentException("the channel does not hold %d x %d samples of %d bits"
                .formatted(size.width(), size.height(), size.bits()));
    }
}
