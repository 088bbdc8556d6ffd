package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.container.SizeType;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.goods.HsCode;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.place.UnLocode;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.rules.Facts;
import nl.bovenstrooms.scoring.rules.Facts.Container;
import nl.bovenstrooms.scoring.rules.Facts.Finding;
import nl.bovenstrooms.scoring.rules.Facts.Goods;
import nl.bovenstrooms.scoring.rules.Facts.History;
import nl.bovenstrooms.scoring.rules.Facts.Journey;
import nl.bovenstrooms.scoring.rules.Facts.LoadKind;
import nl.bovenstrooms.scoring.rules.Facts.Lot;
import nl.bovenstrooms.scoring.rules.Facts.OtherScan;
import nl.bovenstrooms.scoring.rules.Facts.Packages;
import nl.bovenstrooms.scoring.rules.Facts.Papers;
import nl.bovenstrooms.scoring.rules.Facts.Picture;
import nl.bovenstrooms.scoring.rules.Facts.Scanning;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a scan what rules may ask, and nothing else. Odd values never stop it: what can't be read is absent.
 *
 * <p>Masses that are not finite, or not above 0, count as not told.
 */
public final class GatheredFacts {

    private static final int LONGEST_LIST = 200;
    private static final int LONGEST_TEXT = 300;
    private static final List<String> ADDRESS_FIELDS =
            List.of("address", "street", "city", "postalCode", "postcode", "endereco", "direccion");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ScanReceived scan;
    private final Manifest manifest;
    private final ScannedContainer container;
    private final @Nullable String key;

    private GatheredFacts(ScanReceived scan, ScannedContainer container) {
        this.scan = scan;
        this.manifest = scan.manifest();
        this.container = container;
        this.key = Matching.normalised(container.number());
    }

    /**
     * What a manifest alone tells of a container.
     *
     * @param number as declared; null when the manifest names none
     */
    public static Facts ofManifest(ScanReceived scan, @Nullable String number) {
        var declared = Matching.declaredNumbers(scan).size();
        return of(scan, new ScannedContainer(number, null), 0, declared);
    }

    /**
     * @param found how many containers the pictures of the scan show
     * @param declared how many the source names
     */
    static Facts of(ScanReceived scan, ScannedContainer container, int found, int declared) {
        var gathered = new GatheredFacts(scan, container);
        return new Facts(
                gathered.container(),
                gathered.goods(),
                gathered.papers(),
                gathered.journey(),
                gathered.scanning(),
                gathered.picture(found, declared),
                Lot.UNKNOWN,
                OtherScan.NONE,
                History.UNKNOWN);
    }

    private Container container() {
        var equipment = equipment();
        var sizeType = equipment.map(Equipment::sizeType).map(SizeType::of);
        var reefer = equipment.map(Equipment::reefer);
        return new Container(
                container.number() == null ? "" : shortened(container.number()),
                checkDigit(),
                sizeType.map(SizeType::code).map(GatheredFacts::shortened).orElse(""),
                length(sizeType),
                sizeType.filter(SizeType::isReefer).isPresent(),
                equipment
                        .map(Equipment::fullEmpty)
                        .map(GatheredFacts::upper)
                        .filter(List.of("FULL", "EMPTY")::contains)
                        .orElse("UNKNOWN"),
                equipment.isPresent(),
                equipment.stream()
                        .flatMap(declared -> declared.seals().stream())
                        .filter(seal -> seal.number() != null && !seal.number().isBlank())
                        .count(),
                mass(equipment.map(Equipment::tareKg).orElse(null)),
                mass(equipment.map(Equipment::vgmKg).orElse(null)),
                mass(equipment.map(Equipment::weighbridgeKg).orElse(null)),
                reefer.map(Equipment.Reefer::active).orElse(null),
                reefer.map(Equipment.Reefer::setpointC).filter(Double::isFinite).orElse(null));
    }

    private Optional<Equipment> equipment() {
        if (key != null) {
            return manifest.equipment().stream()
                    .filter(equipment -> key.equals(Matching.normalised(equipment.number())))
                    .findFirst();
        }
        // The only container, of which nobody could read the number.
        return manifest.equipment().size() == 1
                        && Matching.normalised(manifest.equipment().get(0).number()) == null
                ? Optional.of(manifest.equipment().get(0))
                : Optional.empty();
    }

    private String checkDigit() {
        if (key == null) {
            return "ABSENT";
        }
        try {
            return ContainerNumber.of(key).checkDigit().name();
        } catch (IllegalArgumentException e) {
            return "UNREADABLE";
        }
    }

