package nl.bovenstrooms.local.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.customs.Upload;

/**
 * A picture of the user's disk and what it shows.
 *
 * @param role as in a manifest
 */
record Picture(Path file, String role, String mediaType, byte[] bytes) {
    static final String PRIMARY = "PRIMARY";
    static final String LOW_ENERGY = "LOW_ENERGY";
    static final String SECOND_VIEW = "SECOND_VIEW";

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
    private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};

    /** @throws CannotStart if it can't be read or is of no kind that is taken */
    static Picture read(Path file, String role) {
        try {
            var bytes = Files.readAllBytes(file);
            return new Picture(file, role, mediaType(file, bytes), bytes);
        } catch (IOException unreadable) {
            throw new CannotStart("The picture %s can't be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    Upload.Part asPart(String name, String type) {
        return new Upload.Part(name, type, bytes);
    }

    /** By the first bytes: names lie. */
    private static String mediaType(Path file, byte[] bytes) {
        if (startsWith(bytes, JPEG)) {
            return "image/jpeg";
        }
        if (startsWith(bytes, PNG)) {
            return "image/png";
        }
        if (startsWith(bytes, TIFF_LITTLE) || startsWith(bytes, TIFF_BIG)) {
            return "image/tiff";
        }
        throw new CannotStart(file + " is neither JPEG, PNG nor TIFF, by its first bytes.");
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
