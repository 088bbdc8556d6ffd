package nl.bovenstrooms.scoring.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.image.RasterDescriptor.Channel;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.scan.Rehearsing;
import nl.bovenstrooms.scoring.scan.Rehearsing.Compared;
import nl.bovenstrooms.scoring.scan.Rehearsing.Rehearsed;
import nl.bovenstrooms.scoring.training.Ahead;
import nl.bovenstrooms.simulator.story.Passage;
import nl.bovenstrooms.simulator.story.Scenarios;
import nl.bovenstrooms.simulator.story.Stories;
import nl.bovenstrooms.simulator.story.Story;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.jspecify.annotations.Nullable;

/**
 * Simulated stories with what the image model sees in them. Drawing and looking take seconds a story, so each is kept in a file: a run
 * that was stopped goes on, and another combination of the same looks costs nothing.
 */
final class StoryLooks {

    private static final Instant START = Instant.parse("2026-11-05T06:00:00Z");
    private static final String SCENARIO = "stories";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelFiles files;
    private final Path folder;
    private final int threads;
    private final Progress progress;

    /** @param folder for looks that are kept; each model has its own in it */
    StoryLooks(ModelFiles files, Path folder, int threads, Progress progress) {
        this.files = files;
        this.folder = folder.resolve(files.digest().substring(0, 12));
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * @param method of smuggling; null of an honest story
     * @param comparisons of the pictures of containers that are scanned again on arrival
     */
    record LookedStory(String name, @Nullable String method, List<LookedScan> scans, List<Compared> comparisons) {

        LookedStory {
            scans = List.copyOf(scans);
            comparisons = List.copyOf(comparisons);
        }

        boolean isSmuggled() {
            return method != null;
        }
    }

    /**
     * @param known the scan as the service would keep it
     * @param threat in its container; null when there is none
     */
    record LookedScan(String known, @Nullable Threat threat) {

        Rehearsed rehearsed() {
            return new Rehearsed(known);
        }
    }

    /** @param visibility how much darker it makes its pixels, in units of the noise there */
    record Threat(String kind, String place, double kilograms, double visibility) {}

    /** So many of each, honest ones first. */
    List<LookedStory> stories(long seed, int honest, int smuggled) {
        var stories = new Stories(Scenarios.shipped(SCENARIO), seed, START);
        try (var model = new Lazily(files, threads);
                var ahead = new Ahead<LookedStory>(
                        0,
                        (long) honest + smuggled,
                        threads,
                        2 * threads,
                        number -> number < honest
                                ? story(seed + "-honest-" + number, () -> stories.honest(number), model)
                                : story(
                                        seed + "-smuggled-" + (number - honest),
                                        () -> stories.smuggled(number - honest),
                                        model))) {
            var looked = new ArrayList<LookedStory>();
            while (ahead.hasNext()) {
                looked.add(ahead.next());
                progress.during("stories of seed " + seed, looked.size(), honest + smuggled);
            }
            return looked;
        }
    }

    /** Told only when it is needed. */
    private interface Telling {
        Story tell();
    }

    private LookedStory story(String name, Telling telling, Lazily model) {
        var file = folder.resolve(name + ".json");
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), LookedStory.class);
            }
            var looked = looked(telling.tell(), model.get());
            Files.createDirectories(folder);
            // Renamed when it is whole, so that a stopped run leaves no half a story.
            var half = folder.resolve(name + ".half");
            JSON.writeValue(half.toFile(), looked);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return looked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LookedStory looked(Story story, ImageModel model) {
        try (var rehearsing = new Rehearsing(model)) {
            var scans = new ArrayList<LookedScan>();
            for (var scan : story.scans()) {
                scans.add(look(scan.get(), rehearsing));
            }
            var method = story.smuggling();
            return new LookedStory(story.name(), method == null ? null : method.name(), scans, rehearsing.compare());
        }
    }

    private static LookedScan look(Story.Scan scan, Rehearsing rehearsing) {
        var passage = scan.passage();
        var primary = passage.images().stream()
                .filter(image -> image.role().equals("PRIMARY"))
                .findFirst()
                .orElseThrow();
        var raster = PictureFile.read(primary.bytes()).orElseThrow();
        var image = image(passage, primary, raster);
        var before = scan.before();
        var known = rehearsing.look(
                received(passage, passage.manifest(), image, 30),
                before == null ? null : received(passage, before, image, 0),
                raster);
        return new LookedScan(known.known(), threat(passage));
    }

    /** @param minutes after the passage */
    private static ScanReceived received(Passage passage, Manifest manifest, ScanImage image, int minutes) {
        var at = requireNonNull(requireNonNull(manifest.scan()).occurredAt()).toInstant();
        return new ScanReceived(
                passage.scanId(),
                passage.authority(),
                passage.authority() + "-" + passage.scanId().toString().substring(0, 8),
                OffsetDateTime.ofInstant(at.plusSeconds(600 + 60L * minutes), ZoneOffset.UTC),
                manifest,
                List.of(image),
                List.of());
    }

    /** As ingest tells of it. */
    private static ScanImage image(Passage passage, Passage.ImageFile primary, Raster raster) {
        var key = "%s/%s/raster/%s".formatted(passage.authority(), passage.scanId(), primary.part());
        var containers = requireNonNull(passage.manifest().scan()).images().get(0).containers().stream()
                .map(container -> new DeclaredContainer(container.number(), container.region()))
                .toList();
        return new ScanImage(
                primary.part(),
                primary.role(),
                key,
                primary.sha256(),
                primary.mediaType(),
                new RasterDescriptor(
                        RasterDescriptor.VERSION,
                        raster.width(),
                        raster.height(),
                        List.of(new Channel(Energy.SINGLE, raster.bits(), key))),
                List.of(),
                containers);
    }

    private static @Nullable Threat threat(Passage passage) {
        var threat = passage.truth().containers().get(0).threat();
        return threat == null
                ? null
                : new Threat(threat.kind().name(), threat.place().name(), threat.kilograms(), threat.visibility());
    }

    /** The model, loaded when the first picture is looked at. */
    private static final class Lazily implements AutoCloseable {

        private final ModelFiles files;
        private final int workers;
        private @Nullable ImageModel model;

        Lazily(ModelFiles files, int workers) {
            this.files = files;
            this.workers = workers;
        }

        synchronized ImageModel get() {
            var loaded = model;
            if (loaded == null) {
                loaded = PooledImageModel.start(files, workers);
                model = loaded;
            }
            return loaded;
        }

        @Override
        public synchronized void close() {
            if (model != null) {
                model.close();
            }
        }
    }
}
