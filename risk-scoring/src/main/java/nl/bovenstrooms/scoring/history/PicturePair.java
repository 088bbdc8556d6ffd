package nl.bovenstrooms.scoring.history;

import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.scoring.history.Passage.Shown;

/** The pictures in which the two scans of a container show it: what there is to lay on each other. */
public record PicturePair(Sighting earlier, Sighting later) {

    /** A scan that shows the container. */
    public record Sighting(UUID scanId, Shown shown) {}

    /** The same for the same two places in the same two pictures. */
    public UUID id() {
        return DeterministicId.of("pictures", text(earlier), text(later));
    }

    private static String text(Sighting sighting) {
        var shown = sighting.shown();
        return "%s/%s/%s".formatted(sighting.scanId(), shown.imageId(), shown.region());
    }
}
