package nl.bovenstrooms.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.ingest.CustomsClient;
import nl.bovenstrooms.ingest.CustomsClient.Answer;
import nl.bovenstrooms.ingest.CustomsClient.Message;
import nl.bovenstrooms.ingest.Kept;
import nl.bovenstrooms.ingest.image.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorrectingManifestIT {

    private final CustomsClient brazil = new CustomsClient(Tokens.ofTests().forClient("br-rfb"));
    private final CustomsClient ecuador = new CustomsClient(Tokens.ofTests().forClient("ec-senae"));

    private final UUID id = UUID.randomUUID();
    private final UUID firstMessage = UUID.randomUUID();
    private Message message;
    private Answer receipt;

    @BeforeEach
    void aScanIsThere() {
        message = Message.of("image/jpeg", Samples.falseColourJpeg(200, 100));
        message.manifest.put("messageId", firstMessage.toString());
        message.manifest.withObject("/transport").putNull("loadingCutOff");
        receipt = brazil.put(id, message);
        assertThat(receipt.status()).isEqualTo(201);
    }

    @Test
    void aCorrectionStandsAndTheScanIsScoredAgain() {
        var correction = correctionOf(firstMessage);
        var container = message.manifest.at("/scan/images/0/containers/0");
        ((ObjectNode) container)
                .put("number", "TGHU7654321")
                .putObject("region")
                .put("x", 10)
                .put("y", 5)
                .put("width", 150)
                .put("height", 80);

        var answer = brazil.putManifest(id, bytes());

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        assertThat(answer.json().at("/messageId").asText()).isEqualTo(correction.toString());
        assertThat(answer.json().at("/caseReference")).isEqualTo(receipt.json().at("/caseReference"));
        assertThat(answer.json().at("/manifestDigest").asText()).isEqualTo(CustomsClient.sha256(bytes()));
        assertThat(answer.json().at("/flags"))
                .extracting(flag -> flag.asText())
                .containsExactly("CHECK_DIGIT_WRONG", "FALSE_COLOUR");
        var event = onlyEvent();
        assertThat(event.previous().messageId()).isEqualTo(firstMessage);
        assertThat(event.scan().manifest().messageId()).isEqualTo(correction);
        assertThat(event.scan().flags()).containsExactly("CHECK_DIGIT_WRONG", "FALSE_COLOUR");
        var image = event.scan().images().get(0);
        assertThat(image.containers().get(0).number()).isEqualTo("TGHU7654321");
        assertThat(image.containers().get(0).region()).isEqualTo(new Region(10, 5, 150, 80));
        assertThat(Kept.files(id)).contains(image.originalKey());
        var state = brazil.get("/v1/scans/" + id).json();
        assertThat(state.at("/containers").findValuesAsText("number")).contains("TGHU7654321");
        assertThat(state.at("/flags").toString()).contains("FALSE_COLOUR").doesNotContain("CUT_OFF_MISSING");
    }

    @Test
    void theSameCorrectionAgainGetsTheSameReceiptAndIsPublishedOnce() {
        correctionOf(firstMessage);

        var first = brazil.putManifest(id, bytes());
        var second = brazil.putManifest(id, bytes());

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(onlyEvent().scan().scanId()).isEqualTo(id);
    }

    @Test
    void anUploadThatIsRepeatedAfterItsCorrectionStillGetsItsReceipt() {
        var upload = message.body();
        correctionOf(firstMessage);
        assertThat(brazil.putManifest(id, bytes()).status()).isEqualTo(201);

        var again = brazil.put(id.toString(), upload);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(receipt.json());
    }

    @Test
    void aCorrectionOfWhatNoLongerStandsIsRefusedAndToldWhatDoes() {
        var correction = correctionOf(firstMessage);
        assertThat(brazil.putManifest(id, bytes()).status()).isEqualTo(201);
        correctionOf(firstMessage);

        var late = brazil.putManifest(id, bytes());

        assertRefused(late, 409, "correction-does-not-fit", "/correctionOf");
        assertThat(late.json().at("/detail").asText()).contains(correction.toString());
        assertThat(onlyEvent().scan().manifest().messageId()).isEqualTo(correction);
    }

    @Test
    void ofTwoCorrectionsAtTheSameTimeOneStands() throws Exception {
        correctionOf(firstMessage);
        var one = bytes();
        correctionOf(firstMessage);
        var other = bytes();
        var pool = Executors.newFixedThreadPool(2);
        var answers = Stream.of(one, other)
                .map(bytes -> pool.submit(() -> brazil.putManifest(id, bytes)))
                .toList();
        pool.shutdown();

        assertThat(answers.get(0).get().status() + answers.get(1).get().status())
                .isEqualTo(201 + 409);
        assertThat(onlyEvent().previous().messageId()).isEqualTo(firstMessage);
    }

    @Test
    void anIdThatIsInUseForAnotherCorrectionIsRefused() {
        correctionOf(firstMessage);
        assertThat(brazil.putManifest(id, bytes()).status()).isEqualTo(201);
        message.manifest.put("contingency", true);

        assertRefused(brazil.putManifest(id, bytes()), 409, "correction-does-not-fit", "/messageId");
    }

    @Test
    void otherImagesAreAnotherScan() {
        correctionOf(firstMessage);
        ((ObjectNode) message.manifest.at("/scan/images/0")).put("sha256", "0".repeat(64));

        assertNothingChanged(brazil.putManifest(id, bytes()), 422, "manifest-refused", "/scan/images");
    }

    @Test
    void aCorrectionWithoutAnIdIsRefused() {
        correctionOf(firstMessage);
        message.manifest.remove("messageId");

        assertNothingChanged(brazil.putManifest(id, bytes()), 422, "manifest-refused", "/messageId");
    }

    @Test
    void aCorrectionOfMoreThanAQuarterMegabyteIsRefused() {
        correctionOf(firstMessage);
        message.manifest.put("remark", "x".repeat(262_144));

        assertNothingChanged(brazil.putManifest(id, bytes()), 413, "too-large", "");
    }

    @Test
    void anotherTenantCanNotCorrect() {
        correctionOf(firstMessage);

        assertNothingChanged(ecuador.putManifest(id, bytes()), 404, "scan-unknown", "");
        assertThat(ecuador.putManifest(UUID.randomUUID(), bytes()).status()).isEqualTo(404);
    }

    private UUID correctionOf(UUID earlier) {
        var correction = UUID.randomUUID();
        message.manifest
                .put("messageId", correction.toString())
                .put("correctionOf", earlier.toString())
                .withObject("/transport")
                .put("loadingCutOff", "2026-11-25T18:00:00-03:00");
        return correction;
    }

    private byte[] bytes() {
        return message.manifest.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ManifestReceived onlyEvent() {
        var messages = Kept.messages(EventType.MANIFEST_RECEIVED, id, 1);
        assertThat(messages).hasSize(1);
        return EventCodec.read(messages.get(0).value(), EventType.MANIFEST_RECEIVED, ManifestReceived.class)
                .data();
    }

    private void assertNothingChanged(Answer answer, int status, String kind, String field) {
        assertRefused(answer, status, kind, field);
        assertThat(Kept.count("select count(*) from correction where scan_id = ?", id))
                .isZero();
        assertThat(Kept.count(
                        "select count(*) from outbox where aggregatetype = 'manifest.received.v1' and aggregateid = ?",
                        id.toString()))
                .isZero();
    }

    private static void assertRefused(Answer answer, int status, String kind, String field) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:" + kind);
        assertThat(answer.json().at("/field").asText()).isEqualTo(field);
    }
}
