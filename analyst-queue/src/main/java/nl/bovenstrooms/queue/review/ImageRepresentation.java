package nl.bovenstrooms.queue.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Scan.OperatorMark;
import org.jspecify.annotations.Nullable;

/**
 * An image and what is where in it, in its pixels.
 *
 * @param container where the container of the case is, as far as it is known
 * @param otherContainers the others of the same picture
 */
record ImageRepresentation(
        String imageId,
        String role,
        int width,
        int height,
        List<ChannelRepresentation> channels,
        @Nullable Region container,
        List<Region> otherContainers,
        List<OperatorMark> operatorMarks) {

    ImageRepresentation {
        channels = List.copyOf(channels);
        otherContainers = List.copyOf(otherContainers);
        operatorMarks = List.copyOf(operatorMarks);
    }

    /** @param bits 8 or 16 */
    record ChannelRepresentation(Energy energy, int bits) {}

    /** The image that shows the container, or else the first one. */
    static Optional<ScanImage> principal(ScanReceived scan, ContainerScore score) {
        return scan.images().stream()
                .filter(image -> image.imageId().equals(score.imageId()))
                .findFirst()
                .or(() -> scan.images().stream().findFirst());
    }

    /** @param all scores of the containers of the scan */
    static ImageRepresentation from(ScanImage image, ContainerScore score, List<ContainerScore> all) {
        var raster = image.raster();
        return new ImageRepresentation(
                image.imageId(),
                image.role(),
                raster.width(),
                raster.height(),
                raster.channels().stream()
                        .map(channel -> new ChannelRepresentation(channel.name(), channel.bits()))
                        .toList(),
                image.imageId().equals(score.imageId()) ? score.region() : null,
                all.stream()
                        .filter(other -> other.index() != score.index())
                        .filter(other -> image.imageId().equals(other.imageId()))
                        .map(ContainerScore::region)
                        .filter(Objects::nonNull)
                        .toList(),
                image.operatorMarks());
    }
}
