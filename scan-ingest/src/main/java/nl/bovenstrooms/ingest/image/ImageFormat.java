package nl.bovenstrooms.ingest.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats taken in, told by their first bytes: a name or a declared type proves nothing. */
public enum ImageFormat {
    JPEG("image/jpeg", List.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})),
    PNG("image/png", List.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})),
    TIFF("image/tiff", List.of(new byte[] {'I', 'I', 42, 0}, new byte[] {'M', 'M', 0, 42}));

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // a list of constants, never handed out
    private final List<byte[]> signatures;

    ImageFormat(String mediaType, List<byte[]> signatures) {
        this.mediaType = mediaType;
        this.signatures = signatures;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<ImageFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.matches(bytes)).findFirst();
    }

    private boolean matches(byte[] bytes) {
        return signatures.stream()
                .anyMatch(signature -> bytes.length > signature.length
                        && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length));
    }
}
