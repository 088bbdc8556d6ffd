package nl.bovenstrooms.scoring.scan;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Looks at scans and judges them as the service does, without its database: to measure scores, and to fit them. Pictures are kept as
 * long as it is open, so that those of one story can be compared.
 */
public final class Rehearsing implements AutoCloseable {

    private static final UUID FIRST = new UUID(0, 1);

    private final ImageModel model;
    private final Path folder;
    private final ImageStore store;
    private final LookingAtPictures looking;
    private final Pictures pictures;
    private final Map<UUID, KnownScan> looked = new LinkedHashMap<>();

    public Rehearsing(ImageModel model) {
        this.model = model;
        try {
            folder = Files.createTempDirectory("rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = ImageStore.inFolder(folder);
        pictures = new Pictures(store);
        looking = new LookingAtPictures(
                pictures,
                new ContainerFinder(),
                new ScoringMetrics(new SimpleMeterRegistry()),
                Retrying.of(1, Duration.ZERO));
    }

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
     * @param pair identifier of two pictures
     * @param comparison what came of laying them on each other, as text
     */
    public record Compared(UUID pair, String comparison) {

        PictureComparison made() {
            return Archive.read(comparison, PictureComparison.class);
        }
    }

    /**
     * Looks at the picture of a scan.
     *
     * @param before the same scan with the manifest that was sent first; null when there was only one
     * @param raster of its only image
     */
    public Rehearsed look(ScanReceived scan, @Nullable ScanReceived before, Raster raster) {
        var told = new Told(
                scan,
                scan.receivedAt(),
                DeterministicId.of("rehearsal", scan.scanId().toString()));
        var first = before == null ? null : new Told(before, before.receivedAt(), FIRST);
        store.put(scan.images().get(0).raster().principal().key(), RasterCodec.encode(raster));
        var known = new KnownScan(first, told, looking.look(scan, model));
        looked.put(scan.scanId(), known);
        return new Rehearsed(Archive.json(known));
    }

    /** Compares all pictures looked at that show one container at both ends of a voyage. */
    public List<Compared> compare() {
        var scans = List.copyOf(looked.values());
        var passages = scans.stream().map(GatheredPassages::of).toList();
        var around =
                passages.stream().flatMap(List::stream).sorted(Passage.IN_TIME).toList();
        return IntStream.range(0, scans.size())
                .boxed()
                .flatMap(index -> GatheredPasts.of(scans.get(index), passages.get(index), around).stream())
                .flatMap(past -> Stream.ofNullable(past.encounter()))
                .flatMap(encounter -> Stream.ofNullable(encounter.pictures()))
                .distinct()
                .map(pair -> new Compared(
                        pair.id(),
                        Archive.json(ComparingPictures.told(ComparingPictures.compare(pair, looked::get, pictures)))))
                .toList();
    }

    @Override
    public void close() {
        store.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Scores scans one by one, each with what is known of the others a while after it passed.
     *
     * @param comparisons of pictures; two that are not among them count as not compared yet
     * @param until so long after its passage a scan is read
     * @return the scores of the containers of each scan, in the order of the scans
     */
    public static List<List<ContainerScore>> judge(
            List<Rehearsed> scans, List<Compared> comparisons, RuleBook ruleBook, Evidence evidence, Duration until) {
        var judging = new JudgingScan(ActiveRuleBook.of(ruleBook), new ScoringMetrics(new SimpleMeterRegistry()));
        var archive = new RehearsedArchive(scans.stream().map(Rehearsed::scan).toList(), comparisons, until);
        return archive.scans().stream()
                .map(scan -> judging.judge(archive.basis(scan, evidence)).containers())
                .toList();
    }
}
