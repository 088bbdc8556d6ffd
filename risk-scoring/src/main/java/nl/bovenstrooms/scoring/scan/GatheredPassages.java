package nl.bovenstrooms.scoring.scan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Transport;
import nl.bovenstrooms.scoring.history.Embedding;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Passage.Shown;
import nl.bovenstrooms.scoring.history.Passage.Voyage;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.jspecify.annotations.Nullable;

/** Takes from a scan what other scans have to know of its containers. Odd values never stop it: what can't be read is absent. */
final class GatheredPassages {

    /** Eleven characters, of which one at most was not read: with less, half the containers of an owner would be the same one. */
    private static final Pattern TELLING_NUMBER = Pattern.compile("(?=[^?]*\\??[^?]*$)[A-Z0-9?]{11}");

    /** What people write where there is none, such as N/A or 0000, would be on thousands of containers. */
    private static final Pattern TELLING_SEAL = Pattern.compile(".*[1-9].*");

    private static final int LONGEST_LIST = 50;
    private static final int LONGEST_TEXT = 100;

    private GatheredPassages() {}

    /** One for each container, in their order. */
    static List<Passage> of(KnownScan known) {
        var containers =
                Matching.containers(known.latest().scan(), known.sight().spots());
        return IntStream.range(0, containers.size())
                .mapToObj(index -> of(known, containers.get(index), index))
                .toList();
    }

    private static Passage of(KnownScan known, ScannedContainer container, int index) {
        var scan = known.latest().scan();
        var manifest = scan.manifest();
        var passage = Optional.ofNullable(manifest.scan());
        var number = Matching.normalised(container.number());
        var equipment = equipment(manifest, number);
        var spot = container.spot();
        return new Passage(
                scan.scanId(),
                index,
                scan.caseReference(),
                number == null || !TELLING_NUMBER.matcher(number).matches() ? null : number,
                passage.map(scanned -> scanned.occurredAt())
                        .orElse(scan.receivedAt())
                        .toInstant(),
                Optional.ofNullable(manifest.sender())
                        .map(sender -> sender.facility())
                        .map(facility -> text(facility.unlocode()))
                        .orElse(""),
                passage.map(scanned -> text(scanned.direction())).orElse(""),
                voyage(manifest.transport()),
                equipment.map(declared -> text(declared.sizeType())).orElse(""),
                bills(manifest, number),
                equipment.stream()
                        .flatMap(declared -> declared.seals().stream())
                        .map(seal -> text(seal.number()))
                        .filter(seal -> TELLING_SEAL.matcher(seal).matches())
                        .distinct()
                        .limit(LONGEST_LIST)
                        .toList(),
                equipment
                        .map(Equipment::weighbridgeKg)
                        .filter(mass -> Double.isFinite(mass) && mass > 0)
                        .orElse(null),
                spot == null ? null : spot.grid(),
                spot == null ? null : embedding(spot, known.sight().modelDigest()),
                spot == null ? null : new Shown(spot.imageId(), spot.region()));
    }

    private static @Nullable Embedding embedding(Spot spot, String modelDigest) {
        return spot.look() instanceof Answered answered && answered.findings() instanceof Seen seen
                ? new Embedding(modelDigest, seen.embedding())
                : null;
    }

    private static Optional<Equipment> equipment(Manifest manifest, @Nullable String number) {
        return manifest.equipment().stream()
                .filter(equipment -> number == null
                        ? manifest.equipment().size() == 1
                        : number.equals(Matching.normalised(equipment.number())))
                .findFirst();
    }

    private static Voyage voyage(@Nullable Transport transport) {
        if (transport == null) {
            return new Voyage("", "", List.of(), null, null);
        }
        var ports = Stream.of(
                        Stream.ofNullable(transport.portOfLoading()),
                        transport.portsOfTransit().stream(),
                        Stream.ofNullable(transport.portOfDischarge()))
                .flatMap(port -> port)
                .map(GatheredPassages::text)
                .filter(port -> !port.isEmpty())
                .limit(LONGEST_LIST)
                .toList();
        return new Voyage(
                text(transport.imo()),
                text(transport.voyage()),
                ports,
                Optional.ofNullable(transport.etd())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                Optional.ofNullable(transport.eta())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private static List<String> bills(Manifest manifest, @Nullable String number) {
        return manifest.consignments().stream()
                .filter(bill -> !text(bill.documentNumber()).isEmpty())
                .filter(bill -> bill.items().stream().anyMatch(item -> travelsIn(item, manifest, number)))
                .map(bill -> text(bill.level()) + " " + text(bill.documentNumber()))
                .distinct()
                .limit(LONGEST_LIST)
                .toList();
    }

    static boolean travelsIn(Consignment.Item item, Manifest manifest, @Nullable String number) {
        if (item.equipment().isEmpty()) {
            // Of the only container, it need not be said that the goods travel in it.
            return manifest.equipment().size() == 1;
        }
        return number != null
                && item.equipment().stream()
                        .map(Matching::normalised)
                        .filter(Objects::nonNull)
                        .anyMatch(number::equals);
    }

    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var upper = text.strip().toUpperCase(Locale.ROOT);
        return upper.length() <= LONGEST_TEXT ? upper : upper.substring(0, LONGEST_TEXT);
    }
}
