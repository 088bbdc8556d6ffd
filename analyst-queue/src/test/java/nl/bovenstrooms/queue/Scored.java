package nl.bovenstrooms.queue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.Change;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.event.ScanScored.HeatMap;
import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.event.ScanScored.OtherScan;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.event.ScanScored.Revision;
import nl.bovenstrooms.contracts.event.ScanScored.ScoreVersions;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.manifest.Transport;
import nl.bovenstrooms.imagestore.ImageStore;

/** A scored scan under construction: one container above the threshold on an export to Rotterdam, to be changed at will. */
public final class Scored {

    public static final int WIDTH = 40;
    public static final int HEIGHT = 20;
    public static final double ABOVE = 0.04;
    public static final double BELOW = 0.001;

    private final UUID scanId;
    private final Instant receivedAt;
    private Instant time;
    private final List<Double> probabilities = new ArrayList<>(List.of(ABOVE));
    private String number = "MSCU1234566";
    private String direction = "EXPORT";
    private Duration cutOff = Duration.ofHours(20);
    private Duration departure = Duration.ofHours(30);
    private Duration arrival = Duration.ofDays(14);
    private int version;
    private boolean withImage = true;
    private String model = "2026-11-24-a";
    private OtherScan otherScan;

    private Scored(UUID scanId, Instant now) {
        this.scanId = scanId;
        this.receivedAt = now;
        this.time = now;
    }

    public static Scored at(Instant now) {
        return of(UUID.randomUUID(), now);
    }

    public static Scored of(UUID scanId, Instant now) {
        return new Scored(scanId, now);
    }

    public UUID scanId() {
        return scanId;
    }

    public Scored probabilities(Double... containers) {
        probabilities.clear();
        probabilities.addAll(List.of(containers));
        return this;
    }

    public Scored number(String containerNumber) {
        number = containerNumber;
        return this;
    }

    public Scored direction(String text) {
        direction = text;
        return this;
    }

    /** Counted from the receipt; null where the manifest does not say. */
    public Scored moments(Duration cutOffAfter, Duration departureAfter, Duration arrivalAfter) {
        cutOff = cutOffAfter;
        departure = departureAfter;
        arrival = arrivalAfter;
        return this;
    }

    /** The pictures of both are laid on each other, and something is found at the doors that the earlier one does not show. */
    public Scored changedSince(UUID earlierScan) {
        var change = new PictureChange(ChangeKind.ADDED, new Region(4, 4, 3, 3), new Region(5, 4, 3, 3), 9.5, 0.8);
        var comparison = new PictureComparison(ComparisonResult.CHANGED, null, 0.8, List.of(change), "1");
        otherScan = new OtherScan(earlierScan, 0, "BR-EARLIER", true, comparison);
        return this;
    }

    public Scored withoutImage() {
        withImage = false;
        return this;
    }

    /** The event comes later, as that of a corrected manifest does. */
    public Scored later(Duration after) {
        time = time.plus(after);
        return this;
    }

    /** As scoring does since it keeps several. */
    public Scored version(int its) {
        version = its;
        return this;
    }

    public Event<ScanScored> event() {
        var scoreId = DeterministicId.of(
                "test score", scanId.toString(), time.toString(), probabilities.toString(), String.valueOf(model));
        var containers = new ArrayList<ContainerScore>();
        for (var index = 0; index < probabilities.size(); index++) {
            containers.add(container(index, probabilities.get(index)));
        }
        var scan = new ScanReceived(
                scanId,
                "BR-RFB",
                "BR-" + scanId.toString().substring(0, 8).toUpperCase(Locale.ROOT),
                receivedAt.atOffset(ZoneOffset.UTC),
                manifest(),
                withImage ? List.of(image("image-1")) : List.of(),
                List.of("CONTINGENCY"));
        var data = new ScanScored(scoreId, scan, containers, new ScoreVersions(model, null, "2026.1"), revision());
        return Event.of(
                EventType.SCAN_SCORED,
                scoreId,
                "/risk-scoring",
                scanId.toString(),
                time.atOffset(ZoneOffset.UTC),
                data);
    }

