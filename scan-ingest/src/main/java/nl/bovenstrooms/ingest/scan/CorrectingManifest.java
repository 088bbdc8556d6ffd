package nl.bovenstrooms.ingest.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.ingest.image.ImageDecoding.Oddity;
import nl.bovenstrooms.ingest.scan.Scans.Standing;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;
import nl.bovenstrooms.outbox.Outbox;

/**
 * Takes in a manifest that came later than its scan, or corrects an earlier one. The images stay as they are; the scan is scored
 * again. A correction names the manifest that it replaces, so that two of them can't silently undo each other.
 */
@ApplicationScoped
public class CorrectingManifest {

    private static final Set<String> OF_IMAGES =
            Arrays.stream(Oddity.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Scans scans;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    CorrectingManifest(Scans scans, Outbox outbox, Clock clock) {
        this.scans = scans;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew whether this message made it, or an earlier one of the same content */
    public record Corrected(CorrectionReceipt receipt, boolean isNew) {}

    /**
     * @return empty when this tenant has sent no such scan
     * @throws UploadRefused when the correction is not taken; nothing of it is then kept
     */
    @Transactional
    public Optional<Corrected> correct(UUID scanId, String tenant, byte[] bytes) {
        var manifest = ManifestReading.read(bytes);
        var messageId = manifest.messageId();
        if (messageId == null) {
            throw new UploadRefused(Kind.MANIFEST, "/messageId", "a correction has an id of its own, a UUID");
        }
        return scans.lockForCorrection(scanId)
                .filter(standing -> standing.scan().tenant().equals(tenant))
                .map(standing -> repeated(scanId, messageId, bytes)
                        .orElseGet(() -> corrected(scanId, standing, manifest, messageId, bytes)));
    }

    private Optional<Corrected> repeated(UUID scanId, UUID messageId, byte[] bytes) {
        return scans.findCorrection(scanId, messageId).map(stored -> {
            if (!Arrays.equals(stored.manifest(), bytes)) {
                throw new UploadRefused(
                        Kind.CORRECTION,
                        "/messageId",
                        "this id is in use for another correction; make a new random UUID");
            }
            return new Corrected(stored.receipt(), false);
        });
    }

    private Corrected corrected(UUID scanId, Standing standing, Manifest manifest, UUID messageId, byte[] bytes) {
        var previous = ManifestReading.read(standing.manifest());
        requireReplaces(manifest, messageId, previous);
        requireSameImages(manifest, previous);
        var flags = new TreeSet<>(Flags.of(manifest));
        standing.scan().flags().stream().filter(OF_IMAGES::contains).forEach(flags::add);
        var images = standing.images().stream()
                .map(image -> redeclared(image, manifest, flags))
                .toList();
        var first = standing.scan().receipt();
        var receipt = new CorrectionReceipt(
                scanId,
                first.caseReference(),
                messageId,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS),
                Digests.hex(Digests.sha256().digest(bytes)),
                List.copyOf(flags));
        scans.addCorrection(receipt, standing.version() + 1, bytes, Declared.numbers(manifest));
        var scan = new ScanReceived(
                scanId,
                standing.scan().tenant(),
                first.caseReference(),
                first.receivedAt(),
                manifest,
                images,
                receipt.flags());
        outbox.append(EventType.MANIFEST_RECEIVED, scanId.toString(), event(receipt, scan, previous));
        return new Corrected(receipt, true);
    }

    private static void requireReplaces(Manifest manifest, UUID messageId, Manifest previous) {
        var standing = previous.messageId();
        if (messageId.equals(standing)) {
            throw new UploadRefused(
                    Kind.CORRECTION,
                    "/messageId",
                    "this is the id of the manifest that stands; make a new random UUID");
        }
        if (!Objects.equals(manifest.correctionOf(), standing)) {
            throw new UploadRefused(
                    Kind.CORRECTION,
                    "/correctionOf",
                    standing == null
                            ? "the manifest that stands has no messageId: leave correctionOf out"
                            : "the manifest that stands is " + standing + ": look at it, and correct that one");
        }
    }

    private static void requireSameImages(Manifest manifest, Manifest previous) {
        if (!imagesOf(manifest).equals(imagesOf(previous))) {
            throw new UploadRefused(
                    Kind.MANIFEST,
                    "/scan/images",
                    "a correction names the same images, with the same roles and digests; other images are another scan");
        }
    }

    private static List<String> imagesOf(Manifest manifest) {
        return Objects.requireNonNull(manifest.scan()).images().stream()
                .map(image -> "%s %s %s"
                        .formatted(
                                image.part(),
                                image.role(),
                                Objects.requireNonNull(image.sha256()).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static ScanImage redeclared(ScanImage stored, Manifest manifest, Set<String> flags) {
        var declared = Objects.requireNonNull(manifest.scan()).images().stream()
                .filter(image -> stored.imageId().equals(image.part()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the images were compared before"));
        return new ScanImage(
                stored.imageId(),
                stored.role(),
                stored.originalKey(),
                stored.sha256(),
                stored.mediaType(),
                stored.raster(),
                declared.operatorMarks(),
                containers(declared, stored, flags));
    }

    private static List<ScanReceived.DeclaredContainer> containers(
            Scan.Image declared, ScanImage stored, Set<String> flags) {
        return Declared.containers(
                declared, stored.raster().width(), stored.raster().height(), flags);
    }

    private static Event<ManifestReceived> event(CorrectionReceipt receipt, ScanReceived scan, Manifest previous) {
        var id = DeterministicId.of(
                "manifest.received",
                receipt.scanId().toString(),
                receipt.messageId().toString());
        return Event.of(
                EventType.MANIFEST_RECEIVED,
                id,
                "/scan-ingest",
                receipt.scanId().toString(),
                receipt.receivedAt(),
                new ManifestReceived(scan, previous));
    }
}
