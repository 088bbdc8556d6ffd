package nl.bovenstrooms.simulator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.manifest.Transport;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/** Declares a passage: truly, but for what its twists say. */
final class ManifestWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final Duration VOYAGE = Duration.ofDays(14);

    private final Plan plan;
    private final Source port;
    private final Loading loading;
    private final Photograph photograph;
    private final String cloneOf;
    private final Chance chance;
    private final Instant occurredAt;
    private final Instant departure;
    private final ZoneOffset offset;

    /**
     * When a passage is.
     *
     * @param occurredAt when the vehicle passes
     * @param departure of the ship
     */
    record Times(Instant occurredAt, Instant departure) {

        /** @param start about when the stream is sent */
        static Times near(Instant start, Plan plan, Chance chance) {
            var occurredAt = start.minus(Duration.ofMinutes(chance.of("age").between(2, 55)))
                    .minusSeconds(chance.of("seconds").between(0, 59));
            return new Times(
                    occurredAt,
                    departure(occurredAt, plan, plan.shipment().chance().of("trip")));
        }

        /** Of the scan at the port of loading, before the departure of the voyage that ends now. */
        static Times before(Times arrival, Plan origin) {
            var trip = origin.shipment().chance().of("trip");
            return new Times(arrival.departure().minus(untilDeparture(trip)), arrival.departure());
        }

        /** Hours to days ahead for what leaves; two weeks back for what arrives. */
        private static Instant departure(Instant occurredAt, Plan plan, Chance trip) {
            if (plan.origin() != null) {
                return occurredAt
                        .minus(VOYAGE)
                        .minus(Duration.ofHours(trip.of("waiting").between(4, 30)));
            }
            return occurredAt.plus(untilDeparture(trip));
        }

        static Duration untilDeparture(Chance trip) {
            return Duration.ofHours(
                    trip.of("urgent").in(0.15)
                            ? trip.of("hours").between(12, 30)
                            : trip.of("hours").between(30, 130));
        }
    }

    /**
     * @param port where the scanner stands
     * @param cloneOf the number of a container that is somewhere else
     */
    ManifestWriting(
            Plan plan,
            Source port,
            Loading loading,
            Photograph photograph,
            String cloneOf,
            Times times,
            Chance chance) {
        this.plan = plan;
        this.port = port;
        this.loading = loading;
        this.photograph = photograph;
        this.cloneOf = cloneOf;
        this.chance = chance;
        offset = ZoneOffset.of(port.utcOffset());
        occurredAt = times.occurredAt();
        departure = times.departure();
    }

    Manifest manifest(String scanId) {
        return manifest(DeterministicId.of("simulated-message", scanId), null);
    }

    /** The one that takes the place of another. */
    Manifest correctionOf(Manifest before, String scanId) {
        return manifest(DeterministicId.of("simulated-correction", scanId), before.messageId());
    }

    private Manifest manifest(UUID id, @Nullable UUID correctionOf) {
        var numbers = numbers();
        return new Manifest(
                id,
                new Manifest.Sender(
                        port.authority(), port.system(), new Manifest.Facility(port.port(), port.terminal())),
                correctionOf,
                plan.has(Twist.CONTINGENCY),
                scan(numbers),
                equipment(numbers),
                transport(),
                consignments(numbers),
                "Mutual administrative assistance in customs matters",
                JSON.objectNode()
                        .put("purpose", "RISK_ANALYSIS")
                        .put(
                                "retentionUntil",
                                at(occurredAt.plus(Duration.ofDays(365)))
                                        .toLocalDate()
                                        .toString()));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atOffset(offset);
    }

    /** As the source has them: what the camera read may be wrong. */
    private List<String> numbers() {
        var numbers = new ArrayList<String>();
        for (var index = 0; index < plan.members().size(); index++) {
            var painted = plan.shipment().number(plan.members().get(index)).value();
            numbers.add(index == 0 ? asRead(plan.has(Twist.CLONE) ? cloneOf : painted) : painted);
        }
        return numbers;
    }

    private String asRead(String painted) {
        if (plan.has(Twist.BAD_CHECK_DIGIT)) {
            var digit = painted.charAt(10) - '0';
            return painted.substring(0, 10) + (digit + chance.of("misread").between(1, 9)) % 10;
        }
        if (plan.has(Twist.UNREADABLE_NUMBER)) {
            var place = chance.of("unread").between(4, 9);
            return painted.substring(0, place) + "?" + painted.substring(place + 1);
        }
        return painted;
    }

    private Scan scan(List<String> numbers) {
        var scanner = photograph.scanner();
        var images = new ArrayList<Scan.Image>();
        for (var index = 0; index < photograph.files().size(); index++) {
            var file = photograph.files().get(index);
            images.add(new Scan.Image(
                    file.part(),
                    file.role(),
                    file.mediaType(),
                    file.sha256(),
                    index == 0 ? marks() : List.of(),
                    index == 0 ? scanned(numbers) : List.of()));
        }
        var recorded = at(occurredAt.plusSeconds(chance.of("recording").between(40, 260)));
        return new Scan(
                at(occurredAt),
                recorded,
                plan.origin() == null ? "EXPORT" : "IMPORT",
                new Scan.Device(
                        port.port().substring(2) + "-" + scanner.id(),
                        scanner.family().maker(),
                        scanner.family().model(),
                        scanner.energiesMeV(),
                        port.hasTwoViews() ? 2 : 1),
                "%s-%s-%06d".formatted(port.port().substring(2), scanner.id(), 100_000 + plan.index()),
                images);
    }

    /** Operators mark what they don't understand, which is seldom what it should be. */
    private List<Scan.OperatorMark> marks() {
        if (!plan.has(Twist.OPERATOR_MARK)) {
            return List.of();
        }
        var mark = chance.of("mark");
        var region = photograph.regions().get(0);
        var width = Math.max(8, (int) (region.width() * mark.between(0.04, 0.12)));
        var height = Math.max(8, (int) (region.height() * mark.between(0.1, 0.3)));
        var x = region.x() + (int) (mark.between(0, 0.85) * Math.max(1, region.width() - width));
        var y = region.y() + (int) (mark.between(0.3, 0.9) * Math.max(1, region.height() - height));
        return List.of(new Scan.OperatorMark(x, y, x + width, y + height, mark.in(0.6) ? "?" : "VERIFICAR"));
    }

    /** Few sources say where in the picture a container stands. */
    private List<Scan.ScannedContainer> scanned(List<String> numbers) {
        var saysWhere = chance.of("where").in(0.25);
        return IntStream.range(0, numbers.size())
                .mapToObj(index -> new Scan.ScannedContainer(
                        numbers.get(index), saysWhere ? photograph.regions().get(index) : null))
                .toList();
    }

    private List<Equipment> equipment(List<String> numbers) {
        return IntStream.range(0, numbers.size())
                .mapToObj(index -> equipment(numbers.get(index), index))
                .toList();
    }

    private Equipment equipment(String number, int index) {
        var container = loading.containers().get(index);
        var member = plan.members().get(index);
        var own = plan.shipment().own(member).of("declared");
        var box = container.box();
        var isEmpty = container.load().kind() == LoadKind.EMPTY || plan.has(Twist.DECLARED_EMPTY);
        var declared = isEmpty ? 0 : declaredKg(member, container);
        var gross = box.tareKg() + container.contentsKg();
        return new Equipment(
                number,
                "OCR",
                box.sizeType().code(),
                isEmpty ? "EMPTY" : "FULL",
                isEmpty || plan.has(Twist.NO_SEAL) ? List.of() : seals(own),
                (double) box.tareKg(),
                rounded(box.tareKg() + declared * own.of("vgm").around(1, 0.002), 5),
                rounded(gross * own.of("bridge " + plan.index()).around(1, 0.003), 10),
                Goods.isCooled(container.load().kind())
                        ? new Equipment.Reefer(
                                true, Goods.setpoint(container.load().kind()))
                        : null);
    }

    private List<Equipment.Seal> seals(Chance own) {
        var seal = loading.changes().contains(Truth.Change.SEAL_CHANGED) ? own.of("other seal") : own.of("seal");
        var seals = new ArrayList<Equipment.Seal>();
        seals.add(new Equipment.Seal("KD%07d".formatted(seal.between(1, 9_999_999)), "H", "CARRIER"));
        if (own.of("second seal").in(0.3)) {
            seals.add(new Equipment.Seal(
                    "EX%06d".formatted(own.of("shipper's seal").between(1, 999_999)), "I", "SHIPPER"));
        }
        return seals;
    }

    private static double rounded(double kilograms, double step) {
        return Math.round(kilograms / step) * step;
    }

    /** What the bill says about one container: true to a few per mille, unless it lies. */
    private double declaredKg(int member, Container container) {
        var own = plan.shipment().own(member).of("mass");
        var truth = container.load().kilograms() * own.around(1, 0.003);
        if (!plan.has(Twist.OTHER_WEIGHT)) {
            return rounded(truth, 1);
        }
        return rounded(truth * (own.in(0.6) ? own.between(0.6, 0.85) : own.between(1.15, 1.5)), 1);
    }

    private Transport transport() {
        var trip = plan.shipment().chance().of("trip");
        var source = plan.shipment().source();
        var departureOffset = ZoneOffset.of(source.utcOffset());
        var arrival =
                departure.plus(VOYAGE).plus(Duration.ofHours(trip.of("sailing").between(-40, 60)));
        var cutOff = departure.minus(Duration.ofHours(trip.of("gate").between(10, 24)));
        return new Transport(
                Names.imo(trip.of("imo")),
                Names.ship(trip.of("ship")),
                "%d%s".formatted(trip.of("voyage").between(401, 952), trip.in(0.8) ? "N" : "E"),
                Names.carrier(trip.of("carrier")),
                source.port(),
                List.of(),
                plan.shipment().destination(),
                plan.has(Twist.NO_CUT_OFF) ? null : wholeMinutes(cutOff).atOffset(departureOffset),
                wholeMinutes(departure).atOffset(departureOffset),
                wholeMinutes(arrival).atOffset(ZoneOffset.ofHours(1)));
    }

    private static Instant wholeMinutes(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 900) * 900);
    }

    private List<Consignment> consignments(List<String> numbers) {
        var shipment = plan.shipment();
        if (shipment.kind() == LoadKind.EMPTY || plan.has(Twist.DECLARED_EMPTY)) {
            return List.of();
        }
        var declared = plan.has(Twist.OTHER_GOODS) ? otherGoods(shipment.kind()) : shipment.kind();
        var documents = shipment.chance().of("documents");
        var trade = LoadTrade.of(declared);
        var parties = new Consignment.Parties(
                party(
                        Names.exporter(documents.of("exporter"), trade),
                        shipment.source().port().substring(0, 2),
                        true),
                party(
                        Names.importer(documents.of("importer"), trade),
                        shipment.destination().substring(0, 2),
                        !plan.has(Twist.NO_ADDRESS)));
        var number = "%s%s%07d"
                .formatted(
                        Names.carrier(shipment.chance().of("trip").of("carrier")),
                        shipment.source().port().substring(2),
                        documents.of("number").between(1, 9_999_999));
        var item = item(declared, numbers);
        var bills = new ArrayList<Consignment>();
        bills.add(new Consignment("MASTER", number, parties, List.of(item)));
        if (documents.of("house").in(0.4)) {
            bills.add(new Consignment("HOUSE", number + "H1", parties, List.of(item)));
        }
        return bills;
    }

    private static JsonNode party(String name, String country, boolean hasAddress) {
        var party = JSON.objectNode().put("name", name).put("country", country);
        return hasAddress ? party.put("street", Names.street(name, country)) : party;
    }

    /** Goods that weigh and pack alike, so that the papers look right. */
    private LoadKind otherGoods(LoadKind kind) {
        var others = List.of(
                        LoadKind.COFFEE_BAGS,
                        LoadKind.MACHINERY,
                        LoadKind.CERAMIC_TILES,
                        LoadKind.PLYWOOD,
                        LoadKind.MINERAL_BIG_BAGS)
                .stream()
                .filter(other -> other != kind)
                .toList();
        return plan.shipment().chance().of("lie").oneOf(others);
    }

    /** One line for the whole lot: its mass and packages are those of all its containers. */
    private Consignment.Item item(LoadKind declared, List<String> numbers) {
        var shipment = plan.shipment();
        var here = 0.0;
        for (var index = 0; index < plan.members().size(); index++) {
            here += declaredKg(plan.members().get(index), loading.containers().get(index));
        }
        var perContainer = here / plan.members().size();
        var others = shipment.size() - plan.members().size();
        var total = rounded(here + others * perContainer, 1);
        var perPackage = Goods.kilogramsPerPackage(declared);
        var packages = perPackage <= 0
                ? null
                : new Consignment.Packages(declared.packaging(), Math.max(1, (int) Math.round(total / perPackage)));
        return new Consignment.Item(
                declared.hs().value(),
                Goods.nationalCode(declared),
                plan.has(Twist.VAGUE_GOODS) ? shipment.chance().of("vague").oneOf(Goods.VAGUE) : declared.description(),
                packages,
                total,
                equipmentOfLot(numbers));
    }

    private List<String> equipmentOfLot(List<String> numbers) {
        var all = new ArrayList<>(numbers);
        for (var member = 0; member < plan.shipment().size(); member++) {
            if (!plan.members().contains(member)) {
                all.add(plan.shipment().number(member).value());
            }
        }
        return all;
    }
}
