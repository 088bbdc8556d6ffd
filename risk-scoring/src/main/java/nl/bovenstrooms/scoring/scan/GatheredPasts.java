package nl.bovenstrooms.scoring.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.history.Past.Amendment;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.rules.Facts.Goods;
import org.jspecify.annotations.Nullable;

/** What is known of the past of each container of a scan: from other passages, and from the first manifest of its own. */
final class GatheredPasts {

    private static final Amendment NONE = new Amendment(false, null);
    private static final Amendment UNKNOWN = new Amendment(null, null);

    private GatheredPasts() {}

    /**
     * @param passages of this scan
     * @param around that may be related to them
     */
    static List<Past> of(KnownScan known, List<Passage> passages, List<Passage> around) {
        var containers =
                Matching.containers(known.latest().scan(), known.sight().spots());
        var pasts = new ArrayList<Past>();
        for (var index = 0; index < passages.size(); index++) {
            pasts.add(Past.of(passages.get(index), around, amendment(known, containers.get(index))));
        }
        return pasts;
    }

    /**
     * With what came of laying the pictures of both scans of its voyage on each other.
     *
     * @param comparisons of two pictures; nothing for those that are not compared yet
     */
    static Past compared(Past past, Function<PicturePair, Optional<PictureComparison>> comparisons) {
        var encounter = past.encounter();
        if (encounter == null) {
            return past;
        }
        var pictures = encounter.pictures();
        return pictures == null
                ? past.with(ComparingPictures.notComparable(ComparisonObstacle.NO_PICTURE))
                : comparisons.apply(pictures).map(past::with).orElse(past);
    }

    private static Amendment amendment(KnownScan known, ScannedContainer container) {
        var earlier = known.earlier();
        if (earlier == null) {
            return NONE;
        }
        var first = goods(earlier.scan(), container);
        var latest = goods(known.latest().scan(), container);
        // A manifest that comes after the scan amends nothing.
        return first.described() && latest.described()
                ? new Amendment(
                        !first.chapters().equals(latest.chapters())
                                || !first.descriptions().equals(latest.descriptions()),
                        difference(latest.declaredKg(), first.declaredKg()))
                : UNKNOWN;
    }

    private static Goods goods(ScanReceived scan, ScannedContainer container) {
        return GatheredFacts.of(scan, container, 0, 0).goods();
    }

    private static @Nullable Double difference(@Nullable Double later, @Nullable Double earlier) {
        return later == null || earlier == null ? null : (Double) (later - earlier);
    }
}
