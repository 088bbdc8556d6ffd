package nl.bovenstrooms.scoring.scan;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.Change;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.event.ScanScored.Revision;
import nl.bovenstrooms.outbox.Outbox;
import nl.bovenstrooms.scoring.history.Habits;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.Shipment;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import nl.bovenstrooms.scoring.scan.Archive.Filed;
import nl.bovenstrooms.scoring.scan.Archive.Mark;
import nl.bovenstrooms.scoring.scan.Archive.StoredScore;
import nl.bovenstrooms.scoring.scan.JudgingScan.Judgement;

/**
 * Keeps what is known of a scan and publishes its score, in one transaction. Scans whose score depends on this one are marked, and
 * scored again one by one.
 *
 * <p>A repeated message changes nothing, and so publishes nothing. A score is a function of all that is known, not of the order in
 * which it came: each scan is scored again after the last change that matters to it, and a score that comes out the same is not a
 * new version.
 */
@ApplicationScoped
class KeepingScan {

    private final Archive archive;
    private final JudgingScan judging;
    private final Outbox outbox;
    private final ScoringMetrics metrics;
    private final Clock clock;

    @Inject
    KeepingScan(Archive archive, JudgingScan judging, Outbox outbox, ScoringMetrics metrics, Clock clock) {
        this.archive = archive;
        this.judging = judging;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes in what was told of a scan and what was seen in its pictures. */
    @Transactional
    public void keep(Told told, Sight sight) {
        archive.lock();
        var scanId = told.scan().scanId();
        var before = archive.find(scanId);
        var known = before.map(earlier -> earlier.with(told, sight)).orElseGet(() -> new KnownScan(null, told, sight));
        if (before.equals(Optional.of(known))) {
            return;
        }
        var passages = GatheredPassages.of(known);
        var containers = Filing.of(known, passages);
        archive.put(known, containers, before.isEmpty());
        // Those that it was related to and no longer is are scored again, too.
        var touched = new ArrayList<>(passages);
        before.map(GatheredPassages::of).ifPresent(touched::addAll);
        var around = around(touched);
        if (before.isEmpty()) {
            var basis = basis(known, passages, around);
            publish(basis, judging.judge(basis), 1, List.of());
        } else {
            // The model may have answered this time, where it failed before: then nothing else is new.
            var isTold = !known.latest().isSameMessage(before.get().latest())
                    || !known.first().isSameMessage(before.get().first());
            scoreAgain(known, passages, around, isTold ? List.of(Changes.manifestReceived()) : List.of());
        }
        markRelated(scanId, touched, around);
        markLaterOfSender(
                scanId,
                shipments(containers),
                before.map(KeepingScan::shipments).orElse(Set.of()));
    }

    /**
     * The scan that waits longest to be scored again.
     *
     * @param setAside scans to leave out
     */
    Optional<UUID> longestMarked(Set<UUID> setAside) {
        return archive.longestMarked(setAside);
    }

    /** Scores a scan again that is marked for it; one that no longer is stays as it is. */
    @Transactional
    public void scoreAgain(UUID scanId) {
        archive.lock();
        var marks = archive.takeMarks(scanId);
        if (marks.isEmpty()) {
            return;
        }
        var known = archive.find(scanId).orElseThrow();
        var passages = GatheredPassages.of(known);
        var around = around(passages);
        scoreAgain(
                known,
                passages,
                around,
                marks.stream().map(mark -> Changes.of(mark, around)).toList());
    }

    /** Takes in what came of laying two pictures on each other, of which the scores of both scans depend. */
    @Transactional
    public void keep(PicturePair pair, PictureComparison comparison) {
        archive.lock();
        if (!archive.put(pair, comparison)) {
            return;
        }
        var earlier = pair.earlier().scanId();
        var later = pair.later().scanId();
        archive.mark(Set.of(earlier), new Mark(Because.PICTURES_COMPARED, later), clock.instant());
        archive.mark(Set.of(later), new Mark(Because.PICTURES_COMPARED, earlier), clock.instant());
    }

    private List<Passage> around(List<Passage> passages) {
        var keys = new TreeSet<String>();
        passages.forEach(passage -> keys.addAll(passage.keys()));
        return keys.isEmpty() ? List.of() : archive.sharing(keys);
    }

    private Basis basis(KnownScan known, List<Passage> passages, List<Passage> around) {
        var pasts = GatheredPasts.of(known, passages, around);
        var habits = Filing.of(known, passages).stream().map(this::habits).toList();
        return new Basis(
                known,
                IntStream.range(0, pasts.size())
                        .mapToObj(index -> GatheredPasts.compared(
                                pasts.get(index).with(habits.get(index)),
                                pictures -> archive.comparison(pictures, clock.instant())))
                        .toList());
    }

    private Habits habits(Filed container) {
        var shipment = container.shipment();
        return shipment == null ? Habits.UNKNOWN : Habits.of(shipment, archive.earlier(shipment));
    }

    private static Set<Shipment> shipments(KnownScan known) {
        return shipments(Filing.of(known, GatheredPassages.of(known)));
    }

    private static Set<Shipment> shipments(List<Filed> containers) {
        return containers.stream()
                .flatMap(container -> Stream.ofNullable(container.shipment()))
                .collect(Collectors.toSet());
    }

    private void scoreAgain(KnownScan known, List<Passage> passages, List<Passage> around, List<Change> reasons) {
        var basis = basis(known, passages, around);
        var last = archive.lastScore(known.scanId())
                .orElseThrow(() -> new IllegalStateException("a scan that is known has a score"))
                .event()
                .data();
        var judgement = judging.judge(basis);
        var sameVersions = last.versions().equals(judgement.versions());
        if (sameVersions
                && last.scan().equals(known.latest().scan())
                && last.containers().equals(judgement.containers())) {
            return;
        }
        var changes = new ArrayList<>(reasons);
        if (!sameVersions) {
            changes.add(Changes.versionsChanged());
        }
        publish(basis, judgement, requireNonNull(last.revision()).version() + 1, changes);
    }

    private void publish(Basis basis, Judgement judgement, int version, List<Change> changes) {
        var known = basis.known();
        var scanId = known.scanId();
        var scoreId = DeterministicId.of("score", scanId.toString(), Integer.toString(version));
        var data = new ScanScored(
                scoreId,
                known.latest().scan(),
                judgement.containers(),
                judgement.versions(),
                new Revision(version, changes));
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        var event = Event.of(EventType.SCAN_SCORED, scoreId, ScoringScan.SOURCE, scanId.toString(), now, data);
        archive.add(scanId, version, new StoredScore(basis, event));
        archive.link(scanId, basis.pasts(), version == 1);
        outbox.append(EventType.SCAN_SCORED, scanId.toString(), event);
        judgement.containers().forEach(metrics::containerScored);
    }

    private void markRelated(UUID scanId, List<Passage> touched, List<Passage> around) {
        var related = new EnumMap<Because, Set<UUID>>(Because.class);
        for (var other : around) {
            if (other.scanId().equals(scanId)) {
                continue;
            }
            touched.stream()
                    .flatMap(passage -> passage.relationTo(other).stream())
                    .min(Because::compareTo)
                    .ifPresent(because -> related.computeIfAbsent(because, reason -> new TreeSet<>())
                            .add(other.scanId()));
        }
        related.forEach((because, scans) -> archive.mark(scans, new Mark(because, scanId), clock.instant()));
    }

    /** What a sender sent counts for what it sends later. Nothing is later of what comes in as it happens. */
    private void markLaterOfSender(UUID scanId, Set<Shipment> now, Set<Shipment> before) {
        if (now.equals(before)) {
            return;
        }
        var later = Stream.concat(now.stream(), before.stream())
                .distinct()
                .flatMap(shipment -> archive.scansAfter(shipment).stream())
                .filter(other -> !other.equals(scanId))
                .collect(Collectors.toCollection(TreeSet::new));
        archive.mark(later, new Mark(Because.SAME_SENDER, scanId), clock.instant());
    }
}
