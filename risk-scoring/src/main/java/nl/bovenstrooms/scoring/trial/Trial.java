package nl.bovenstrooms.scoring.trial;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.scoring.rules.Facts;
import nl.bovenstrooms.scoring.rules.Facts.LoadKind;
import nl.bovenstrooms.scoring.rules.Facts.Picture;
import nl.bovenstrooms.scoring.rules.RuleBookRefused;
import nl.bovenstrooms.scoring.scan.GatheredFacts;
import nl.bovenstrooms.simulator.story.Passage;
import nl.bovenstrooms.simulator.story.Passages;
import nl.bovenstrooms.simulator.story.Scenario;
import nl.bovenstrooms.simulator.story.Truth.ContainerTruth;

/**
 * A container to try a rule book on.
 *
 * @param reference of its scan, and its place in it
 * @param holdsThreat whether contraband is in it; false where nobody knows
 */
record Trial(String reference, Facts facts, boolean holdsThreat) {

    /** Any time will do, and the same one gives the same dates. */
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    /**
     * Containers of simulated passages. What the picture tells is what the simulator knows to be true of the load; what the
     * image model would have pointed to is left out, so that a rule shows what it is worth by itself.
     *
     * @param count of passages
     */
    static Stream<Trial> ofStories(Scenario scenario, long seed, long count) {
        var passages = new Passages(scenario, seed, START);
        return LongStream.range(0, count).mapToObj(passages::at).flatMap(Trial::of);
    }

    private static Stream<Trial> of(Passage passage) {
        var truths = passage.truth().containers();
        return IntStream.range(0, truths.size()).mapToObj(index -> {
            var truth = truths.get(index);
            var facts = facts(passage.scanId(), passage.manifest(), index).with(picture(truth, truths.size()));
            return new Trial(passage.scanId() + "-" + index, facts, truth.threat() != null);
        });
    }

    private static Picture picture(ContainerTruth truth, int containers) {
        var kind = truth.load().name();
        var isEmpty = kind.equals("EMPTY");
        return new Picture(
                true,
                true,
                "",
                kind,
                1.0,
                isEmpty ? 1.0 : 0.0,
                List.of(new LoadKind(kind, 1)),
                truth.loadKg() > 0 ? (Double) truth.loadKg() : null,
                0.0,
                truth.fill(),
                List.of(),
                (double) truth.region().width() / truth.region().height(),
                containers,
                containers);
    }

    /** Containers of manifests as sources send them, {@code *.json} in a folder or one file; nobody looks at a picture. */
    static Stream<Trial> ofManifests(Path path) {
        return files(path).flatMap(file -> {
            var manifest = manifest(file);
            var scanId = DeterministicId.of("trial", file.toString());
            return IntStream.range(0, Math.max(1, manifest.equipment().size()))
                    .mapToObj(index ->
                            new Trial(file.getFileName() + "-" + index, facts(scanId, manifest, index), false));
        });
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Path file) {
        try {
            return EventCodec.mapper().readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JsonMappingException e) {
            throw new RuleBookRefused("%s is no manifest: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new RuleBookRefused("%s can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Facts facts(UUID scanId, Manifest manifest, int index) {
        var receivedAt = OffsetDateTime.ofInstant(START, ZoneOffset.UTC);
        var scan = new ScanReceived(scanId, "", "", receivedAt, manifest, List.of(), List.of());
        var equipment = manifest.equipment();
        return GatheredFacts.ofManifest(
                scan, equipment.isEmpty() ? null : equipment.get(index).number());
    }
}
