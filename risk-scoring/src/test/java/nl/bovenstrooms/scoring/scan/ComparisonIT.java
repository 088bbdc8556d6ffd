package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.HEIGHT;
import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.SCANNED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.WIDTH;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.comparison.Goods;
import nl.bovenstrooms.scoring.comparison.Goods.Box;
import nl.bovenstrooms.scoring.comparison.Goods.Scanner;
import nl.bovenstrooms.scoring.comparison.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any two passages laid on each other, as an analyst asks for it. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class ComparisonIT {

    private static final Goods GOODS = Goods.loaded(1);
    private static final Box BAG = new Box(0.6, 0.12, 0.06, 0.14, 1);
    private static final Scanner ORIGIN = new Scanner(WIDTH, HEIGHT, false, 1.8);
    private static final Scanner ARRIVAL = new Scanner(WIDTH, HEIGHT, true, 1);

    @Inject
    ImageStore store;

    @Inject
    ScriptedModelInService model;

    @Inject
    LookingAtPictures looking;

    @Inject
    KeepingScan keeping;

    @BeforeEach
    void reset() {
        model.reset();
    }

    @Test
    void whatWasPutInIsToldWithItsPlaceAndWhatSpeaksForIt() {
        model.probability = 0.3;
        var before = passed(GOODS.scannedBy(ORIGIN, 1));
        model.probability = 0.95;
        var after = passed(GOODS.with(BAG).scannedBy(ARRIVAL, 2));

        var compared = compared(before, after);

        assertThat(compared.at("/result").asText()).isEqualTo("CHANGED");
        assertThat(compared.at("/version").asText()).isEqualTo(Comparing.VERSION);
        assertThat(compared.at("/certainty").asDouble()).isBetween(0.5, 1.0);
        var change = compared.at("/changes/0");
        assertThat(change.at("/kind").asText()).isEqualTo("ADDED");
        assertThat(change.at("/strength").asDouble()).isGreaterThan(3);
        assertThat(change.at("/suspicion").asDouble()).isPositive();
        // The container comes the other way round.
        var middle = change.at("/region/x").asInt() + change.at("/region/width").asInt() / 2;
        assertThat(middle / (double) WIDTH).isBetween(0.3, 0.45);
    }

    @Test
    void theOrderInWhichTwoAreNamedDoesNotMatter() {
        var one = passed(GOODS.scannedBy(ORIGIN, 1));
        var other = passed(GOODS.with(BAG).scannedBy(ARRIVAL, 2));

        assertThat(compared(one, other)).isEqualTo(compared(other, one));
    }

    @Test
    void theSameGoodsAreTheSame() {
        var compared = compared(passed(GOODS.scannedBy(ORIGIN, 1)), passed(GOODS.scannedBy(ARRIVAL, 2)));

        assertThat(compared.at("/result").asText()).isEqualTo("SAME");
        assertThat(compared.at("/changes")).isEmpty();
        assertThat(compared.at("/match").asDouble()).isPositive();
    }

    @Test
    void whatIsNoLongerKeptCanNotBeCompared() {
        var one = passed(GOODS.scannedBy(ORIGIN, 1));
        var other = passed(GOODS.scannedBy(ARRIVAL, 2));
        store.delete(key(other));

        var compared = compared(one, other);

        assertThat(compared.at("/result").asText()).isEqualTo("NOT_COMPARABLE");
        assertThat(compared.at("/obstacle").asText()).isEqualTo("PICTURE_GONE");
    }

    @Test
    void anUnknownPassageIsAProblem() {
        var one = passed(GOODS.scannedBy(ORIGIN, 1));

        assertThat(anna().get(path(one, UUID.randomUUID())).problem()).isEqualTo("passage-unknown");
        assertThat(anna().get(path(UUID.randomUUID(), one)).problem()).isEqualTo("passage-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?with=me", "?with=6f8f57715090da2632453988d9a1501b&withContainer=-1"})
    void anotherPassageThatCannotBeReadIsAProblem(String query) {
        var answer = anna().get("/api/v1/scans/%s/containers/0/comparison%s".formatted(UUID.randomUUID(), query));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @EnumSource(names = {"TESSA", "OTTO"})
    void whoReadsNoCasesComparesNone(DemoUser user) {
        assertThat(Person.of(user)
                        .get(path(UUID.randomUUID(), UUID.randomUUID()))
                        .problem())
                .isEqualTo("not-allowed");
    }

    /** What other customs authorities sent is none of their business. */
    @ParameterizedTest
    @EnumSource
    void customsSystemsSeeNothing(CustomsSystem system) {
        var path = path(UUID.randomUUID(), UUID.randomUUID());

        assertThat(new Person(Tokens.ofTests().forClient(system.clientId()))
                        .get(path)
                        .problem())
                .isEqualTo("not-signed-in");
        assertThat(new Person(Tokens.ofTests().forAudience(system.clientId(), "risk-scoring"))
                        .get(path)
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(Person.NOBODY.get(path).problem()).isEqualTo("not-signed-in");
    }

    private static Person anna() {
        return Person.of(DemoUser.ANNA);
    }

    private static JsonNode compared(UUID one, UUID other) {
        var answer = anna().get(path(one, other));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String path(UUID one, UUID other) {
        return "/api/v1/scans/%s/containers/0/comparison?with=%s".formatted(one, other);
    }

    private static String key(UUID scanId) {
        return "EC-SENAE/%s/raster/image-1-SINGLE".formatted(scanId);
    }

    private int days;

    /** A day after the one before. */
    private UUID passed(Picture picture) {
        var id = UUID.randomUUID();
        store.put(key(id), RasterCodec.encode(picture.principal()));
        var usual = manifest(reefer(NUMBER));
        var passing = new Manifest(
                UUID.randomUUID(),
                usual.sender(),
                null,
                false,
                new Scan(SCANNED_AT.plusDays(days++), null, "EXPORT", null, "S-1", List.of()),
                usual.equipment(),
                usual.transport(),
                usual.consignments(),
                null,
                null);
        var scan = scan(id, passing, image(id, "image-1", new DeclaredContainer(NUMBER, picture.container())));
        keeping.keep(new Told(scan, RECEIVED_AT, UUID.randomUUID()), looking.look(scan, model));
        return id;
    }
}
