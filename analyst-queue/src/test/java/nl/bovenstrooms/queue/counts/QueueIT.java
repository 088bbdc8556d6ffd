package nl.bovenstrooms.queue.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.QueueFixture;
import org.junit.jupiter.api.Test;

/** How much waits, as it changes, and whether it waits too long. */
@QuarkusTest
class QueueIT extends QueueFixture {

    private final Analyst anna = Analyst.of(DemoUser.ANNA);
    private final Analyst tessa = Analyst.of(DemoUser.TESSA);

    @Test
    void theTeamLeadSeesHowMuchWaitsAndNoCase() {
        taken(scored());
        taken(scored());
        taken(scored());
        var first = anna.claim();
        anna.openImage(first);
        anna.decide(first, "SECOND_OPINION", "Dense shape behind the doors.");
        anna.claim();

        var counts = counts();

        assertThat(counts.at("/waiting").asInt()).isEqualTo(2);
        assertThat(counts.at("/secondReadings").asInt()).isEqualTo(1);
        assertThat(counts.at("/claimed").asInt()).isEqualTo(1);
        assertThat(counts.at("/decidedToday").asInt()).isZero();
        assertThat(counts.at("/oldestWaitingSince").asText()).isNotBlank();
        assertThat(counts.at("/nextDeadline").asText()).isNotBlank();
        assertThat(counts.at("/unreadAlarm").asBoolean()).isFalse();
        assertThat(tessa.claimAnswer().status()).isEqualTo(403);
    }

    @Test
    void whatWaitsTooLongRaisesTheAlarm() {
        taken(scored());
        clock.advance(Duration.ofMinutes(30));
        assertThat(counts().at("/unreadAlarm").asBoolean()).isTrue();

        anna.claim();
        assertThat(counts().at("/unreadAlarm").asBoolean()).isFalse();
    }

    @Test
    void whatIsNearItsDeadlineRaisesTheAlarm() {
        taken(scored().moments(Duration.ofMinutes(119), null, null));

        assertThat(counts().at("/unreadAlarm").asBoolean()).isTrue();
    }

    @Test
    void changesArriveByThemselves() throws Exception {
        var request = HttpRequest.newBuilder(Analyst.address("/api/v1/queue/changes"))
                .header("Authorization", "Bearer " + Tokens.ofTests().forPerson(DemoUser.TESSA))
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(next(lines).at("/waiting").asInt()).isZero();

            taken(scored());

            JsonNode counts;
            do {
                counts = next(lines);
            } while (counts.at("/waiting").asInt() == 0);
            assertThat(counts.at("/waiting").asInt()).isEqualTo(1);
        }
    }

    @Test
    void dashboardsSeeItToo() {
        taken(scored());

        // Counted now and then: one that waits may be of what was there before, too.
        await(() -> {
            var seen = metrics();
            return seen.contains("queue_cases_waiting 1.0") && seen.contains("queue_cases_claimed 0.0");
        });
        assertThat(metrics()).contains("queue_cases_oldest_age_seconds", "queue_unread_alarm 0.0");
    }

    private JsonNode counts() {
        return tessa.get("/api/v1/queue").json();
    }

    private static String metrics() {
        return Analyst.nobody().get("/q/metrics").text();
    }

    /** The data of the next event. */
    private static JsonNode next(BufferedReader lines) throws Exception {
        while (true) {
            var line = lines.readLine();
            if (line.startsWith("data:")) {
                return Analyst.JSON.readTree(line.substring("data:".length()));
            }
        }
    }
}
