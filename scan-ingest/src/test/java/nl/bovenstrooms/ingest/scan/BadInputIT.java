package nl.bovenstrooms.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.ingest.CustomsClient;
import nl.bovenstrooms.ingest.CustomsClient.Answer;
import nl.bovenstrooms.ingest.CustomsClient.Message;
import nl.bovenstrooms.ingest.CustomsClient.Part;
import nl.bovenstrooms.ingest.Kept;
import nl.bovenstrooms.ingest.image.Damaged;
import nl.bovenstrooms.ingest.image.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused with its reason, and nothing of it stays behind. */
@QuarkusTest
class BadInputIT {

    private final UUID id = UUID.randomUUID();
    private final CustomsClient brazil = new CustomsClient(Tokens.ofTests().forClient("br-rfb"));
    private final CustomsClient ecuador = new CustomsClient(Tokens.ofTests().forClient("ec-senae"));

    @Test
    void aTruncatedJpegIsRefused() {
        var answer = brazil.put(id, Message.of("image/jpeg", Damaged.truncated(Samples.jpeg(400, 200))));

        assertImageRefused(answer, "damaged or cut off");
    }

    @Test
    void aPngBombIsRefused() {
        var answer = brazil.put(id, Message.of("image/png", Damaged.pngThatClaims(8000, 8000, 16)));

        assertImageRefused(answer, "would expand");
    }

    @ParameterizedTest
    @ValueSource(ints = {Damaged.DIRECTORY, Damaged.STRIP_OFFSETS})
    void aTiffWithWildOffsetsIsRefused(int what) {
        var answer = brazil.put(id, Message.of("image/tiff", Damaged.tiffWithWildOffset(what)));

        assertImageRefused(answer, "outside the file");
    }

    @Test
    void aZipAsImageIsRefused() {
        var answer = brazil.put(id, Message.of("image/jpeg", Damaged.zip()));

        assertImageRefused(answer, "not a JPEG, PNG or TIFF");
    }

    @Test
    void anImageOfOnePixelIsRefused() {
        var answer = brazil.put(id, Message.of("image/png", Samples.png(1, 1, 8)));

        assertImageRefused(answer, "at least 64 x 64");
    }

    @Test
    void anImageOfSixtyThousandColumnsIsRefused() {
        var answer = brazil.put(id, Message.of("image/png", Damaged.pngThatClaims(60_000, 800, 8)));

        assertImageRefused(answer, "at most 32768");
    }

    @Test
    void aGoodImageIsNotKeptWhenTheNextOneIsBad() {
        var message = Message.of("image/jpeg", Samples.jpeg(100, 100))
                .image("image-2", "SECOND_VIEW", "image/jpeg", Damaged.zip());

        assertRefused(brazil.put(id, message), 422, "image-refused", "/scan/images/1", "not a JPEG, PNG or TIFF");
    }

    @Test
    void aWrongDigestIsRefusedAndToldWithTheDigestOfWhatArrived() {
        var sent = Samples.jpeg(100, 100);
        var arrived = Samples.jpeg(101, 100);
        var message = Message.of("image/jpeg", sent);
        message.parts.put("image-1", new Part("image/jpeg", arrived));

        assertRefused(
                brazil.put(id, message),
                422,
                "digest-mismatch",
                "/scan/images/0/sha256",
                CustomsClient.sha256(arrived));
    }

    @ParameterizedTest
    @CsvSource({"portOfLoading,BRXXX,not among the ports", "portOfDischarge,somewhere,is not a UN/LOCODE"})
    void anUnknownPortIsRefused(String field, String port, String reason) {
        var message = goodMessage();
        message.manifest.withObject("/transport").put(field, port);

        assertRefused(brazil.put(id, message), 422, "manifest-refused", "/transport/" + field, reason);
    }

    @Test
    void aBadCheckDigitIsAcceptedAndFlagged() {
        var message = goodMessage();
        message.manifest.withArray("/equipment").addObject().put("number", "MSCU1234560");

        var answer = brazil.put(id, message);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/flags")).extracting(flag -> flag.asText()).containsExactly("CHECK_DIGIT_WRONG");
    }

    @Test
    void aDriversNameIsRefusedWithoutRepeatingIt() {
        var message = goodMessage();
        message.manifest.withObject("/transport").put("driverName", "Jan Jansen");

        var answer = brazil.put(id, message);

        assertRefused(answer, 422, "personal-data", "/transport/driverName", "without it");
        assertThat(answer.response().body()).doesNotContain("Jansen");
    }

    @Test
    void anotherTenantsScanIsNotFound() {
        assertThat(brazil.put(id, goodMessage()).status()).isEqualTo(201);

        var answer = ecuador.get("/v1/scans/" + id);

        assertProblem(answer, 404, "scan-unknown");
        assertThat(answer.response().body()).doesNotContain("BR-");
    }

