package nl.bovenstrooms.local.customs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tokens of one customs system, by client credentials (RFC 6749, 4.4). One is kept until shortly before it ends. Thread-safe. */
public final class TokenSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Credentials credentials;
    private final Clock clock;
    private @Nullable String token;
    private Instant useUntil = Instant.MIN;

    /** @param scope names, with spaces between them */
    public record Credentials(URI tokenUrl, String clientId, String clientSecret, String scope) {}

    public TokenSource(HttpClient http, Credentials credentials, Clock clock) {
        this.http = http;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @throws IOException if the server can't be reached or is in trouble; trying again may help
     * @throws Refused if it does not know this system
     */
    synchronized String token() throws IOException, InterruptedException {
        var known = token;
        if (known != null && clock.instant().isBefore(useUntil)) {
            return known;
        }
        var request = HttpRequest.newBuilder(credentials.tokenUrl())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + basic())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=" + encoded(credentials.scope())))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IOException("sign-in answers " + answer.statusCode());
        }
        var json = Answers.json(answer);
        var made = json.path("access_token").asText("");
        if (answer.statusCode() != 200 || made.isEmpty()) {
            var problem = JSON.createObjectNode()
                    .put("title", "Sign-in gives no token to " + credentials.clientId())
                    .put(
                            "detail",
                            json.path("error_description")
                                    .asText(json.path("error").asText("")));
            throw new Refused(answer.statusCode(), problem);
        }
        token = made;
        useUntil =
                clock.instant().plusSeconds(json.path("expires_in").asLong(60)).minus(EARLY);
        return made;
    }

    /** The next one is asked for anew. */
    synchronized void forget() {
        token = null;
    }

    private String basic() {
        var both = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
