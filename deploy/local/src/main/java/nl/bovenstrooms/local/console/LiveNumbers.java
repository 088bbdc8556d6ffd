package nl.bovenstrooms.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import org.jspecify.annotations.Nullable;

/**
 * What is happening, asked from the services as anybody with the right token could: their metrics, the counts that the queue shows,
 * and the feeds of outcomes. Not thread-safe.
 */
final class LiveNumbers {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Counter uploaded = new Counter();
    private final Counter scored = new Counter();
    private final Map<CustomsSystem, String> cursors = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private long tokensMade;
    private @Nullable Outcome latest;

    /**
     * @param uploaded scans with a receipt since the start of the launcher
     * @param scored containers with a score since then
     * @param counts of the queue as it is; empty while it does not answer
     */
    record Numbers(long uploaded, long scored, Optional<QueueCounts> counts, Optional<Outcome> latest) {}

    record QueueCounts(long waiting, long claimed, long decidedToday) {}

    record Outcome(String container, String decision, CustomsSystem toldTo, String decidedAt) {}

    LiveNumbers(Suite suite) {
        this.suite = suite;
    }

    Numbers now() {
        renewTokens();
        sum(
                        Member.SCAN_INGEST,
                        line -> line.startsWith("http_server_requests_seconds_count")
                                && line.contains("method=\"PUT\"")
                                && line.contains("status=\"201\"")
                                && line.contains("uri=\"/v1/scans/{scanId}\""))
                .ifPresent(uploaded::observe);
        sum(Member.RISK_SCORING, line -> line.startsWith("bovenstrooms_scoring_containers_total"))
                .ifPresent(scored::observe);
        for (var system : CustomsSystem.values()) {
            readOutcomes(system);
        }
        return new Numbers(uploaded.total(), scored.total(), counts(), Optional.ofNullable(latest));
    }

    private OptionalLong sum(Member service, Predicate<String> wanted) {
        var text = get(suite.process(service).address().resolve("/q/metrics"), null);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round(text.get()
                .lines()
                .filter(wanted)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum()));
    }

    private Optional<QueueCounts> counts() {
        return json(suite.queue().resolve("/api/v1/queue"), DemoUser.TESSA.userName(), () -> suite.tokens()
                        .forPerson(DemoUser.TESSA))
                .map(counts -> new QueueCounts(
                        counts.path("waiting").asLong(),
                        counts.path("claimed").asLong(),
                        counts.path("decidedToday").asLong()));
    }

    private void readOutcomes(CustomsSystem system) {
        var cursor = cursors.getOrDefault(system, "0");
        json(suite.ingest().resolve("/v1/outcomes?limit=1000&after=" + cursor), system.clientId(), () -> suite.tokens()
                        .forClient(system.clientId()))
                .ifPresent(feed -> {
                    cursors.put(system, feed.path("next").asText(cursor));
                    feed.path("outcomes").forEach(outcome -> keepLatest(outcome, system));
                });
    }

    private void keepLatest(JsonNode json, CustomsSystem system) {
        var outcome = new Outcome(
                json.path("containerNumber").asText("a container"),
                json.path("decision").asText(),
                system,
                json.path("decidedAt").asText());
        // Times of one service, all in UTC: their texts are in the order of time.
        if (latest == null || outcome.decidedAt().compareTo(latest.decidedAt()) >= 0) {
            latest = outcome;
        }
    }

    @FunctionalInterface
    private interface TokenMaking {
        String token();
    }

    private Optional<JsonNode> json(URI address, String bearer, TokenMaking making) {
        try {
            var token = tokens.computeIfAbsent(bearer, name -> making.token());
            var body = get(address, token);
            return body.isEmpty() ? Optional.empty() : Optional.ofNullable(JSON.readTree(body.get()));
        } catch (IOException | IllegalStateException | IllegalArgumentException awayOrNotReady) {
            return Optional.empty();
        }
    }

    private void renewTokens() {
        var now = System.nanoTime();
        if (now - tokensMade > TOKEN_AGE.toNanos()) {
            tokens.clear();
            tokensMade = now;
        }
    }

    private Optional<String> get(URI address, @Nullable String bearer) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
