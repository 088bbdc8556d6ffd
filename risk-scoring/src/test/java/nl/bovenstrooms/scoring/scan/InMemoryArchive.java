package nl.bovenstrooms.scoring.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.scoring.history.Habits;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.Shipment;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** The same as the database would do, for one thread. */
class InMemoryArchive extends Archive {

    private final Map<UUID, KnownScan> scans = new TreeMap<>();
    private final Map<UUID, List<Filed>> containers = new TreeMap<>();
    private final Map<UUID, List<StoredScore>> scores = new TreeMap<>();
    private final Map<UUID, Set<Mark>> marks = new TreeMap<>();
    private final Set<UUID> waiting = new LinkedHashSet<>();

    InMemoryArchive() {
        super(Jdbi.create(() -> {
            throw new ConnectionException(new IllegalStateException("there is no database"));
        }));
    }

    @Override
    void lock() {
        // There is one thread.
    }

    @Override
    Optional<KnownScan> find(UUID scanId) {
        return Optional.ofNullable(scans.get(scanId));
    }

    @Override
    void put(KnownScan known, List<Filed> itsContainers, boolean isNew) {
        if (isNew == scans.containsKey(known.scanId())) {
            throw new IllegalStateException("the database would refuse this");
        }
        scans.put(known.scanId(), known);
        containers.put(known.scanId(), List.copyOf(itsContainers));
    }

    @Override
    List<Passage> sharing(Set<String> keys) {
        return filed().map(Filed::passage)
                .filter(passage -> !Collections.disjoint(passage.keys(), keys))
                .sorted(Passage.IN_TIME)
                .toList();
    }

    @Override
    List<Shipment> earlier(Shipment own) {
        return shipments()
                .filter(other -> other.sender().equals(own.sender()) && isRemembered(other, own))
                .toList();
    }

    @Override
    Set<UUID> scansAfter(Shipment own) {
        return filed().filter(other -> {
                    var shipment = other.shipment();
                    return shipment != null && shipment.sender().equals(own.sender()) && isRemembered(own, shipment);
                })
                .map(other -> other.passage().scanId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRemembered(Shipment earlier, Shipment later) {
        return earlier.at().isBefore(later.at())
                && !earlier.at().isBefore(later.at().minus(Habits.REMEMBERED));
    }

    private Stream<Filed> filed() {
        return containers.values().stream().flatMap(List::stream);
    }

    private Stream<Shipment> shipments() {
        return filed().flatMap(container -> Stream.ofNullable(container.shipment()));
    }

    @Override
    Optional<StoredScore> lastScore(UUID scanId) {
        var all = scores.getOrDefault(scanId, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    void add(UUID scanId, int version, StoredScore score) {
        var all = scores.computeIfAbsent(scanId, unknown -> new ArrayList<>());
        if (all.size() != version - 1) {
            throw new IllegalStateException("version %d after %d".formatted(version, all.size()));
        }
        all.add(score);
    }

    @Override
    void link(UUID scanId, List<Past> pasts, boolean isNew) {
        // Nobody asks for them here.
    }

    @Override
    void mark(Collection<UUID> scanIds, Mark mark, Instant now) {
        scanIds.forEach(scanId -> {
            marks.computeIfAbsent(scanId, unknown -> new LinkedHashSet<>()).add(mark);
            waiting.add(scanId);
        });
    }

    @Override
    Optional<UUID> longestMarked(Set<UUID> except) {
        return waiting.stream().filter(scanId -> !except.contains(scanId)).findFirst();
    }

    @Override
    List<Mark> takeMarks(UUID scanId) {
        waiting.remove(scanId);
        return List.copyOf(Optional.ofNullable(marks.remove(scanId)).orElse(Set.of()));
    }

    /** All pictures wait to be compared. */
    @Override
    Optional<PictureComparison> comparison(PicturePair pair, Instant now) {
        return Optional.empty();
    }
}
