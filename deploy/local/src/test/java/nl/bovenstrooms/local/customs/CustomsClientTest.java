package nl.bovenstrooms.local.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers what the test tells it to. */
class CustomsClientTest {
    private static final UUID SCAN = UUID.fromString("7c1b8b54-5f6a-4c38-9a57-3f3c0a6d2e11");
    private static final byte[] PICTURE = {1, 2, 3};
    private static final Upload UPLOAD = new Upload(
            SCAN, "{}".getBytes(StandardCharsets.UTF_8), List.of(new Upload.Part("image-1", "image/png", PICTURE)));
    private static final Patience HASTY =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(20));

    private record Answer(int status, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> retries = new ArrayList<>();
    private HttpServer server;
    private int tokens;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, answers.removeFirst());
        });
        server.createContext("/token", exchange -> {
            tokens++;
            answer(exchange, new Answer(200, "{\"access_token\":\"token-%d\",\"expires_in\":3600}".formatted(tokens)));
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theReceiptIsReadAndTheTokenKept() throws InterruptedException {
        answers.add(receipt(201, Digest.of(PICTURE)));
        answers.add(receipt(200, Digest.of(PICTURE)));
        var client = client(HASTY);
        var first = client.send(UPLOAD, retries::add);
        var second = client.send(UPLOAD, retries::add);
        assertThat(first.caseReference()).isEqualTo("BR-1");
        assertThat(first.flags()).containsExactly("ETA_MISSING");
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(seen)
                .containsExactly(
                        "PUT /v1/scans/" + SCAN + " Bearer token-1", "PUT /v1/scans/" + SCAN + " Bearer token-1");
        assertThat(retries).isEmpty();
    }

    @Test
    void whileTheOtherSideIsInTroubleTheSameIsSentAgain() throws InterruptedException {
        answers.add(new Answer(503, "{\"title\":\"Too many uploads at once\"}"));
        answers.add(new Answer(502, "<html>a proxy's page</html>"));
        answers.add(receipt(201, Digest.of(PICTURE)));
        assertThat(client(HASTY).send(UPLOAD, retries::add).scanId()).isEqualTo(SCAN);
        assertThat(bodies).hasSize(3).containsOnly(bodies.get(0));
        assertThat(retries).hasSize(2).first().asString().contains("503", "Too many uploads at once");
    }

    @Test
    void aTokenThatIsNoLongerTakenIsReplacedOnce() throws InterruptedException {
        answers.add(new Answer(401, "{}"));
        answers.add(receipt(201, Digest.of(PICTURE)));
        client(HASTY).send(UPLOAD, retries::add);
        assertThat(seen).last().asString().endsWith("Bearer token-2");
        assertThat(retries).isEmpty();
    }

    @Test
    void aRefusalIsFinalAndNamesTheField() {
        answers.add(new Answer(
                422,
                "{\"title\":\"The manifest is not accepted\",\"detail\":\"the scan is needed\",\"field\":\"/scan\"}"));
        assertThatThrownBy(() -> client(HASTY).send(UPLOAD, retries::add))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.field()).contains("/scan");
                    assertThat(refused.detail()).isEqualTo("the scan is needed");
                });
        assertThat(retries).isEmpty();
    }

    @Test
    void aReceiptForOtherBytesIsNoReceipt() {
        answers.add(receipt(201, Digest.of(new byte[] {9})));
        assertThatThrownBy(() -> client(HASTY).send(UPLOAD, retries::add)).isInstanceOf(Receipt.NotWhatWasSent.class);
    }

    @Test
    void patienceEnds() {
        answers.add(new Answer(500, "{}"));
        answers.add(new Answer(500, "{}"));
        var brief = new Patience(Duration.ofMillis(1), Duration.ofDays(1), Duration.ofMillis(1));
        assertThatThrownBy(() -> client(brief).send(UPLOAD, retries::add))
                .isInstanceOf(CustomsClient.Away.class)
                .hasMessageContaining("it answers 500");
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        var patience = new Patience(Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofMinutes(1));
        assertThat(patience.pauseAfter(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(patience.pauseAfter(4)).isEqualTo(Duration.ofSeconds(2));
        assertThat(patience.pauseAfter(5)).isEqualTo(Duration.ofSeconds(3));
        assertThat(patience.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theMessageHasTheManifestAndEveryPicture() {
        var body = new String(UPLOAD.body(), StandardCharsets.ISO_8859_1);
        assertThat(body)
                .contains("name=\"manifest\"", "Content-Type: application/json\r\n\r\n{}\r\n")
                .contains("name=\"image-1\"", "Content-Type: image/png\r\n\r\n\u0001\u0002\u0003\r\n")
                .endsWith("--\r\n");
        var boundary = Upload.contentType().replaceAll(".*boundary=", "");
        assertThat(body.split("--" + boundary, -1)).hasSize(4);
    }

    private CustomsClient client(Patience patience) {
        var http = HttpClient.newHttpClient();
        var base = URI.create("http://localhost:" + server.getAddress().getPort());
        var credentials = new TokenSource.Credentials(base.resolve("/token"), "br-rfb", "any", "scans");
        return new CustomsClient(http, base, new TokenSource(http, credentials, Clock.systemUTC()), patience);
    }

    private static Answer receipt(int status, String digest) {
        return new Answer(status, """
                {"scanId":"%s","caseReference":"BR-1","receivedAt":"2026-11-24T12:00:00Z","contentDigest":"d",
                 "images":[{"part":"image-1","sha256":"%s","bytes":3}],"flags":["ETA_MISSING"]}""".formatted(SCAN, digest));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
