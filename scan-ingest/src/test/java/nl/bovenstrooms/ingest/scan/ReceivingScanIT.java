package nl.bovenstrooms.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.ingest.CustomsClient;
import nl.bovenstrooms.ingest.CustomsClient.Answer;
import nl.bovenstrooms.ingest.CustomsClient.Message;
import nl.bovenstrooms.ingest.Kept;
import nl.bovenstrooms.ingest.image.Samples;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceivingScanIT {

    @Inject
    ImageStore images;

    private final CustomsClient brazil = new CustomsClient(Tokens.ofTests().forClient("br-rfb"));
    private final CustomsClient ecuador = new CustomsClient(Tokens.ofTests().forClient("ec-senae"));

    @Test
    void aScanIsStoredAndPublishedBeforeItsReceipt() {
        var id = UUID.randomUUID();
        var jpeg = Samples.jpeg(400, 200);
        var message = Message.of("image/jpeg", jpeg);

        var answer = brazil.put(id, message);

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        assertThat(answer.json().at("/scanId").asText()).isEqualTo(id.toString());
        assertThat(answer.json().at("/caseReference").asText()).startsWith("BR-");
        assertThat(answer.json().at("/contentDigest").asText()).hasSize(64);
        assertThat(answer.json().at("/images/0/sha256").asText()).isEqualTo(CustomsClient.sha256(jpeg));
        assertThat(answer.json().at("/images/0/bytes").asInt()).isEqualTo(jpeg.length);
        assertThat(answer.json().at("/flags")).isEmpty();
        assertThat(Kept.rows(id)).isEqualTo(1);

        var event = onlyEvent(id);
        assertThat(event.tenant()).isEqualTo("BR-RFB");
        var image = event.images().get(0);
        assertThat(images.get(image.originalKey())).isEqualTo(jpeg);
        var descriptor = image.raster();
        var raster = RasterCodec.decode(
                images.get(descriptor.principal().key()), descriptor.width(), descriptor.height(), 8);
        assertThat(descriptor.principal().name()).isEqualTo(Energy.SINGLE);
        assertThat(raster.at(200, 5)).isGreaterThan(250);
        assertThat(raster.at(10, 150)).isLessThan(raster.at(390, 150));

        var state = brazil.get("/v1/scans/" + id);
        assertThat(state.json().at("/state").asText()).isEqualTo("RECEIVED");
        assertThat(state.json().at("/containers/0/number").asText()).isEqualTo("MSCU1234566");
        assertThat(state.json().at("/containers/0/state").asText()).isEqualTo("IN_ASSESSMENT");
    }

    @Test
    void theManifestIsKeptToTheLastByte() {
        var id = UUID.randomUUID();
        var message = Message.of("image/jpeg", Samples.jpeg(100, 100));
        var bytes = ("\n " + message.manifest.toPrettyString() + " \r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(brazil.put(id, message, bytes).status()).isEqualTo(201);

        assertThat(Kept.count("select count(*) from scan where scan_id = ? and manifest = ?", id, bytes))
                .isEqualTo(1);
    }

    @Test
    void theSameAgainGetsTheSameReceipt() {
        var id = UUID.randomUUID();
        var message = Message.of("image/jpeg", Samples.jpeg(100, 100));

        var first = brazil.put(id, message);
        var second = brazil.put(id, message);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(onlyEvent(id).scanId()).isEqualTo(id);
    }

    @Test
    void theSameIdWithOtherContentIsRefusedAndChangesNothing() {
        var id = UUID.randomUUID();
        assertThat(brazil.put(id, Message.of("image/jpeg", Samples.jpeg(100, 100)))
                        .status())
                .isEqualTo(201);
        var files = Kept.files(id);

        var otherImage = brazil.put(id, Message.of("image/jpeg", Samples.jpeg(101, 100)));
        var otherManifest = Message.of("image/jpeg", Samples.jpeg(100, 100));
        otherManifest.manifest.put("contingency", true);

        assertConflict(otherImage);
        assertConflict(brazil.put(id, otherManifest));
        assertThat(Kept.files(id)).isEqualTo(files);
        assertThat(Kept.rows(id)).isEqualTo(1);
    }

    @Test
    void anotherTenantLearnsNothingAboutAScan() {
        var id = UUID.randomUUID();
        var message = Message.of("image/jpeg", Samples.jpeg(100, 100));
        assertThat(brazil.put(id, message).status()).isEqualTo(201);

        var put = ecuador.put(id, message);
        var get = ecuador.get("/v1/scans/" + id);
        var unknown = ecuador.get("/v1/scans/" + UUID.randomUUID());

        assertConflict(put);
        assertThat(put.json().toString()).doesNotContain("BR-").doesNotContain("RFB");
        assertThat(get.status()).isEqualTo(404);
        assertThat(get.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:scan-unknown");
        assertThat(withoutInstance(get)).isEqualTo(withoutInstance(unknown));
        assertThat(Kept.files(id)).allMatch(file -> file.startsWith("BR-RFB/"));
    }

    @Test
    void identicalUploadsAtTheSameTimeMakeOneScan() throws Exception {
        var id = UUID.randomUUID();
        var message = Message.of("image/jpeg", Samples.jpeg(600, 300));
        var pool = Executors.newFixedThreadPool(6);
        var answers = new ArrayList<Future<Answer>>();
        for (var i = 0; i < 6; i++) {
            answers.add(pool.submit(() -> brazil.put(id, message)));
        }
        pool.shutdown();

        var created = 0;
        for (var answer : answers) {
            assertThat(answer.get().status()).isIn(200, 201);
            assertThat(answer.get().json()).isEqualTo(answers.get(0).get().json());
            created += answer.get().status() == 201 ? 1 : 0;
        }
        assertThat(created).isEqualTo(1);
        assertThat(Kept.rows(id)).isEqualTo(1);
        assertThat(onlyEvent(id).scanId()).isEqualTo(id);
    }

    @Test
    void twoEnergiesBecomeTwoChannelsOfOneView() {
        var id = UUID.randomUUID();
        var message = Message.withoutImages()
                .image("high", "PRIMARY", "image/png", Samples.png(200, 100, 16))
                .image("low", "LOW_ENERGY", "image/tiff", Samples.tiff(200, 100, 16, "LZW"))
                .image("side", "SECOND_VIEW", "image/jpeg", Samples.jpeg(120, 90));

        assertThat(brazil.put(id, message).status()).isEqualTo(201);

        var event = onlyEvent(id);
        assertThat(event.images()).hasSize(2);
        var principal = event.images().get(0).raster();
        assertThat(principal.channels())
                .extracting(channel -> channel.name() + " " + channel.bits())
                .containsExactly("HIGH 16", "LOW 16");
        assertThat(Kept.files(id)).hasSize(6);
    }

    @Test
    void oddButAcceptedIsFlagged() {
        var id = UUID.randomUUID();
        var message = Message.of("image/jpeg", Samples.falseColourJpeg(200, 100));
        message.manifest.withArray("equipment").addObject().put("number", "MSCU1234560");
        message.manifest.withArray("equipment").addObject().put("number", "MS?U1234566");
        message.manifest.withObject("/transport").remove("loadingCutOff");
        message.manifest.withObject("/transport").putNull("eta");

        var answer = brazil.put(id, message);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/flags"))
                .extracting(flag -> flag.asText())
                .containsExactly(
                        "CHECK_DIGIT_WRONG", "CUT_OFF_MISSING", "ETA_MISSING", "FALSE_COLOUR", "NUMBER_UNREADABLE");
        assertThat(onlyEvent(id).flags()).contains("CHECK_DIGIT_WRONG");
    }

    private static void assertConflict(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:scan-id-in-use");
    }

    private static String withoutInstance(Answer answer) {
        return answer.json().toString().replaceAll("/v1/scans/[0-9a-f-]*", "");
    }

    private static ScanReceived onlyEvent(UUID id) {
        var messages = Kept.messages(EventType.SCAN_RECEIVED, id, 1);
        assertThat(messages).hasSize(1);
        return EventCodec.read(messages.get(0).value(), EventType.SCAN_RECEIVED, ScanReceived.class)
                .data();
    }
}
