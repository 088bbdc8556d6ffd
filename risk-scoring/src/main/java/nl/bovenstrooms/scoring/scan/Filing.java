package nl.bovenstrooms.scoring.scan;

import java.util.List;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.scan.Archive.Filed;

/** Says by what a container's passage is found again: among similar ones, and among those of its sender. */
final class Filing {

    private Filing() {}

    static List<Filed> of(KnownScan known, List<Passage> passages) {
        var scan = known.latest().scan();
        var containers = Matching.containers(scan, known.sight().spots());
        return passages.stream()
                .map(passage -> filed(known, containers.get(passage.index()), passage))
                .toList();
    }

    private static Filed filed(KnownScan known, ScannedContainer container, Passage passage) {
        var scan = known.latest().scan();
        var headings = GatheredFacts.of(scan, container, 0, 0).goods().headings();
        return new Filed(
                passage,
                headings,
                GatheredShipments.of(scan, container, passage.at()).orElse(null));
    }
}
