package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.rules.Match.Fit;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the shipped book; the ordinary container holds bags of coffee that look like it. */
class DeclaredAgainstSeenTest {

    private static final RuleBook BOOK = RuleBookReader.shipped();

    @Test
    void knowsEveryKindOfLoadOfSimulatorAndModel() throws IOException {
        var kinds = new YAMLMapper().readTree(Books.shippedText()).at("/looks/kinds");
        var names = kinds.properties().stream().map(entry -> entry.getKey()).toList();
        var ofModel = new ObjectMapper()
                .readTree(Books.class.getResourceAsStream("/model/model.json"))
                .get("loadKinds");

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LoadKind.values()).map(Enum::name).toList());
        assertThat(ofModel.valueStream().map(kind -> kind.asText())).isSubsetOf(names);
    }

    /** What is declared truly fits a picture of it, for everything that the simulator trades in. */
    @ParameterizedTest
    @EnumSource(value = LoadKind.class, mode = EnumSource.Mode.EXCLUDE, names = "EMPTY")
    void trueGoodsFitTheirPicture(LoadKind kind) {
        var match = BOOK.match(seen(kind.name(), 0.97, kind.hs().value()));

        assertThat(match.goods()).isEqualTo(Fit.FITS);
        assertThat(match.expectedEnglish()).isNotEmpty();
        assertThat(match.likeliestDutch()).isNotEqualTo(kind.name());
    }

    @ParameterizedTest(name = "declared {0}, seen {1}: {2}")
    @CsvSource({
        "090111, MACHINERY, CONTRADICTS",
        "090111, STEEL_COILS, CONTRADICTS",
        "690721, LOGS, CONTRADICTS",
        "870323, BANANAS, CONTRADICTS",
        "090111, SUGAR_BAGS, FITS",
        "080390, FROZEN_FISH, FITS",
        "610910, GROUPAGE, FITS",
        // photographic goods: the book does not know what they look like
        "370110, MACHINERY, CAN_NOT_TELL",
        // nor what this is that another model sees
        "090111, UNHEARD_OF, CAN_NOT_TELL",
    })
    void comparesHeadingsWithLooks(String code, String kind, Fit fit) {
        assertThat(BOOK.match(seen(kind, 0.9, code)).goods()).isEqualTo(fit);
    }

    @Test
    void anUnclearPictureContradictsNothing() {
        var match = BOOK.match(Books.facts("""
            picture: {loadKind: LOGS, loadKinds: [{kind: LOGS, probability: 0.35}, {kind: TYRES, probability: 0.32},
                      {kind: SCRAP, probability: 0.3}]}\
            """));

        assertThat(match.goodsShare()).isZero();
        assertThat(match.goods()).isEqualTo(Fit.CAN_NOT_TELL);
    }

    @Test
    void theShareIsOfLoadsOnly() {
        var match = BOOK.match(Books.facts("""
            picture: {emptyProbability: 0.4, loadKinds: [{kind: COFFEE_BAGS, probability: 0.3}, {kind: EMPTY, probability: 0.4},
                      {kind: LOGS, probability: 0.3}]}\
            """));

        assertThat(match.goodsShare()).isCloseTo(0.5, within(1e-9));
    }

    /** One of several declared goods is enough, and several together may look mixed. */
    @Test
    void mixedLoadsMayLookLikeAnyOfThem() {
        assertThat(BOOK.match(seen("LOGS", 0.9, "090111", "440349")).goods()).isEqualTo(Fit.FITS);
        assertThat(BOOK.match(seen("GROUPAGE", 0.9, "090111", "440349")).goods())
                .isEqualTo(Fit.FITS);
        assertThat(BOOK.match(seen("GROUPAGE", 0.9, "440349")).goods()).isEqualTo(Fit.CONTRADICTS);
        assertThat(BOOK.match(seen("TYRES", 0.9, "090111", "440349")).goods()).isEqualTo(Fit.CONTRADICTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "picture: {seen: false, loadKinds: []}",
                "picture: {loadKinds: []}",
                "picture: {emptyProbability: 0.6}",
                "picture: {opaqueShare: 0.61}",
                "goods: {codes: []}",
            })
    void whatCanNotBeToldIsNotTold(String difference) {
        var match = BOOK.match(Books.facts(
                "picture: {loadKind: MACHINERY, loadKinds: [{kind: MACHINERY, probability: 0.97}]}", difference));

        assertThat(match.goods()).isEqualTo(Fit.CAN_NOT_TELL);
        assertThat(match.goodsShare()).isNull();
    }

    @Test
    void theErrorOfTheMassGrowsWithWhatIsOpaque() {
        assertThat(mass(0.0)).containsExactly(14_000.0, 26_000.0);
        assertThat(mass(0.2)).containsExactly(9_000.0, 31_000.0);
        assertThat(mass(0.5)).containsExactly(0.0, 46_000.0);
        // From here on it is a lower bound.
        assertThat(mass(0.51)).containsExactly(14_000.0, null);
    }

    private static List<Double> mass(double opaque) {
        var match = BOOK.match(Books.facts("picture: {massKg: 20000.0, opaqueShare: %s}".formatted(opaque)));
        return Stream.of(match.leastKg(), match.mostKg())
                .map(kilograms -> kilograms == null ? null : (Double) (double) Math.round(kilograms))
                .toList();
    }

    @ParameterizedTest(name = "{0} kg on the bill: {1}")
    @CsvSource({"9000, CONTRADICTS", "12600, CONTRADICTS", "12700, FITS", "27800, FITS", "27900, CONTRADICTS"})
    void aTonneLiesBetweenMassesThatContradict(double declared, Fit fit) {
        // Seen are 14,000 to 26,000 kg; the bill is good to 3 % and a tonne.
        var match = BOOK.match(Books.facts(
                "picture: {massKg: 20000.0, opaqueShare: 0.0}", "goods: {declaredKg: %s}".formatted(declared)));

        assertThat(match.billMass()).isEqualTo(fit);
    }

    @Test
    void weighsWithoutTheTare() {
        var match = BOOK.match(Books.facts(
                "picture: {massKg: 20000.0, opaqueShare: 0.0}",
                "container: {tareKg: 4000.0, vgmKg: 24000.0, weighbridgeKg: 12000.0}"));

        assertThat(match.vgmMass()).isEqualTo(Fit.FITS);
        assertThat(match.weighbridgeMass()).isEqualTo(Fit.CONTRADICTS);
    }

    @Test
    void withoutAMassInThePictureNoMassContradicts() {
        var match = BOOK.match(Books.facts("picture: {massKg: null}", "goods: {declaredKg: 1.0}"));

        assertThat(List.of(match.billMass(), match.vgmMass(), match.weighbridgeMass()))
                .containsOnly(Fit.CAN_NOT_TELL);
        assertThat(match.leastKg()).isNull();
    }

    @Test
    void packagesTakeUpRoom() {
        // 20 cartons of 2 to 600 litres in 33,000: at most 36 %, and the fill seen is good to 20 %.
        var few = BOOK.match(Books.facts("goods: {packages: [{type: CT, count: 20}]}", "picture: {fill: 0.6}"));
        assertThat(few.mostFill()).isCloseTo(0.364, within(0.001));
        assertThat(few.fill()).isEqualTo(Fit.CONTRADICTS);

        assertThat(BOOK.match(Books.facts("goods: {packages: [{type: CT, count: 20}]}", "picture: {fill: 0.5}"))
                        .fill())
                .isEqualTo(Fit.FITS);
        // More than fits is no contradiction to a full container.
        assertThat(BOOK.match(Books.facts("goods: {packages: [{type: DR, count: 9000}]}", "picture: {fill: 0.95}"))
                        .fill())
                .isEqualTo(Fit.FITS);
        assertThat(BOOK.match(Books.facts("goods: {packages: [{type: NE, count: 1}]}"))
                        .fill())
                .isEqualTo(Fit.CAN_NOT_TELL);
    }

    private static Facts seen(String kind, double probability, String... codes) {
        return Books.facts(
                "picture: {loadKind: %s, loadKinds: [{kind: %s, probability: %s}]}".formatted(kind, kind, probability),
                "goods: {codes: %s}"
                        .formatted(Arrays.stream(codes).map("'%s'"::formatted).toList()));
    }
}
