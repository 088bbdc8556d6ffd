package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.raster;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.scan.SimilarPassages.Answer;
import nl.bovenstrooms.scoring.serving.ServedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passages like one, as an analyst asks for them, over a real database. Each test has a corner of the embeddings for itself. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class SimilarPassagesIT {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T12:00:00Z");

    @Inject
    ImageStore store;

    @Inject
    ScriptedModelInService model;

    @Inject
    LookingAtPictures looking;

    @Inject
    KeepingScan keeping;

    @Inject
    Archive archive;

    @Inject
    ServedModel served;

    @BeforeEach
    void reset() {
        model.reset();
    }

    @Test
    void theNearestComeFirstWithoutTheScanItself() {
        var own = passed(1, 0, "080390", "45R1", AT);
        var far = passed(1, 0.3, "440710", "22G1", AT.minusDays(1));
        var near = passed(1, 0.1, "080390", "45R1", AT.minusDays(2));

        var neighbours = similar(own, "?count=2").at("/neighbours");

        assertThat(neighbours)
                .extracting(one -> one.at("/scanId").asText())
                .containsExactly(near.toString(), far.toString());
        assertThat(neighbours.at("/0/caseReference").asText()).isEqualTo("EC-1");
        assertThat(neighbours.at("/0/headings/0").asText()).isEqualTo("0803");
        assertThat(neighbours.at("/0/sizeType").asText()).isEqualTo("45R1");
        assertThat(neighbours.at("/0/place").asText()).isEqualTo("ECGYE");
        assertThat(neighbours.at("/0/distance").asDouble())
                .isPositive()
                .isLessThan(neighbours.at("/1/distance").asDouble());
    }

    @Test
    void filtersCountTogetherAndAlone() {
        var own = passed(2, 0, "080390", "45R1", AT);
        var wood = passed(2, 0.1, "440710", "22G1", AT.minusDays(1));
        var bananas = passed(2, 0.2, "080390", "45R1", AT.minusDays(10));
        var grapes = passed(2, 0.3, "080610", "45R1", AT.minusDays(3));

        assertThat(near(own, "?hs=4407")).first().isEqualTo(wood);
        assertThat(near(own, "?hs=08")).startsWith(bananas, grapes).doesNotContain(wood);
        assertThat(near(own, "?sizeType=22G1")).first().isEqualTo(wood);
        assertThat(near(own, "?from=2026-11-17&until=2026-11-19"))
                .startsWith(wood, grapes)
                .doesNotContain(bananas);
        assertThat(near(own, "?hs=08&sizeType=45R1&until=2026-11-10")).first().isEqualTo(bananas);
        assertThat(near(own, "?hs=9504")).isEmpty();
    }

    @Test
    void aRestartFindsTheSame() {
        var own = passed(3, 0, "080390", "45R1", AT);
        passed(3, 0.1, "080390", "45R1", AT.minusDays(1));
        var corrected = passed(3, 0.2, "440710", "45R1", AT.minusDays(2));
        passed(corrected, 3, 0.2, "080610", "45R1", AT.minusDays(2), 5);
        var before = near(own, "?hs=08&count=3");

        var found = (Answer.Found)
                new SimilarPassages(archive, served).search(own, 0, new Filter("08", "", null, null, null), 3);

        assertThat(found.neighbours())
                .extracting(one -> one.passage().scanId())
                .isEqualTo(before)
                .contains(corrected);
    }

    @Test
    void aLoadFarFromAllOfItsKindIsSaidToBe() {
        var angle = 0.0;
        for (var number = 0; number < 51; number++) {
            passed(4, angle += 0.01, "970600", "22G1", AT.minusHours(number));
        }
        var usual = passed(4, 0.255, "970600", "22G1", AT);
        var strange = passed(4, 1.4, "970600", "22G1", AT);

        var ofItsKind = similar(usual, "").at("/ownKind");
        assertThat(ofItsKind.at("/compared").asInt()).isEqualTo(50);
        assertThat(ofItsKind.at("/far").asBoolean()).isFalse();
        var among = similar(strange, "").at("/ownKind");
        assertThat(among.at("/far").asBoolean()).isTrue();
        assertThat(among.at("/distance").asDouble())
                .isGreaterThan(ofItsKind.at("/distance").asDouble());
    }

    @Test
    void aKindOfWhichLittleWasSeenSaysNothing() {
        var own = passed(5, 0, "950300", "22G1", AT);
        passed(5, 0.1, "950300", "22G1", AT.minusDays(1));

        assertThat(similar(own, "").at("/ownKind").isMissingNode()
                        || similar(own, "").at("/ownKind").isNull())
                .isTrue();
    }

    @Test
    void whatWasNotSeenIsNotCompared() {
        model.failing.set(-1);
        var blind = passed(6, 0, "080390", "45R1", AT);

        var answer = anna().get(path(blind, 0, ""));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("passage-not-comparable");
    }

    @Test
    void anUnknownPassageIsAProblem() {
        var own = passed(7, 0, "080390", "45R1", AT);

        assertThat(anna().get(path(own, 1, "")).problem()).isEqualTo("passage-unknown");
        assertThat(anna().get(path(UUID.randomUUID(), 0, "")).problem()).isEqualTo("passage-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?hs=8",
                "?hs=08030",
                "?hs=fruit",
                "?sizeType=45",
                "?sizeType=45r1%27",
                "?count=0",
                "?count=51",
                "?from=yesterday",
                "?until=2026-11-31"
            })
    void aFilterThatCannotBeReadIsAProblem(String filter) {
        var answer = anna().get(path(UUID.randomUUID(), 0, filter));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @EnumSource(names = {"TESSA", "OTTO"})
    void whoReadsNoCasesLooksForNone(DemoUser user) {
        assertThat(Person.of(user).get(path(UUID.randomUUID(), 0, "")).problem())
                .isEqualTo("not-allowed");
    }

    /** Lots are compared by it. */
    @Test
    void whatTheModelMadeOfALoadIsReadWithItsPassage() {
        var own = archive.passage(passed(9, 0.2, "080390", "45R1", AT), 0)
                .orElseThrow()
                .passage();

        assertThat(archive.sharing(own.keys())).containsExactly(own);
        assertThat(own.embedding()).isNotNull();
        assertThat(own.embedding().modelDigest()).isEqualTo(served.digest());
        assertThat(own.embedding().numbers()[18]).isEqualTo((float) Math.cos(0.2));
    }

    /** Their tokens are meant for uploads: what other customs authorities sent is none of their business. */
    @ParameterizedTest
    @EnumSource
    void customsSystemsSeeNothing(CustomsSystem system) {
        var own = passed(8, 0, "080390", "45R1", AT);

        var answer = new Person(Tokens.ofTests().forClient(system.clientId())).get(path(own, 0, ""));
        var forUs = new Person(Tokens.ofTests().forAudience(system.clientId(), "risk-scoring")).get(path(own, 0, ""));

        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(forUs.problem()).isEqualTo("not-allowed");
        assertThat(Person.NOBODY.get(path(own, 0, "")).problem()).isEqualTo("not-signed-in");
    }

    private static Person anna() {
        return Person.of(DemoUser.ANNA);
    }

    private static String path(UUID scanId, int container, String filter) {
        return "/api/v1/scans/%s/containers/%d/similar%s".formatted(scanId, container, filter);
    }

    private static JsonNode similar(UUID scanId, String filter) {
        var answer = anna().get(path(scanId, 0, filter));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<UUID> near(UUID scanId, String filter) {
        var found = new ArrayList<UUID>();
        similar(scanId, filter)
                .at("/neighbours")
                .forEach(one -> found.add(UUID.fromString(one.at("/scanId").asText())));
        return found;
    }

    private UUID passed(int corner, double angle, String hs, String sizeType, OffsetDateTime at) {
        return passed(UUID.randomUUID(), corner, angle, hs, sizeType, at, 0);
    }

    /** @param angle between the embedding and that of the corner, in radians */
    private UUID passed(
            UUID id, int corner, double angle, String hs, String sizeType, OffsetDateTime at, int minutesLater) {
        model.embedding = new float[64];
        model.embedding[2 * corner] = (float) Math.cos(angle);
        model.embedding[2 * corner + 1] = (float) Math.sin(angle);
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        var number = number(id);
        var scan = scan(id, passing(number, hs, sizeType, at), image(id, "image-1", declared(number, 10, 900)));
        keeping.keep(
                new Told(scan, RECEIVED_AT.plusMinutes(minutesLater), UUID.randomUUID()), looking.look(scan, model));
        return id;
    }

    /** Each of a container that no other scan has to do with. */
    private static String number(UUID id) {
        var firstTen = "SIMU%06d".formatted(Math.floorMod(id.hashCode(), 1_000_000));
        return firstTen + ContainerNumber.checkDigitOf(firstTen);
    }

    private static Manifest passing(String number, String hs, String sizeType, OffsetDateTime at) {
        var usual = manifest(reefer(number));
        var container = usual.equipment().get(0);
        return new Manifest(
                UUID.randomUUID(),
                new Manifest.Sender("EC-SENAE", "TEST", new Manifest.Facility("ECGYE", null)),
                null,
                false,
                new Scan(at, null, "EXPORT", null, "S-1", List.of()),
                List.of(new Equipment(
                        number,
                        "OCR",
                        sizeType,
                        container.fullEmpty(),
                        List.of(new Equipment.Seal("SEAL-" + number, "H", "CARRIER")),
                        container.tareKg(),
                        container.vgmKg(),
                        container.weighbridgeKg(),
                        null)),
                usual.transport(),
                List.of(new Consignment(
                        "HOUSE",
                        "BILL-" + UUID.randomUUID(),
                        null,
                        List.of(new Consignment.Item(hs, null, "goods", null, 20_300.0, List.of(number))))),
                null,
                null);
    }
}
