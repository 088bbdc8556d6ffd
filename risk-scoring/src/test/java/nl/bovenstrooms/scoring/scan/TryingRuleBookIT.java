package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.raster;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule books as people send them, tried on what the service has scored. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class TryingRuleBookIT {

    private static final String YAML = "application/yaml";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private static final String SHIPPED = shipped();

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

    @BeforeEach
    void reset() {
        model.reset();
    }

    @Test
    void aRightBookIsSaidToBeRight() {
        var answer = lead().post("/api/v1/rules/check", YAML, SHIPPED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(RuleBookReader.shipped().version())
                .startsWith(answer.json().at("/version").asText());
        assertThat(answer.json().at("/rules").asInt())
                .isEqualTo(RuleBookReader.shipped().rules().size());
        assertThat(answer.json().at("/groups/CONTAINER").asInt()).isPositive();
    }

    @Test
    void aMistakeIsToldWithItsRuleAndReason() {
        var answer = lead().post(
                        "/api/v1/rules/check",
                        YAML,
                        SHIPPED.replace("has(history.firstOfPair) &&", "has(driver.nationality) &&"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("rule-book-refused");
        assertThat(answer.json().at("/detail").asText()).contains("first-shipment-of-pair", "driver");
    }

    @Test
    void aMistakeInTheTextIsToldWithItsLine() {
        var answer = lead().post("/api/v1/rules/check", YAML, "version: 1\nrules:\n  - id: [unfinished\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("rule-book-refused");
        assertThat(answer.json().at("/detail").asText()).containsPattern("line:? \\d");
    }

    @Test
    void anotherBookIsTriedOnWhatWasScored() {
        var scan = scored();
        var probability = archive.lastScore(scan.scanId())
                .orElseThrow()
                .event()
                .data()
                .containers()
                .get(0)
                .probability();
        var deafToPictures = SHIPPED.replace("highest: 5.0", "highest: 0.01");

        var answer = lead().post(
                        "/api/v1/rules/dry-run?threshold=" + 0.9 * probability + "&since=" + TODAY,
                        YAML,
                        deafToPictures);

        assertThat(answer.status()).isEqualTo(200);
        var difference = answer.json();
        assertThat(difference.at("/version").asText())
                .isNotEqualTo(RuleBookReader.shipped().version());
        assertThat(difference.at("/lost")).extracting(JsonNode::asText).contains(scan.caseReference());
        assertThat(difference.at("/gained")).isEmpty();
        assertThat(difference.at("/casesAfter").asInt())
                .isEqualTo(difference.at("/casesBefore").asInt()
                        - difference.at("/lost").size());
        assertThat(difference.at("/workloadBefore").asDouble())
                .isGreaterThan(difference.at("/workloadAfter").asDouble());
        assertThat(difference.at("/hitsAfter")).isEqualTo(difference.at("/hitsBefore"));
    }

    @Test
    void theBookInForceChangesNothing() {
        scored();

        var difference = lead().post("/api/v1/rules/dry-run?since=" + TODAY, YAML, SHIPPED)
                .json();

        assertThat(difference.at("/containers").asInt()).isPositive();
        assertThat(difference.at("/gained")).isEmpty();
        assertThat(difference.at("/lost")).isEmpty();
        assertThat(difference.at("/hitsAfter")).isEqualTo(difference.at("/hitsBefore"));
    }

    @Test
    void onlyScoresSinceTheDayCount() {
        scored();
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        var tested = lead().post("/api/v1/rules/test?since=" + tomorrow, YAML, SHIPPED)
                .json();

        assertThat(tested.at("/containers").asInt()).isZero();
        assertThat(lead().post("/api/v1/rules/test?since=" + TODAY, YAML, SHIPPED)
                        .json()
                        .at("/containers")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rules/dry-run",
                "/api/v1/rules/test",
                "/api/v1/rules/test?since=yesterday",
                "/api/v1/rules/dry-run?since=2026-11-31",
                "/api/v1/rules/dry-run?since=2026-11-01&threshold=1.1"
            })
    void aQuestionThatCannotBeReadIsAProblem(String path) {
        var answer = lead().post(path, YAML, SHIPPED);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void aTextThatIsNoBookIsAProblem() {
        assertThat(lead().post("/api/v1/rules/check", YAML, "").problem())
                .isIn("rule-book-refused", "malformed-request");
        assertThat(lead().post("/api/v1/rules/check", YAML, "just words").problem())
                .isEqualTo("rule-book-refused");
        assertThat(lead().post("/api/v1/rules/check", YAML, "#".repeat(1_000_001))
                        .problem())
                .isEqualTo("rule-book-refused");
        assertThat(lead().post("/api/v1/rules/check", "application/pdf", SHIPPED)
                        .problem())
                .isEqualTo("media-type-not-taken");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "SANNE"})
    void whoReadsCasesTriesNoRules(DemoUser user) {
        assertThat(Person.of(user).post("/api/v1/rules/check", YAML, SHIPPED).problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void anAuditorMay() {
        assertThat(Person.of(DemoUser.OTTO)
                        .post("/api/v1/rules/check", YAML, SHIPPED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInLearnsNothing() {
        assertThat(Person.NOBODY.post("/api/v1/rules/check", YAML, SHIPPED).problem())
                .isEqualTo("not-signed-in");
        assertThat(new Person(Tokens.ofTests().forClient(CustomsSystem.ECUADOR.clientId()))
                        .post("/api/v1/rules/check", YAML, SHIPPED)
                        .problem())
                .isEqualTo("not-signed-in");
    }

    private static Person lead() {
        return Person.of(DemoUser.TESSA);
    }

    private ScanReceived scored() {
        var id = UUID.randomUUID();
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        var scan = new ScanReceived(
                id,
                "EC-SENAE",
                "EC-" + id,
                RECEIVED_AT,
                manifest(reefer(NUMBER)),
                List.of(image(id, "image-1", declared(NUMBER, 10, 900))),
                List.of());
        keeping.keep(new Told(scan, RECEIVED_AT, UUID.randomUUID()), looking.look(scan, model));
        return scan;
    }

    private static String shipped() {
        try (var book = RuleBookReader.class.getResourceAsStream("/rules/rule-book.yaml")) {
            return new String(Objects.requireNonNull(book).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
