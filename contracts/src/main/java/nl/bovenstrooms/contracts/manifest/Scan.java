package nl.bovenstrooms.contracts.manifest;

import java.time.OffsetDateTime;
import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a vehicle through a scanner.
 *
 * @param occurredAt local time of the passage, with its offset
 * @param direction {@code EXPORT}, {@code IMPORT} or {@code TRANSIT}
 * @param sourceReference the scanner's own number of the passage
 */
public record Scan(
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime recordedAt,
        @Nullable String direction,
        @Nullable Device device,
        @Nullable String sourceReference,
        List<Image> images) {

    public Scan {
        images = Lists.orEmpty(images);
    }

    /**
     * @param energyMeV end-point energies of the beam, one or two, in MeV
     * @param views number of views
     */
    public record Device(
            @Nullable String id,
            @Nullable String vendor,
            @Nullable String model,
            List<Double> energyMeV,
            @Nullable Integer views) {

        public Device {
            energyMeV = Lists.orEmpty(energyMeV);
        }
    }

    /**
     * @param part name of the multipart part with the bytes
     * @param role {@code PRIMARY}, {@code LOW_ENERGY} (same view and size as the PRIMARY before it) or {@code SECOND_VIEW}
     * @param sha256 digest of the bytes, 64 hexadecimal digits
     */
    public record Image(
            @Nullable String part,
            @Nullable String role,
            @Nullable String mediaType,
            @Nullable String sha256,
            List<OperatorMark> operatorMarks,
            List<ScannedContainer> containers) {

        public Image {
            operatorMarks = Lists.orEmpty(operatorMarks);
            containers = Lists.orEmpty(containers);
        }
    }

    /** A box drawn by the operator at the scanner: two corners in pixels, and what was written beside it. */
    public record OperatorMark(
            int x, int y, int x2, int y2, @Nullable String text) {}

    /** Which container stands where in the image, as far as the source knows. */
    public record ScannedContainer(
            @Nullable String number, @Nullable Region region) {}
}
