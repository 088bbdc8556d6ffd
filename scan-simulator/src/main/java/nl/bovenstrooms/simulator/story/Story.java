package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.function.Supplier;
import nl.bovenstrooms.contracts.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * One bill of lading, and every passage of its containers through a scanner, at the port of loading and on arrival.
 *
 * @param name tells it from all others
 * @param smuggling how contraband came into one of its containers; null for an honest one
 * @param scans made when they are asked for, since a picture takes most of a second; in no order
 */
public record Story(String name, @Nullable Smuggling smuggling, List<Supplier<Scan>> scans) {

    public Story {
        scans = List.copyOf(scans);
    }

    /** @param before the manifest that this one takes the place of; null when it was right at once */
    public record Scan(Passage passage, @Nullable Manifest before) {}
}
