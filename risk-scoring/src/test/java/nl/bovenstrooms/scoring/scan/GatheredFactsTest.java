package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.SCANNED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.SECOND_NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.consignment;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.manifest.Transport;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.rules.Facts;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.junit.jupiter.api.Test;

class GatheredFactsTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    @Test
    void takesTheDeclaredContainer() {
        var facts = facts(manifest(reefer(NUMBER)));

        assertThat(facts.container())
                .isEqualTo(new Facts.Container(
                        NUMBER, "CORRECT", "45R1", 40L, true, "FULL", true, 1, 4600.0, 24_900.0, 24_950.0, true, 13.3));
    }

    @Test
    void takesGoodsAndJourney() {
        var facts = facts(manifest(reefer(NUMBER)));

        assertThat(facts.goods())
                .isEqualTo(new Facts.Goods(
                        true,
                        List.of("08"),
                        List.of("0803"),
                        List.of("BANANAS"),
                        20_300.0,
                        null,
                        20_300.0,
                        List.of(),
                        List.of("08"),
                        List.of("080390"),
                        List.of()));
        assertThat(facts.journey())
                .isEqualTo(new Facts.Journey("EXPORT", "EC", "ECGYE", "BE", "BEANR", List.of("PA"), 1800L));
    }

    @Test
    void anEmptyManifestLeavesEverythingOut() {
        var facts = facts(new Manifest(null, null, null, false, null, List.of(), null, List.of(), null, null));

        assertThat(facts.container())
                .isEqualTo(new Facts.Container(
                        NUMBER, "CORRECT", "", null, false, "UNKNOWN", false, 0, null, null, null, null, null));
        assertThat(facts.journey()).isEqualTo(new Facts.Journey("", "", "", "", "", List.of(), null));
        assertThat(facts.goods().described()).isFalse();
    }

    @Test
    void valuesThatMakeNoSenseAreAbsent() {
        var odd = new Equipment(
                NUMBER,
                "OCR",
                "",
                "half",
                List.of(new Equipment.Seal(" ", null, null)),
                -1.0,
                Double.NaN,
                0.0,
                new Equipment.Reefer(null, Double.POSITIVE_INFINITY));

        var facts = facts(manifest(
                List.of(odd),
                List.of(new Consignment(
                        null,
                        null,
                        null,
                        List.of(new Consignment.Item("x", null, "  ", null, null, List.of(NUMBER)))))));

        assertThat(facts.container())
                .isEqualTo(new Facts.Container(
                        NUMBER, "CORRECT", "", null, false, "UNKNOWN", true, 0, null, null, null, null, null));
        assertThat(facts.goods().described()).isTrue();
        assertThat(facts.goods().chapters()).isEmpty();
        assertThat(facts.goods().descriptions()).isEmpty();
    }

    @Test
    void goodsSpreadOverContainersHaveNoWeightInOne() {
        var facts = facts(manifest(
                List.of(reefer(NUMBER), reefer(SECOND_NUMBER)),
                List.of(
                        consignment("MASTER", 41_000.0, "fruit", NUMBER, SECOND_NUMBER),
                        consignment("HOUSE", 40_600.0, "bananas", NUMBER, SECOND_NUMBER))));

        assertThat(facts.goods().declaredKg()).isNull();
        assertThat(facts.goods().masterKg()).isEqualTo(41_000.0);
        assertThat(facts.goods().houseKg()).isEqualTo(40_600.0);
    }

    @Test
    void goodsThatNameNoContainerTravelInTheOnlyOne() {
        assertThat(facts(manifest(List.of(reefer(NUMBER)), List.of(consignment("HOUSE", 20_000.0, "bananas"))))
                        .goods()
                        .declaredKg())
                .isEqualTo(20_000.0);
        assertThat(facts(manifest(
                                List.of(reefer(NUMBER), reefer(SECOND_NUMBER)),
                                List.of(consignment("HOUSE", 20_000.0, "bananas"))))
                        .goods()
                        .described())
                .isFalse();
    }

    @Test
    void theHouseBillsSayWhatTravels() {
        var master = bill("MASTER", null, new Consignment.Item("440710", null, null, null, 1.0, List.of(NUMBER)));
        var house = bill(
                "HOUSE",
                null,
                new Consignment.Item("090111", null, null, new Consignment.Packages(" bg ", 320), 1.0, List.of(NUMBER)),
                new Consignment.Item("180100", null, null, new Consignment.Packages("CT", 4), 1.0, List.of(NUMBER)));

        assertThat(facts(manifest(List.of(reefer(NUMBER)), List.of(master, house)))
                        .goods()
                        .codes())
                .containsExactly("090111", "180100");
        assertThat(facts(manifest(List.of(reefer(NUMBER)), List.of(master, house)))
                        .goods()
                        .packages())
                .containsExactly(new Facts.Packages("BG", 320), new Facts.Packages("CT", 4));
        assertThat(facts(manifest(List.of(reefer(NUMBER)), List.of(master)))
                        .goods()
                        .codes())
                .containsExactly("440710");
    }

    @Test
    void packagesCountWhenAllAreCountedAndHere() {
        var counted = new Consignment.Packages("CT", 100);
        var here = new Consignment.Item("080390", null, null, counted, 1.0, List.of(NUMBER));
        var spread = new Consignment.Item("080390", null, null, counted, 1.0, List.of(NUMBER, SECOND_NUMBER));
        var uncounted = new Consignment.Item("080390", null, null, null, 1.0, List.of(NUMBER));
        var none = new Consignment.Item("080390", null, null, new Consignment.Packages("CT", 0), 1.0, List.of(NUMBER));

        assertThat(packages(here, spread)).isEmpty();
        assertThat(packages(here, uncounted)).isEmpty();
        assertThat(packages(here, none)).isEmpty();
        assertThat(packages(here, here)).hasSize(2);
    }

    private static List<Facts.Packages> packages(Consignment.Item... items) {
        return facts(manifest(List.of(reefer(NUMBER)), List.of(bill("MASTER", null, items))))
                .goods()
                .packages();
    }

    @Test
    void anAddressMissesWhereOthersAreGiven() {
        var item = new Consignment.Item("080390", null, null, null, 1.0, List.of(NUMBER));
        JsonNode named = JsonNodeFactory.instance.objectNode().put("name", "A B.V.");
        JsonNode blank = JsonNodeFactory.instance.objectNode().put("address", " ");
        JsonNode full = JsonNodeFactory.instance.objectNode().put("street", "Kade 1");

        assertThat(papers(item, named, named)).isEqualTo(Facts.Papers.UNKNOWN);
        assertThat(papers(item, full, blank)).isEqualTo(new Facts.Papers(true, false));
        assertThat(papers(item, named, full)).isEqualTo(new Facts.Papers(false, true));
        assertThat(papers(item, full, full)).isEqualTo(new Facts.Papers(true, true));
    }

    private static Facts.Papers papers(Consignment.Item item, JsonNode consignor, JsonNode consignee) {
        var bill = bill("MASTER", new Consignment.Parties(consignor, consignee), item);
        return facts(manifest(List.of(reefer(NUMBER)), List.of(bill))).papers();
    }

    private static Consignment bill(String level, Consignment.Parties parties, Consignment.Item... items) {
        return new Consignment(level, level + "-1", parties, List.of(items));
    }

    @Test
    void theDayIsThatOfThePassageWhereItTookPlace() {
        assertThat(facts(manifest(reefer(NUMBER))).scan().date()).isEqualTo("2026-11-24");
    }

    @Test
    void theLikeliestLoadComesFirst() {
        var model = new ScriptedModel();
        var seen = model.look(Examples.raster(), null, new Region(10, 20, 900, 200));
        var spot = new Spot("image-1", new Region(10, 20, 900, 200), new Answered(seen));

        var picture = GatheredFacts.of(scan(ID, manifest(reefer(NUMBER))), new ScannedContainer(NUMBER, spot), 1, 1)
                .picture();

        assertThat(picture.loadKinds())
                .containsExactly(new Facts.LoadKind("BOXES", 0.95), new Facts.LoadKind("EMPTY", 0.02));
        assertThat(picture.massKg()).isEqualTo(20_000.0);
        assertThat(picture.opaqueShare()).isEqualTo(0.01);
    }

    @Test
    void countsMinutesToTheCutOffAndBeyond() {
        assertThat(minutesToCutOff(SCANNED_AT)).isZero();
        assertThat(minutesToCutOff(SCANNED_AT.plusSeconds(59))).isZero();
        assertThat(minutesToCutOff(SCANNED_AT.minusSeconds(1))).isEqualTo(-1);
    }

    @Test
    void tellsWhyAPictureCanNotBeJudged() {
        var spot = new Spot("image-1", new Region(0, 0, 470, 100), new Answered(new NotReadable(Obstacle.TOO_DARK)));

        var picture = GatheredFacts.of(scan(ID, manifest(reefer(NUMBER))), new ScannedContainer(NUMBER, spot), 1, 1)
                .picture();

        assertThat(picture)
                .isEqualTo(new Facts.Picture(
                        true, false, "TOO_DARK", "", null, null, List.of(), null, null, null, List.of(), 4.7, 1, 1));
    }

    /** Everything that could tell of a person differs; no fact does. */
    @Test
    void nothingAboutPersonsReachesTheRules() {
        var plain = manifest(reefer(NUMBER));
        JsonNode person = JsonNodeFactory.instance
                .objectNode()
                .put("name", "J. Doe")
                .put("nationality", "XX")
                .put("driver", "J. Doe")
                .put("plate", "AB-123-C");
        var telling = new Manifest(
                UUID.randomUUID(),
                new Manifest.Sender("XX", "operator J. Doe", new Manifest.Facility("BRSSZ", "J. Doe")),
                plain.correctionOf(),
                plain.contingency(),
                new Scan(
                        SCANNED_AT,
                        SCANNED_AT,
                        "EXPORT",
                        new Scan.Device("J. Doe", "v", "m", List.of(), 1),
                        "J. Doe",
                        List.of()),
                List.of(new Equipment(
                        NUMBER,
                        "MANUAL",
                        "45R1",
                        "FULL",
                        List.of(new Equipment.Seal("J. Doe", "H", "J. Doe")),
                        4600.0,
                        24_900.0,
                        24_950.0,
                        new Equipment.Reefer(true, 13.3))),
                new Transport(
                        "1",
                        "J. Doe",
                        "J. Doe",
                        "J. Doe",
                        "ECGYE",
                        List.of("PAMIT"),
                        "BEANR",
                        SCANNED_AT.plusHours(30),
                        null,
                        null),
                plain.consignments().stream()
                        .map(consignment -> new Consignment(
                                consignment.level(),
                                "J. Doe",
                                new Consignment.Parties(person, person),
                                consignment.items()))
                        .toList(),
                "J. Doe",
                person);
        var marked = new ScanReceived(
                UUID.randomUUID(),
                "XX",
                "J. Doe",
                Examples.RECEIVED_AT,
                telling,
                List.of(withMark(Examples.image(ID, "image-1"))),
                List.of("J. Doe"));

        assertThat(GatheredFacts.of(marked, new ScannedContainer(NUMBER, null), 0, 1))
                .isEqualTo(facts(plain));
    }

    private static ScanImage withMark(ScanImage image) {
        return new ScanImage(
                image.imageId(),
                image.role(),
                image.originalKey(),
                image.sha256(),
                image.mediaType(),
                image.raster(),
                List.of(new Scan.OperatorMark(1, 1, 2, 2, "J. Doe looks nervous")),
                image.containers());
    }

    private static Long minutesToCutOff(OffsetDateTime cutOff) {
        var plain = manifest(reefer(NUMBER));
        var transport = new Transport(null, null, null, null, "ECGYE", List.of(), "BEANR", cutOff, null, null);
        return facts(new Manifest(
                        null, null, null, false, plain.scan(), plain.equipment(), transport, List.of(), null, null))
                .journey()
                .minutesToCutOff();
    }

    private static Facts facts(Manifest manifest) {
        return GatheredFacts.of(scan(ID, manifest), new ScannedContainer(NUMBER, null), 0, 1);
    }
}
