package nl.bovenstrooms.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who uses the interface, with a token or without. */
public final class Analyst {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    private Analyst(String token) {
        this.token = token;
    }

    public static Analyst nobody() {
        return new Analyst("");
    }

    public static Analyst withToken(String token) {
        return new Analyst(token);
    }

    public static Analyst of(DemoUser user) {
        return new Analyst(Tokens.ofTests().forPerson(user));
    }

    public static Analyst named(String userName, String... roles) {
        return new Analyst(Tokens.ofTests().forPerson(userName, userName, roles));
    }

    /** An answer; its JSON is missing where the body is something else. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return header("Content-Type").contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Such as {@code lease-lost}. */
        public String problem() {
            return json().at("/type").asText().replace("urn:bovenstrooms:problem:", "");
        }
    }

    /** A running claim. */
    public record Claim(String caseId, String token, JsonNode caseFile, JsonNode whole) {}

    public static URI address(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://localhost:" + port + path);
    }

    public Answer get(String path) {
        return send(request(path, Map.of()).GET().build());
    }

    public Answer get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET().build());
    }

    public Answer post(String path, Map<String, String> headers, String body) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer put(String path, String body) {
        return send(request(path, Map.of())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer claimAnswer() {
        return post("/api/v1/claims", Map.of(), "");
    }

    /** The next case, which must be there. */
    public Claim claim() {
        var answer = claimAnswer();
        var claim = answer.json().at("/claim");
        if (answer.status() != 200 || !claim.isObject()) {
            throw new AssertionError("no claim: " + answer.status() + " " + answer.text());
        }
        return new Claim(claim.at("/case/caseId").asText(), claim.at("/token").asText(), claim.at("/case"), claim);
    }

    public Answer with(Claim claim, String move, String body) {
        return post("/api/v1/cases/" + claim.caseId() + "/" + move, Map.of("Lease-Token", claim.token()), body);
    }

    public Answer openImage(Claim claim) {
        var image = claim.caseFile().at("/image");
        return get(
                "/api/v1/cases/" + claim.caseId() + "/images/"
                        + image.at("/imageId").asText() + "/"
                        + image.at("/channels/0/energy").asText(),
                Map.of("Lease-Token", claim.token()));
    }

    /** Decides about what the claim showed. */
    public Answer decide(Claim claim, String decision, String note) {
        var body = JSON.createObjectNode()
                .put("version", claim.caseFile().at("/version").asText())
                .put("decision", decision)
                .put("note", note);
        return with(claim, "decision", body.toString());
    }

    public Answer release(Claim claim) {
        return with(claim, "release", "{\"reason\": \"end of the shift\"}");
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
