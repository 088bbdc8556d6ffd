package nl.bovenstrooms.scoring.scan;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import org.jspecify.annotations.Nullable;

/** Looks at scans and judges them as the service does, without its database: to measure scores, and to fit them. */
public final class Rehearsing {

    private static final UUID FIRST = new UUID(0, 1);

    private Rehearsing() {}

    /** What a score may be made from. */
    public enum Evidence {
        /** The manifest alone. */
        PAPERS,
        /** Manifest and picture. */
        PICTURE,
        /** Manifest, picture, and what other scans and earlier manifests say. */
        PAST
    }

    /** @param known what is kept of a scan, as text */
    public record Rehearsed(String known) {

        KnownScan scan() {
            return Archive.read(known, KnownScan.class);
        }
    }

    /**
     * Looks at the picture of a scan.
     *
     * @param before the same scan with the manifest that was sent first; null when there was only one
     * @param raster of its only image
     */
    public static Rehearsed look(ScanReceived scan, @Nullable ScanReceived before, Raster raster, ImageModel model) {
        var told = new Told(
                scan,
                scan.receivedAt(),
                DeterministicId.of("rehearsal", scan.scanId().toString()));
        var first = before == null ? null : new Told(before, before.receivedAt(), FIRST);
        return new Rehearsed(Archive.json(new KnownScan(first, told, sight(scan, raster, model))));
    }

    private static Sight sight(ScanReceived scan, Raster raster, ImageModel model) {
        try {
            var folder = Files.createTempDirectory("rehearsal");
            try (var store = ImageStore.inFolder(folder)) {
                store.put(scan.images().get(0).raster().principal().key(), RasterCodec.encode(raster));
                var metrics = new ScoringMetrics(new SimpleMeterRegistry());
                var looking = new LookingAtPictures(
                        new Pictures(store), new ContainerFinder(), metrics, Retrying.of(1, Duration.ZERO));
                return looking.look(scan, model);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Scores scans one by one, each with what is known of the others a while after it passed.
     *
     * @param until so long after its passage a scan is read
     * @return the scores of the containers of each scan, in the order of the scans
     */
    public static List<List<ContainerScore>> judge(
            List<Rehearsed> scans, RuleBook ruleBook, Evidence evidence, Duration until) {
        var judging = new JudgingScan(ActiveRuleBook.of(ruleBook), new ScoringMetrics(new SimpleMeterRegistry()));
        var known = scans.stream().map(Rehearsed::scan).toList();
        var passages = known.stream().map(GatheredPassages::of).toList();
        var byKey = new HashMap<String, Set<Passage>>();
        passages.stream().flatMap(List::stream).forEach(passage -> passage.keys()
                .forEach(key ->
                        byKey.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(passage)));
        var scores = new ArrayList<List<ContainerScore>>();
        for (var index = 0; index < known.size(); index++) {
            var scan = evidence == Evidence.PAPERS ? withoutPictures(known.get(index)) : known.get(index);
            var own = evidence == Evidence.PAPERS ? GatheredPassages.of(scan) : passages.get(index);
            var around = evidence == Evidence.PAST ? around(own, byKey, until) : List.<Passage>of();
            // Who knows only the latest manifest does not know that it was amended.
            var told = evidence == Evidence.PAST ? scan : new KnownScan(null, scan.latest(), scan.sight());
            scores.add(judging.judge(new Basis(told, GatheredPasts.of(told, own, around)))
                    .containers());
        }
        return scores;
    }

    private static KnownScan withoutPictures(KnownScan scan) {
        var sight = scan.sight();
        return new KnownScan(scan.earlier(), scan.latest(), new Sight(sight.model(), sight.modelDigest(), Map.of()));
    }

    private static List<Passage> around(List<Passage> own, Map<String, Set<Passage>> byKey, Duration until) {
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
