package nl.bovenstrooms.local.demo;

import java.time.Instant;
import java.util.Arrays;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.customs.Upload;
import nl.bovenstrooms.simulator.story.Scenarios;

/** The simulator's stream of the demo scenario, as the customs systems of this machine send it. */
public final class SimulatedPassages {
    private static final String SCENARIO = "demo";

    private SimulatedPassages() {}

    /** @param begin moment from which the scans are dated */
    public static Passages open(long seed, Instant begin) {
        var stream = new nl.bovenstrooms.simulator.story.Passages(Scenarios.shipped(SCENARIO), seed, begin);
        return number -> {
            var passage = stream.at(number);
            var parts = passage.images().stream()
                    .map(image -> new Upload.Part(image.part(), image.mediaType(), image.bytes()))
                    .toList();
            return new Passages.Sent(
                    system(passage.authority()), new Upload(passage.scanId(), passage.manifestJson(), parts));
        };
    }

    private static CustomsSystem system(String authority) {
        return Arrays.stream(CustomsSystem.values())
                .filter(system -> system.tenant().equals(authority))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the demo has scans of " + authority + ", which has no customs system on this machine"));
    }
}
