package nl.bovenstrooms.ingest.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that no well-behaved writer makes. */
public final class Damaged {

    public static final int DIRECTORY = 4;
    public static final int STRIP_OFFSETS = 273;

    private Damaged() {}

    public static byte[] truncated(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A correct header, and a small piece of black where the picture should be. */
    public static byte[] pngThatClaims(int width, int height, int bits) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put(new byte[] {0, 0, 0, 0})
                        .array()));
        out.writeBytes(chunk("IDAT", deflatedZeros(64_000)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** @param what {@link #DIRECTORY}, or the tag of the field that points far behind the end */
    public static byte[] tiffWithWildOffset(int what) {
        var tiff = Samples.tiff(200, 100, 8, "None");
        var file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (what == DIRECTORY) {
            return file.putInt(4, 0x7FFF_FFF0).array();
        }
        var directory = file.getInt(4);
        for (var i = 0; i < file.getShort(directory); i++) {
            var entry = directory + 2 + 12 * i;
            if ((file.getShort(entry) & 0xFFFF) == what) {
                file.putShort(entry + 2, (short) 4);
                file.putInt(entry + 8, 0x7FFF_FFF0);
            }
        }
        return tiff;
    }

    /** Its last field is there twice, with two values. */
    public static byte[] tiffWithARepeatedField() {
        var tiff = Samples.tiff(200, 100, 8, "None");
        var file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = file.getInt(4);
        var last = directory + 2 + 12 * (file.getShort(directory) - 1);
        file.putShort(last, file.getShort(last - 12));
        return tiff;
    }

    /** @param scans how often it claims to go over its pixels */
    public static byte[] jpegOfScans(int scans) {
        var whole = Samples.jpeg(200, 100);
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, whole.length - 2);
        for (var scan = 1; scan < scans; scan++) {
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0});
        }
        out.write(whole, whole.length - 2, 2);
        return out.toByteArray();
    }

    public static byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("scan.jpg"));
            zip.write("not a picture".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflatedZeros(int count) {
        var out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out, new Deflater(9))) {
            deflating.write(new byte[count]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
