package nl.bovenstrooms.ingest.scan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;

/** The containers that a manifest declares. */
final class Declared {

    /** The region that a source gave does not lie in its image, and is left out. */
    static final String REGION_OUTSIDE_IMAGE = "REGION_OUTSIDE_IMAGE";

    private Declared() {}

    /** Every number once, those of the equipment first, as the source wrote them. */
    static List<String> numbers(Manifest manifest) {
        var equipment = manifest.equipment().stream().map(Equipment::number);
        var images = manifest.scan() == null ? Stream.<Scan.Image>of() : manifest.scan().images().stream();
        var scanned = images.flatMap(image -> image.containers().stream()).map(Scan.ScannedContainer::number);
        return Stream.concat(equipment, scanned)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /**
     * The containers of an image, without places that the image does not have.
     *
     * @param flags takes {@value #REGION_OUTSIDE_IMAGE} when there is such a place
     */
    static List<DeclaredContainer> containers(Scan.Image image, int width, int height, Set<String> flags) {
        return image.containers().stream()
                .map(container -> {
                    var region = container.region();
                    if (region != null && !region.fitsIn(width, height)) {
                        flags.add(REGION_OUTSIDE_IMAGE);
                        region = null;
                    }
                    return new DeclaredContainer(container.number(), region);
                })
                .toList();
    }
}