    private Revision revision() {
        if (version == 0) {
            return null;
        }
        var change = new Change(Because.SAME_BILL, null, new LocalText("De partij is gegroeid.", "The lot grew."));
        return new Revision(version, version == 1 ? List.of() : List.of(change));
    }

    /** Puts the pixels into the image store and the event on its topic. */
    public Scored publish() {
        if (withImage) {
            try (var store = ImageStore.at(URI.create(Kept.setting("bovenstrooms.image-store.uri")))) {
                store.put(key("raster/image-1-SINGLE"), pixels());
                store.put(key("heat/0"), pixels());
            }
        }
        Kept.publish(EventType.SCAN_SCORED.topic(), scanId.toString(), EventCodec.write(event()));
        return this;
    }

    /** As they are stored. */
    public static byte[] pixels() {
        var samples = new short[WIDTH * HEIGHT];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * 7 % 256);
        }
        return RasterCodec.encode(new Raster(WIDTH, HEIGHT, 8, samples));
    }

    private ContainerScore container(int index, double probability) {
        var region = new Region(2 + index * 18, 2, 16, 12);
        return new ContainerScore(
                index,
                index == 0 ? number : null,
                withImage ? "image-1" : null,
                withImage ? region : null,
                0.5,
                probability,
                withImage ? ScoringMode.IMAGE_AND_RULES : ScoringMode.RULES_ONLY,
                List.of(
                        new Contribution(ContributionSource.IMAGE, "image-model", 1.9, text("beeld", "picture")),
                        new Contribution(ContributionSource.RULE, "weight-differs", 0.8, text("gewicht", "weight")),
                        new Contribution(ContributionSource.RULE, "charcoal", 0, text("houtskool", "charcoal")),
                        new Contribution(ContributionSource.HISTORY, "known", -0.5, text("bekend", "known"))),
                withImage ? List.of(new Finding(new Region(4, 4, 3, 3), 0.8, HidingPlace.DOORS)) : List.of(),
                withImage ? new HeatMap(key("heat/" + index), WIDTH, HEIGHT, region) : null,
                otherScan);
    }

    private ScanImage image(String imageId) {
        return new ScanImage(
                imageId,
                "PRIMARY",
                key("original/" + imageId),
                "0".repeat(64),
                "image/jpeg",
                new RasterDescriptor(
                        RasterDescriptor.VERSION,
                        WIDTH,
                        HEIGHT,
                        List.of(new RasterDescriptor.Channel(Energy.SINGLE, 8, key("raster/" + imageId + "-SINGLE")))),
                List.of(new Scan.OperatorMark(1, 1, 5, 5, "?")),
                List.of());
    }

    private Manifest manifest() {
        return new Manifest(
                UUID.nameUUIDFromBytes(time.toString().getBytes(StandardCharsets.UTF_8)),
                new Manifest.Sender("BR-RFB", "TEST", new Manifest.Facility("BRSSZ", "BTP")),
                null,
                false,
                new Scan(time(Duration.ofMinutes(-5)), null, direction, null, "SSZ-1", List.of()),
                number == null
                        ? List.of()
                        : List.of(new Equipment(number, "OCR", "45R1", "FULL", List.of(), 4600.0, 29950.0, null, null)),
                new Transport(
                        "9321483",
                        "EXAMPLE STAR",
                        "647N",
                        "EXMP",
                        "BRSSZ",
                        List.of(),
                        "NLRTM",
                        time(cutOff),
                        time(departure),
                        time(arrival)),
                List.of(),
                null,
                null);
    }

    private OffsetDateTime time(Duration after) {
        return after == null ? null : receivedAt.plus(after).atOffset(ZoneOffset.ofHours(-3));
    }

    private String key(String end) {
        return "BR-RFB/" + scanId + "/" + end;
    }

    private static LocalText text(String nl, String en) {
        return new LocalText(nl, en);
    }
}
