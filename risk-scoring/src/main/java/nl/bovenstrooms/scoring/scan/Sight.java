package nl.bovenstrooms.scoring.scan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Failed;
import nl.bovenstrooms.scoring.scan.Look.Spot;

/**
 * What was seen in the pictures of a scan.
 *
 * @param model version of the model that looked
 * @param modelDigest of its weights
 * @param spots of each principal image, from left to right, by image id
 */
record Sight(String model, String modelDigest, Map<String, List<Spot>> spots) {

    Sight {
        spots = Collections.unmodifiableMap(new LinkedHashMap<>(spots));
    }

    /** Whether the model gave an answer wherever it was asked. */
    boolean isComplete() {
        return looks().noneMatch(Failed.class::isInstance);
    }

    /** Whether the model gave an answer at all. */
    boolean hasAnswer() {
        return looks().anyMatch(Answered.class::isInstance);
    }

    private Stream<Look> looks() {
        return spots.values().stream().flatMap(List::stream).map(Spot::look);
    }
}
