package nl.bovenstrooms.scoring.scan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.scoring.history.Habits;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Shipment;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import nl.bovenstrooms.scoring.scan.Rehearsing.Compared;
import nl.bovenstrooms.scoring.scan.Rehearsing.Evidence;
import org.jspecify.annotations.Nullable;

/** What {@link Archive} would say of the scans of a rehearsal, out of memory. */
final class RehearsedArchive {

    private final List<KnownScan> scans;
    private final Map<UUID, List<Passage>> passages = new HashMap<>();
    private final Map<UUID, PictureComparison> comparisons;
    private final Duration until;
    private final Map<String, Set<Passage>> byKey = new HashMap<>();
    private final Map<String, List<Shipment>> bySender;

    /** @param until so long after its passage a scan is read */
    RehearsedArchive(List<KnownScan> scans, List<Compared> comparisons, Duration until) {
        this.scans = List.copyOf(scans);
        this.comparisons = comparisons.stream().collect(Collectors.toMap(Compared::pair, Compared::made));
        this.until = until;
        scans.forEach(scan -> passages.put(scan.scanId(), GatheredPassages.of(scan)));
        scans.stream()
                .flatMap(scan -> requireNonNull(passages.get(scan.scanId())).stream())
                .forEach(passage -> passage.keys()
                        .forEach(key -> byKey.computeIfAbsent(key, one -> new LinkedHashSet<>())
                                .add(passage)));
        bySender = scans.stream()
                .flatMap(scan -> Filing.of(scan, requireNonNull(passages.get(scan.scanId()))).stream())
                .flatMap(filed -> Stream.ofNullable(filed.shipment()))
                .collect(Collectors.groupingBy(Shipment::sender));
    }

    List<KnownScan> scans() {
        return scans;
    }

    /** What the score of a scan may be made from. */
    Basis basis(KnownScan scan, Evidence evidence) {
        return switch (evidence) {
            case PAPERS -> alone(withoutPictures(scan));
            case PICTURE -> alone(scan);
            case PAST -> withPast(scan);
        };
    }

    private static KnownScan withoutPictures(KnownScan scan) {
        var sight = scan.sight();
        return new KnownScan(scan.earlier(), scan.latest(), new Sight(sight.model(), sight.modelDigest(), Map.of()));
    }

    /** Who knows only the latest manifest does not know that it was amended. */
    private static Basis alone(KnownScan scan) {
        var latest = new KnownScan(null, scan.latest(), scan.sight());
        return new Basis(latest, GatheredPasts.of(latest, GatheredPassages.of(latest), List.of()));
    }

    private Basis withPast(KnownScan scan) {
        var own = requireNonNull(passages.get(scan.scanId()));
        var pasts = GatheredPasts.of(scan, own, around(own));
        var filed = Filing.of(scan, own);
        return new Basis(
                scan,
                IntStream.range(0, pasts.size())
                        .mapToObj(index -> GatheredPasts.compared(
                                pasts.get(index).with(habits(filed.get(index).shipment())),
                                pictures -> Optional.ofNullable(comparisons.get(pictures.id()))))
                        .toList());
    }

    private Habits habits(@Nullable Shipment shipment) {
        return shipment == null
                ? Habits.UNKNOWN
                : Habits.of(shipment, bySender.getOrDefault(shipment.sender(), List.of()));
    }

    private List<Passage> around(List<Passage> own) {
        var around = new LinkedHashSet<Passage>();
        for (var passage : own) {
            var end = passage.at().plus(until);
            passage.keys().stream()
                    .flatMap(key -> byKey.getOrDefault(key, Set.of()).stream())
                    .filter(other -> !other.at().isAfter(end))
                    .forEach(around::add);
        }
        return around.stream().sorted(Passage.IN_TIME).toList();
    }
}
