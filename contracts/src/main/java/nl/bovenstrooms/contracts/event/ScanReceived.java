package nl.bovenstrooms.contracts.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import org.jspecify.annotations.Nullable;

/**
 * A scan is durable at ingest: its images are stored, its manifest known as far as it is.
 *
 * @param scanId made by the source
 * @param tenant the source, as its token names it
 * @param caseReference what people call it, for example in a telephone call
 * @param flags what is odd about the upload and was accepted all the same, for example {@code CHECK_DIGIT_WRONG}
 */
public record ScanReceived(
        UUID scanId,
        String tenant,
        String caseReference,
        OffsetDateTime receivedAt,
        Manifest manifest,
        List<ScanImage> images,
        List<String> flags) {

    public ScanReceived {
        images = List.copyOf(images);
        flags = List.copyOf(flags);
    }

    /**
     * One view.
     *
     * @param imageId name of the part of its principal image
     * @param role {@code PRIMARY} or {@code SECOND_VIEW}
     * @param originalKey of the bytes as received, in the image store
     * @param sha256 of these bytes
     */
    public record ScanImage(
            String imageId,
            String role,
            String originalKey,
            String sha256,
            String mediaType,
            RasterDescriptor raster,
            List<Scan.OperatorMark> operatorMarks,
            List<DeclaredContainer> containers) {

        public ScanImage {
            operatorMarks = List.copyOf(operatorMarks);
            containers = List.copyOf(containers);
        }
    }

    /** A container that the source says is in the image, and where if it says so. */
    public record DeclaredContainer(
            @Nullable String number, @Nullable Region region) {}
}