    private static @Nullable Long length(Optional<SizeType> sizeType) {
        var feet = sizeType.map(SizeType::lengthInFeet).orElse(OptionalInt.empty());
        return feet.isPresent() ? (Long) (long) feet.getAsInt() : null;
    }

    private Goods goods() {
        var items = manifest.consignments().stream()
                .flatMap(consignment -> consignment.items().stream())
                .filter(this::travelsHere)
                .toList();
        return new Goods(
                !items.isEmpty(),
                codes(items.stream(), HsCode::chapter),
                codes(items.stream(), HsCode::heading),
                items.stream()
                        .map(Consignment.Item::description)
                        .filter(Objects::nonNull)
                        .map(text -> BLANKS.matcher(text.strip()).replaceAll(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> shortened(upper(text)))
                        .distinct()
                        .limit(LONGEST_LIST)
                        .toList(),
                declaredKg(),
                grossKg("MASTER", item -> true),
                grossKg("HOUSE", item -> true),
                codes(itemsOf("MASTER"), HsCode::chapter),
                codes(itemsOf("HOUSE"), HsCode::chapter),
                codes(itemsHere(), HsCode::value),
                packages());
    }

    private @Nullable Double declaredKg() {
        return itemsHere().allMatch(GatheredFacts::travelsOnlyHere) ? grossKg(tellingLevel(), this::travelsHere) : null;
    }

    /** Of the only ones in this container; none at all when one item is not counted. */
    private List<Packages> packages() {
        var items = itemsHere().toList();
        var counted = items.stream()
                .filter(GatheredFacts::travelsOnlyHere)
                .map(Consignment.Item::packages)
                .filter(Objects::nonNull)
                .flatMap(packages -> packages(packages).stream())
                .limit(LONGEST_LIST)
                .toList();
        return counted.size() == items.size() ? counted : List.of();
    }

    private static Optional<Packages> packages(Consignment.Packages declared) {
        var type = declared.type();
        var count = declared.count();
        return type == null || count == null || count <= 0
                ? Optional.empty()
                : Optional.of(new Packages(shortened(upper(type)), count));
    }

    /** The house bills say more than the master bill; the master bill counts where there are none. */
    private String tellingLevel() {
        return itemsOf("HOUSE").findAny().isPresent() ? "HOUSE" : "MASTER";
    }

    private Stream<Consignment.Item> itemsHere() {
        return itemsOf(tellingLevel()).filter(this::travelsHere);
    }

    private Papers papers() {
        var parties = manifest.consignments().stream()
                .filter(consignment -> consignment.items().stream().anyMatch(this::travelsHere))
                .map(Consignment::parties)
                .filter(Objects::nonNull)
                .toList();
        var exporters = parties.stream().map(Consignment.Parties::consignor).toList();
        var importers = parties.stream().map(Consignment.Parties::consignee).toList();
        // A source that never gives an address says nothing by giving none.
        if (Stream.concat(exporters.stream(), importers.stream()).noneMatch(GatheredFacts::hasAddress)) {
            return Papers.UNKNOWN;
        }
        return new Papers(
                exporters.stream().anyMatch(GatheredFacts::hasAddress),
                importers.stream().anyMatch(GatheredFacts::hasAddress));
    }

    /** Whether there is one; what it says is never looked at. */
    private static boolean hasAddress(@Nullable JsonNode company) {
        return company != null
                && ADDRESS_FIELDS.stream()
                        .map(company::path)
                        .anyMatch(field -> field.isContainerNode()
                                ? !field.isEmpty()
                                : !field.asText().isBlank());
    }

    private Scanning scanning() {
        return new Scanning(
                scannedAt().toLocalDate().toString(), manifest.contingency(), manifest.correctionOf() != null);
    }

    private OffsetDateTime scannedAt() {
        return Optional.ofNullable(manifest.scan())
                .map(passage -> passage.occurredAt())
                .orElse(scan.receivedAt());
    }

    /** All items of the bills of that level that name this container. */
    private Stream<Consignment.Item> itemsOf(String level) {
        return manifest.consignments().stream()
                .filter(consignment -> level.equals(upper(Objects.requireNonNullElse(consignment.level(), ""))))
                .filter(consignment -> consignment.items().stream().anyMatch(this::travelsHere))
                .flatMap(consignment -> consignment.items().stream());
    }

    private @Nullable Double grossKg(String level, Predicate<Consignment.Item> which) {
        var masses =
                itemsOf(level).filter(which).map(item -> mass(item.grossKg())).toList();
        if (masses.isEmpty() || masses.contains(null)) {
            return null;
        }
        return masses.stream().mapToDouble(Double::doubleValue).sum();
    }

    private boolean travelsHere(Consignment.Item item) {
        if (item.equipment().isEmpty()) {
            // Of the only container, it need not be said that the goods travel in it.
            return manifest.equipment().size() == 1 && equipment().isPresent();
        }
        return key != null
                && item.equipment().stream().map(Matching::normalised).anyMatch(key::equals);
    }

    private static boolean travelsOnlyHere(Consignment.Item item) {
        return item.equipment().stream().map(Matching::normalised).distinct().count() <= 1;
    }

    private static List<String> codes(Stream<Consignment.Item> items, Function<HsCode, String> part) {
        var codes = new LinkedHashSet<String>();
        items.forEach(item -> hsCode(item).map(part).ifPresent(codes::add));
        return codes.stream().limit(LONGEST_LIST).toList();
    }

    private static Optional<HsCode> hsCode(Consignment.Item item) {
        return Stream.of(Optional.ofNullable(item.hs()), Optional.ofNullable(item.nationalCode()))
                .flatMap(Optional::stream)
                .flatMap(code -> {
                    try {
                        return Stream.of(HsCode.of(code));
                    } catch (IllegalArgumentException e) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    private Journey journey() {
        var transport = Optional.ofNullable(manifest.transport());
        var loading = transport.map(voyage -> voyage.portOfLoading()).flatMap(GatheredFacts::place);
        var discharge = transport.map(voyage -> voyage.portOfDischarge()).flatMap(GatheredFacts::place);
        var passage = Optional.ofNullable(manifest.scan());
        return new Journey(
                passage.map(scanned -> scanned.direction())
                        .map(GatheredFacts::upper)
                        .map(GatheredFacts::shortened)
                        .orElse(""),
                loading.map(UnLocode::country).orElse(""),
                loading.map(UnLocode::value).orElse(""),
                discharge.map(UnLocode::country).orElse(""),
                discharge.map(UnLocode::value).orElse(""),
                transport.stream()
                        .flatMap(voyage -> voyage.portsOfTransit().stream())
                        .flatMap(port -> place(port).stream())
                        .map(UnLocode::country)
                        .distinct()
                        .limit(LONGEST_LIST)
                        .toList(),
                transport
                        .map(voyage -> voyage.loadingCutOff())
                        .map(cutOff -> minutesBetween(scannedAt(), cutOff))
                        .orElse(null));
    }

    private static long minutesBetween(OffsetDateTime scannedAt, OffsetDateTime cutOff) {
        return Math.floorDiv(Duration.between(scannedAt, cutOff).toSeconds(), 60L);
    }

    private Picture picture(int found, int declared) {
        var spot = container.spot();
        var findings = spot != null && spot.look() instanceof Answered answered ? answered.findings() : null;
        var seen = findings instanceof Seen looked ? looked : null;
        return new Picture(
                spot != null,
                seen != null,
                findings instanceof NotReadable notReadable ? notReadable.why().name() : "",
                seen == null ? "" : seen.loadKind(),
                seen == null ? null : (Double) seen.loadConfidence(),
                seen == null ? null : (Double) seen.emptyProbability(),
                seen == null ? List.of() : likeliestFirst(seen.loadKinds()),
                seen == null ? null : mass(seen.massKg()),
                seen == null ? null : (Double) seen.opaqueShare(),
                seen == null ? null : (Double) seen.fill(),
                seen == null
                        ? List.of()
                        : seen.findings().stream()
                                .map(finding -> new Finding(finding.place().name(), finding.probability()))
                                .toList(),
                lengthToHeight(spot),
                found,
                declared);
    }

    private static List<LoadKind> likeliestFirst(Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .map(kind -> new LoadKind(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparingDouble(LoadKind::probability)
                        .reversed()
                        .thenComparing(LoadKind::kind))
                .toList();
    }

    private static @Nullable Double lengthToHeight(@Nullable Spot spot) {
        return spot == null
                ? null
                : (Double) ((double) spot.region().width() / spot.region().height());
    }

    private static Optional<UnLocode> place(String code) {
        try {
            return Optional.of(UnLocode.of(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Double mass(@Nullable Double kilograms) {
        var told = kilograms == null ? OptionalDouble.empty() : OptionalDouble.of(kilograms);
        return told.isPresent() && Double.isFinite(told.getAsDouble()) && told.getAsDouble() > 0 ? kilograms : null;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
