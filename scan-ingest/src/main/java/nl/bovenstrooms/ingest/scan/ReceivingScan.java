package nl.bovenstrooms.ingest.scan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.ingest.image.ImageDecoding;
import nl.bovenstrooms.ingest.image.ImageDecoding.Decoded;
import nl.bovenstrooms.ingest.image.ImageRefused;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;
import nl.bovenstrooms.outbox.Outbox;

/**
 * Takes a scan in. Everything is checked and decoded before the first byte is stored; the images are durable before the row;
 * row and event are one transaction; and only then there is a receipt. When anything dies on the way, the sender has no receipt
 * and sends the same again, which overwrites the same keys and ends in one row.
 */
@ApplicationScoped
public class ReceivingScan {

    private final Scans scans;
    private final ImageDecoding decoding;
    private final ImageStore images;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReceivingScan(Scans scans, ImageDecoding decoding, ImageStore images, Outbox outbox, Clock clock) {
        this.scans = scans;
        this.decoding = decoding;
        this.images = images;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew whether this upload made it, or an earlier one of the same content */
    public record Received(Receipt receipt, boolean isNew) {}

    /** @throws UploadRefused when it is not taken; nothing of it is then kept */
    public Received receive(Upload upload) {
        var manifest = ManifestReading.read(upload.manifest());
        var declared = Objects.requireNonNull(manifest.scan()).images();
        checkParts(upload, declared);
        var contentDigest = contentDigest(upload, declared);
        var earlier = earlier(upload, contentDigest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var views = decode(upload, declared);
        var flags = new TreeSet<>(Flags.of(manifest));
        views.forEach(view -> flags.addAll(view.flags()));
        var receipt = receipt(upload, declared, contentDigest, flags);
        views.forEach(this::store);
        return commit(upload, manifest, views, receipt);
    }

    private Optional<Received> earlier(Upload upload, String contentDigest) {
        return scans.find(upload.scanId()).map(stored -> {
            if (!stored.tenant().equals(upload.tenant())
                    || !stored.contentDigest().equals(contentDigest)) {
                throw new UploadRefused(
                        Kind.CONFLICT,
                        null,
                        "make a new random UUID for a new scan; a corrected manifest goes to /v1/scans/{scanId}/manifest");
            }
            return new Received(stored.receipt(), false);
        });
    }

    private static void checkParts(Upload upload, List<Scan.Image> declared) {
        for (var i = 0; i < declared.size(); i++) {
            var image = declared.get(i);
            var part = upload.images().get(Objects.requireNonNull(image.part()));
            if (part == null) {
                throw new UploadRefused(
                        Kind.MALFORMED,
                        "/scan/images/" + i + "/part",
                        "there is no part '" + image.part() + "' with the bytes");
            }
            if (!part.sha256().equalsIgnoreCase(image.sha256())) {
                throw new UploadRefused(
                        Kind.DIGEST,
                        "/scan/images/" + i + "/sha256",
                        "the bytes received have the digest " + part.sha256() + "; send the image again");
            }
        }
        var named = declared.stream().map(Scan.Image::part).collect(Collectors.toSet());
        upload.images().keySet().stream()
                .filter(part -> !named.contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new UploadRefused(Kind.MALFORMED, part, "the manifest does not name this part");
                });
    }

    private static String contentDigest(Upload upload, List<Scan.Image> declared) {
        var digest = Digests.sha256();
        digest.update(Digests.sha256().digest(upload.manifest()));
        for (var image : declared) {
            digest.update(partOf(upload, image).sha256().getBytes(StandardCharsets.US_ASCII));
        }
        return Digests.hex(digest.digest());
    }

    private static Upload.ReceivedPart partOf(Upload upload, Scan.Image image) {
        return Objects.requireNonNull(upload.images().get(Objects.requireNonNull(image.part())));
    }

    /** A view with its one or two channels, decoded and encoded, ready to be stored. */
    private record View(ScanReceived.ScanImage image, List<StoredFile> files, Set<String> flags) {}

    private record StoredFile(String key, byte[] bytes) {}

    private List<View> decode(Upload upload, List<Scan.Image> declared) {
        var views = new ArrayList<View>();
        for (var i = 0; i < declared.size(); i++) {
            if ("LOW_ENERGY".equals(declared.get(i).role())) {
                continue;
            }
            var next = i + 1 < declared.size() ? declared.get(i + 1) : null;
            var hasLow = next != null && "LOW_ENERGY".equals(next.role());
            views.add(view(upload, declared, i, hasLow));
            if (hasLow
                    && i + 2 < declared.size()
                    && "LOW_ENERGY".equals(declared.get(i + 2).role())) {
                throw new UploadRefused(
                        Kind.MANIFEST, "/scan/images/" + (i + 2) + "/role", "a view has at most two energies");
            }
        }
        return views;
    }

    private View view(Upload upload, List<Scan.Image> declared, int index, boolean hasLow) {
        var principal = declared.get(index);
        var decoded = decode(upload, principal, index);
        var files = new ArrayList<StoredFile>();
        var flags = new TreeSet<>(flagsOf(decoded));
        files.add(original(upload, principal));
        var raster = decoded.raster();
        var channels = new ArrayList<RasterDescriptor.Channel>();
        channels.add(channel(upload, principal, hasLow ? Energy.HIGH : Energy.SINGLE, raster, files));
        if (hasLow) {
            var low = declared.get(index + 1);
            var decodedLow = decode(upload, low, index + 1);
            if (decodedLow.raster().width() != raster.width()
                    || decodedLow.raster().height() != raster.height()) {
                throw new UploadRefused(
                        Kind.IMAGE,
                        "/scan/images/" + (index + 1),
                        "the two energies of a view are equally large; these are %d x %d and %d x %d"
                                .formatted(
                                        raster.width(),
                                        raster.height(),
                                        decodedLow.raster().width(),
                                        decodedLow.raster().height()));
            }
            flags.addAll(flagsOf(decodedLow));
            files.add(original(upload, low));
            channels.add(channel(upload, principal, Energy.LOW, decodedLow.raster(), files));
        }
        var image = new ScanReceived.ScanImage(
                Objects.requireNonNull(principal.part()),
                Objects.requireNonNull(principal.role()),
                files.get(0).key(),
                partOf(upload, principal).sha256(),
                decoded.format().mediaType(),
                new RasterDescriptor(RasterDescriptor.VERSION, raster.width(), raster.height(), channels),
                principal.operatorMarks(),
                Declared.containers(principal, raster.width(), raster.height(), flags));
        return new View(image, files, flags);
    }

    private static List<String> flagsOf(Decoded decoded) {
        return decoded.oddities().stream().map(Enum::name).toList();
    }

    private static StoredFile original(Upload upload, Scan.Image image) {
        return new StoredFile(
                key(upload, "original", Objects.requireNonNull(image.part())),
                partOf(upload, image).bytes());
    }

    private static RasterDescriptor.Channel channel(
            Upload upload, Scan.Image image, Energy energy, Raster raster, List<StoredFile> files) {
        var key = key(upload, "raster", image.part() + "-" + energy);
        files.add(new StoredFile(key, RasterCodec.encode(raster)));
        return new RasterDescriptor.Channel(energy, raster.bits(), key);
    }

    /** The content is part of the key: another upload under the same id can't replace what an accepted one refers to. */
    private static String key(Upload upload, String kind, String name) {
        var manifest = Digests.hex(Digests.sha256().digest(upload.manifest())).substring(0, 16);
        return upload.tenant() + "/" + upload.scanId() + "/" + manifest + "/" + kind + "/" + name;
    }

    private Decoded decode(Upload upload, Scan.Image image, int index) {
        try {
            return decoding.decode(partOf(upload, image).bytes(), Objects.requireNonNull(image.mediaType()));
        } catch (ImageRefused e) {
            throw new UploadRefused(
                    Kind.IMAGE,
                    "/scan/images/" + index,
                    e.getMessage() == null ? "the image can't be decoded" : e.getMessage());
        }
    }

    private Receipt receipt(Upload upload, List<Scan.Image> declared, String contentDigest, Set<String> flags) {
        // The database keeps microseconds; a receipt that is read back has to equal the first one.
        var receivedAt =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        var received = declared.stream()
                .map(image -> new Receipt.ReceivedImage(
                        Objects.requireNonNull(image.part()),
                        partOf(upload, image).sha256(),
                        partOf(upload, image).bytes().length))
                .toList();
        return new Receipt(
                upload.scanId(), caseReference(upload), receivedAt, contentDigest, received, List.copyOf(flags));
    }

    /** Short enough to be told by telephone: the tenant's country and the first 10 hexadecimal digits of the id. */
    private static String caseReference(Upload upload) {
        var id = upload.scanId().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return upload.tenant().substring(0, 2) + "-" + id.substring(0, 5) + "-" + id.substring(5, 10) + "-"
                + id.substring(28);
    }

    private void store(View view) {
        view.files().forEach(file -> images.put(file.key(), file.bytes()));
    }

    private Received commit(Upload upload, Manifest manifest, List<View> views, Receipt receipt) {
        var isNew = QuarkusTransaction.requiringNew().call(() -> {
            var scan = Objects.requireNonNull(manifest.scan());
            var added = scans.add(
                    upload.scanId(),
                    upload.tenant(),
                    receipt,
                    scan.sourceReference(),
                    upload.manifest(),
                    views.stream().map(View::image).toList(),
                    Declared.numbers(manifest));
            if (added) {
                outbox.append(
                        EventType.SCAN_RECEIVED, upload.scanId().toString(), event(upload, manifest, views, receipt));
            }
            return added;
        });
        if (isNew) {
            return new Received(receipt, true);
        }
        return earlier(upload, receipt.contentDigest())
                .orElseThrow(() -> new IllegalStateException("a scan that is in the way can be found"));
    }

    private static Event<ScanReceived> event(Upload upload, Manifest manifest, List<View> views, Receipt receipt) {
        var data = new ScanReceived(
                upload.scanId(),
                upload.tenant(),
                receipt.caseReference(),
                receipt.receivedAt(),
                manifest,
                views.stream().map(View::image).toList(),
                receipt.flags());
        UUID id = DeterministicId.of("scan.received", upload.scanId().toString());
        return Event.of(
                EventType.SCAN_RECEIVED, id, "/scan-ingest", upload.scanId().toString(), receipt.receivedAt(), data);
    }
}