    @Test
    void withoutATokenNobodyIsLetIn() {
        var stranger = new CustomsClient("");

        assertClosed(stranger, 401, "not-signed-in");
        assertThat(stranger.get("/v1/outcomes").response().headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertClosed(new CustomsClient(Tokens.ofTests().expired("br-rfb")), 401, "not-signed-in");
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        assertClosed(new CustomsClient(Tokens.ofTests().forAudience("br-rfb", "analyst-queue")), 401, "not-signed-in");
    }

    @Test
    void aTokenWithAForgedSignatureIsRefused() {
        var token = Tokens.ofTests().forClient("br-rfb");
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

        assertClosed(new CustomsClient(forged), 401, "not-signed-in");
    }

    @Test
    void anAnalystIsNotACustomsSystem() {
        assertClosed(new CustomsClient(Tokens.ofTests().forPerson(DemoUser.ANNA)), 401, "not-signed-in");
    }

    @Test
    void aTokenWithoutATenantMayDoNothing() {
        assertClosed(new CustomsClient(Tokens.ofTests().withoutTenant("br-rfb")), 403, "not-allowed");
    }

    @Test
    void aTenantThatWouldLeaveItsFolderMayDoNothing() {
        assertClosed(new CustomsClient(token("../BE-AADA", "scans outcomes")), 403, "not-allowed");
    }

    @Test
    void aScopeOpensOnlyWhatItNames() {
        var reader = new CustomsClient(token("BR-RFB", "outcomes"));
        var sender = new CustomsClient(token("BR-RFB", "scans"));

        assertNothingKept(reader.put(id, goodMessage()), 403, "not-allowed");
        assertProblem(reader.get("/v1/scans/" + id), 403, "not-allowed");
        assertThat(reader.get("/v1/outcomes").status()).isEqualTo(200);
        assertProblem(sender.get("/v1/outcomes"), 403, "not-allowed");
        assertThat(sender.put(id, goodMessage()).status()).isEqualTo(201);
    }

    @Test
    void theSameIdWithOtherContentIsRefusedAndTheFirstStays() {
        assertThat(brazil.put(id, goodMessage()).status()).isEqualTo(201);
        var files = Kept.files(id);

        var answer = brazil.put(id, Message.of("image/jpeg", Samples.jpeg(120, 100)));

        assertProblem(answer, 409, "scan-id-in-use");
        assertThat(Kept.files(id)).isEqualTo(files);
        assertThat(Kept.rows(id)).isEqualTo(1);
        assertThat(Kept.messages(EventType.SCAN_RECEIVED, id, 1)).hasSize(1);
    }

    @Test
    void theSameAgainGetsTheSameReceipt() {
        var first = brazil.put(id, goodMessage());
        var second = brazil.put(id, goodMessage());

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(Kept.messages(EventType.SCAN_RECEIVED, id, 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"messageId\":", "[]", "null", "{\"a\":1,\"a\":2}"})
    void aManifestThatIsNotAJsonObjectIsRefused(String manifest) {
        var answer = brazil.put(id, goodMessage(), manifest.getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, 422, "manifest-refused", "", "JSON");
    }

    @Test
    void twoManifestsInOnePartAreRefused() {
        var answer = brazil.put(id, goodMessage(), "{} {}".getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, 422, "manifest-refused", "", "expected shape");
    }

    @Test
    void aManifestThatIsNotUtf8IsRefused() {
        var answer = brazil.put(id, goodMessage(), new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});

        assertRefused(answer, 422, "manifest-refused", "", "JSON");
    }

    @Test
    void aManifestWithALocalTimeWithoutOffsetIsRefused() {
        var message = goodMessage();
        message.manifest.withObject("/scan").put("occurredAt", "2026-11-24T02:41:00");

        assertRefused(brazil.put(id, message), 422, "manifest-refused", "/scan/occurredAt", "shape");
    }

    @Test
    void aManifestAsDeepAsAWellIsRefused() {
        var deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

        var answer = brazil.put(id, goodMessage(), deep.getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, 422, "manifest-refused", "", "nested too deeply");
    }

    @Test
    void aManifestOfMoreThanAQuarterMegabyteIsRefused() {
        var message = goodMessage();
        message.manifest.put("filler", "x".repeat(300_000));

        assertRefused(brazil.put(id, message), 413, "too-large", "manifest", "at most 262144 bytes");
    }

    @Test
    void aMissingManifestIsRefused() {
        var answer = brazil.put(id.toString(), goodMessage().bodyWithoutManifest());

        assertRefused(answer, 400, "malformed-upload", "manifest", "missing");
    }

    @Test
    void aMissingImageIsRefused() {
        var message = goodMessage();
        message.parts.clear();

        assertRefused(brazil.put(id, message), 400, "malformed-upload", "/scan/images/0/part", "there is no part");
    }

    @Test
    void anImageThatTheManifestDoesNotNameIsRefused() {
        var message = goodMessage();
        message.parts.put("stowaway", new Part("image/jpeg", Samples.jpeg(100, 100)));

        assertRefused(brazil.put(id, message), 400, "malformed-upload", "stowaway", "does not name");
    }

    @Test
    void tooManyPartsAreRefused() {
        var message = goodMessage();
        for (var i = 2; i <= 9; i++) {
            message.image("image-" + i, "SECOND_VIEW", "image/jpeg", Samples.jpeg(100, 100));
        }

        assertNothingKept(brazil.put(id, message), 400, "malformed-upload");
    }

    @Test
    void aMessageThatIsCutOffIsRefused() {
        var body = goodMessage().body();

        assertNothingKept(brazil.put(id.toString(), Arrays.copyOf(body, body.length - 100)), 400, "malformed-request");
    }

    @Test
    void somethingElseThanAMultipartMessageIsRefused() {
        assertNothingKept(
                brazil.put(id.toString(), "{}".getBytes(StandardCharsets.UTF_8), "application/json"),
                415,
                "media-type-not-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "not-a-uuid", "7c1b8b54-5f6a-4c38-9a57-3f3c0a6d2e1"})
    void anIdThatIsNotAUuidIsRefused(String notAnId) {
        var answer = brazil.put(notAnId, goodMessage().body());

        assertProblem(answer, 400, "malformed-upload");
        assertThat(answer.json().at("/field").asText()).isEqualTo("scanId");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        var answer = headersOnly(Tokens.ofTests().forClient("br-rfb"), "Content-Length: 200000000");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:bovenstrooms:problem:too-large");
        assertNothingKept();
    }

    @Test
    void aStrangersUploadIsRefusedUnread() throws IOException {
        var answer = headersOnly(Tokens.ofTests().expired("br-rfb"), "Content-Length: 100000000");

        assertThat(answer).startsWith("HTTP/1.1 401").contains("urn:bovenstrooms:problem:not-signed-in");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        assertThat(tooLongInChunks()).startsWith("HTTP/1.1 413");
        assertNothingKept();
    }

    private static Message goodMessage() {
        return Message.of("image/jpeg", Samples.jpeg(100, 100));
    }

    private static String token(String tenant, String scope) {
        return Tokens.ofTests()
                .signed(
                        "\"sub\":\"br-rfb\",\"tenant\":\"%s\",\"scope\":\"%s\",\"aud\":\"scan-ingest\""
                                .formatted(tenant, scope),
                        Duration.ofMinutes(5));
    }

    /** Sends the head of an upload, keeps its body to itself, and waits for an answer. */
    private String headersOnly(String token, String length) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(head(token, length));
            return new String(socket.getInputStream().readNBytes(300), StandardCharsets.UTF_8);
        }
    }

    /** A part of 200 MB that did not say so. */
    private String tooLongInChunks() throws IOException {
        try (var socket = connected()) {
            var out = socket.getOutputStream();
            out.write(head(Tokens.ofTests().forClient("br-rfb"), "Transfer-Encoding: chunked"));
            chunk(
                    out,
                    "--b\r\nContent-Disposition: form-data; name=\"image-1\"; filename=\"a\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var megabyte = new byte[1_000_000];
            try {
                for (var i = 0; i < 200; i++) {
                    chunk(out, megabyte);
                }
            } catch (IOException closedOnUs) {
                // As it should be.
            }
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static Socket connected() throws IOException {
        var socket = new Socket("localhost", Integer.parseInt(Kept.setting("quarkus.http.test-port")));
        socket.setSoTimeout(30_000);
        return socket;
    }

    private byte[] head(String token, String length) {
        return """
                PUT /v1/scans/%s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: multipart/form-data; boundary=b
                %s

                """.formatted(id, token, length).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void assertClosed(CustomsClient client, int status, String kind) {
        assertNothingKept(client.put(id, goodMessage()), status, kind);
        assertProblem(client.get("/v1/scans/" + id), status, kind);
        assertProblem(client.get("/v1/outcomes"), status, kind);
    }

    private void assertImageRefused(Answer answer, String reason) {
        assertRefused(answer, 422, "image-refused", "/scan/images/0", reason);
    }

    private void assertRefused(Answer answer, int status, String kind, String field, String reason) {
        assertNothingKept(answer, status, kind);
        assertThat(answer.json().at("/field").asText("absent")).isEqualTo(field);
        assertThat(answer.json().at("/detail").asText()).contains(reason);
    }

    private void assertNothingKept(Answer answer, int status, String kind) {
        assertProblem(answer, status, kind);
        assertNothingKept();
    }

    private void assertNothingKept() {
        assertThat(Kept.rows(id)).isZero();
        assertThat(Kept.files(id)).isEmpty();
        // In this order: the relay takes a row away only when its message is there.
        assertThat(Kept.count("select count(*) from outbox where aggregateid = ?", id.toString()))
                .isZero();
        assertThat(Kept.messages(EventType.SCAN_RECEIVED, id, 0)).isEmpty();
    }

    private static void assertProblem(Answer answer, int status, String kind) {
        var body = answer.response().body();
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:" + kind);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.json().at("/title").asText()).isNotBlank();
        assertThat(body).doesNotContain("Exception", "\tat ", "nl.bovenstrooms", "java.", "io.quarkus");
    }
}
