package nl.bovenstrooms.scoring.scan;

import java.util.List;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.scan.Archive.Filed;
import nl.bovenstrooms.scoring.scan.Look.Answered;

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
        var shipment = GatheredShipments.of(scan, container, passage.at()).orElse(null);
        var spot = container.spot();
        return spot != null && spot.look() instanceof Answered answered && answered.findings() instanceof Seen seen
                ? new Filed(passage, headings, seen.embedding(), known.sight().modelDigest(), shipment)
                : new Filed(passage, headings, null, null, shipment);
    }
}
