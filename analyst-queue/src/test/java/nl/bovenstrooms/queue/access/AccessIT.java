package nl.bovenstrooms.queue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.QueueFixture;
import org.junit.jupiter.api.Test;

/** Who gets in, and from where. */
@QuarkusTest
class AccessIT extends QueueFixture {

    private static final List<String> DATA = List.of(
            "/api/v1/me",
            "/api/v1/queue",
            "/api/v1/queue/changes",
            "/api/v1/claims/mine",
            "/api/v1/audit",
            "/api/v1/audit/verification");

    @Test
    void withoutATokenThereIsNothingAndNoRedirection() {
        for (var path : DATA) {
            var answer = Analyst.nobody().get(path, Map.of("X-Requested-With", "bovenstrooms"));
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).as(path).isEqualTo("not-signed-in");
            assertThat(Analyst.nobody().get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(Analyst.nobody().claimAnswer().status()).isEqualTo(401);
    }

    @Test
    void aUselessTokenIsRefused() {
        var tokens = Tokens.ofTests();
        var claims = "\"sub\":\"anna\",\"roles\":[\"ANALYST\"],\"aud\":\"%s\"";

        for (var token : List.of(
                tokens.signed(claims.formatted("analyst-queue"), Duration.ofHours(-1)),
                tokens.signed(claims.formatted("scan-ingest"), Duration.ofMinutes(5)),
                tokens.forClient("br-rfb"),
                "nonsense")) {
            assertThat(Analyst.withToken(token).get("/api/v1/me").status()).isEqualTo(401);
            assertThat(Analyst.withToken(token).claimAnswer().status()).isEqualTo(401);
        }
    }

    @Test
    void eachRoleHasItsOwn() {
        var anna = Analyst.of(DemoUser.ANNA);
        var sanne = Analyst.of(DemoUser.SANNE);
        var tessa = Analyst.of(DemoUser.TESSA);
        var otto = Analyst.of(DemoUser.OTTO);
        var guest = Analyst.named("guest");

        assertThat(anna.get("/api/v1/me").json().at("/name").asText()).isEqualTo(DemoUser.ANNA.fullName());
        assertThat(anna.get("/api/v1/me").json().at("/roles/0").asText()).isEqualTo("ANALYST");
        assertThat(guest.get("/api/v1/me").json().at("/roles")).isEmpty();

        assertThat(anna.claimAnswer().status()).isEqualTo(200);
        assertThat(sanne.claimAnswer().status()).isEqualTo(200);
        for (var other : List.of(tessa, otto, guest)) {
            assertThat(other.claimAnswer().problem()).isEqualTo("not-allowed");
            assertThat(other.get("/api/v1/claims/mine").status()).isEqualTo(403);
            var someCase = "/api/v1/cases/" + UUID.randomUUID();
            var lease = Map.of("Lease-Token", "a-guess");
            assertThat(other.get(someCase + "/images/image-1/SINGLE", lease).status())
                    .isEqualTo(403);
            assertThat(other.get(someCase + "/heat-map", lease).status()).isEqualTo(403);
            for (var move : List.of("heartbeat", "release", "reveal", "decision")) {
                assertThat(other.post(someCase + "/" + move, lease, "{}").status())
                        .isEqualTo(403);
            }
        }
        assertThat(tessa.get("/api/v1/queue").status()).isEqualTo(200);
        assertThat(guest.get("/api/v1/queue").status()).isEqualTo(403);
        assertThat(otto.get("/api/v1/audit").status()).isEqualTo(200);
        for (var other : List.of(anna, sanne, tessa, guest)) {
            assertThat(other.get("/api/v1/audit").status()).isEqualTo(403);
            assertThat(other.get("/api/v1/audit/verification").status()).isEqualTo(403);
        }
    }

    @Test
    void aPersonSignsInWithTheBrowserAndComesBackToThePage() throws Exception {
        var browser = browser();

        var back = signIn(browser, "anna", "/?case=open");

        assertThat(back).isEqualTo("/?case=open");
        var me = browser.send(get("/api/v1/me"), HttpResponse.BodyHandlers.ofString());
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(Analyst.JSON.readTree(me.body()).at("/userName").asText()).isEqualTo("anna");
        assertThat(Analyst.JSON.readTree(me.body()).at("/roles/0").asText()).isEqualTo("ANALYST");
    }

    @Test
    void aPageOfElsewhereCanNotActInTheNameOfAPersonWhoIsSignedIn() throws Exception {
        var browser = browser();
        signIn(browser, "anna", "/");

        var forged = browser.send(post("/api/v1/claims"), HttpResponse.BodyHandlers.ofString());
        var ours = browser.send(
                HttpRequest.newBuilder(post("/api/v1/claims"), (name, value) -> true)
                        .header("X-Requested-With", "bovenstrooms")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("urn:bovenstrooms:problem:not-from-our-page");
        assertThat(ours.statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        var browser = browser();
        signIn(browser, "anna", "/");

        browser.send(get("/sign-out"), HttpResponse.BodyHandlers.ofString());

        assertThat(browser.send(get("/api/v1/me"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMay() {
        for (var path : List.of("/", "/api/v1/me", "/q/health/ready", "/openapi", "/nowhere.js")) {
            var answer = Analyst.nobody().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
        assertThat(Analyst.nobody().get("/api/v1/me").header("Cache-Control")).isEqualTo("private, no-store");
    }

    /** Maven builds the page before it tests; without the page there is nothing to see. */
    @Test
    void aLinkIntoTheMiddleOfTheScreenWorks() {
        assumeThat(getClass().getResource("/META-INF/resources/index.html")).isNotNull();

        for (var path : List.of("/", "/audit", "/cases/of/today?filter=none")) {
            var answer = Analyst.nobody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(path).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
            assertThat(answer.text()).as(path).contains("<div id=\"root\"");
        }
        assertThat(Analyst.nobody().get("/icon.svg").header("Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var answer = Analyst.of(DemoUser.ANNA).get("/api/v1/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("nothing-here");
        assertThat(Analyst.nobody().get("/assets/nowhere.js").status()).isEqualTo(404);
        assertThat(Analyst.of(DemoUser.ANNA)
                        .post("/api/v1/cases/not-an-id/heartbeat", Map.of("Lease-Token", "a"), "")
                        .status())
                .isEqualTo(404);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(Analyst.address(path)).build();
    }

    private static HttpRequest post(String path) {
        return HttpRequest.newBuilder(Analyst.address(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** What a browser does; gives where it ends. */
    private static String signIn(HttpClient browser, String user, String back) throws Exception {
        var begin = Analyst.address("/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        var toSignIn = browser.send(HttpRequest.newBuilder(begin).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(toSignIn.statusCode()).isEqualTo(302);
        var page = URI.create(toSignIn.headers().firstValue("Location").orElseThrow());
        var html = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var claims = Pattern.compile("name=\"username\" value=\"" + user + "\">\\s*<input[^>]*value='([^']+)'")
                .matcher(html);
        assertThat(claims.find()).isTrue();
        var form = "username=" + user + "&claims=" + URLEncoder.encode(claims.group(1), StandardCharsets.UTF_8);
        var next = browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var address = page;
        while (next.statusCode() == 302 || next.statusCode() == 303) {
            address = address.resolve(next.headers().firstValue("Location").orElseThrow());
            if (!address.getPath().equals("/sign-in")) {
                return address.toString().replace(Analyst.address("").toString(), "");
            }
            next = browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
        throw new AssertionError("it ends at " + address + " with " + next.statusCode() + " " + next.body());
    }
}
