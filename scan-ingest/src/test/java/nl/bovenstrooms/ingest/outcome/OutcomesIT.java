package nl.bovenstrooms.ingest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.ingest.CustomsClient;
import nl.bovenstrooms.ingest.CustomsClient.Message;
import nl.bovenstrooms.ingest.Kept;
import nl.bovenstrooms.ingest.image.Samples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst decides reaches the source, once, and nobody else. */
@QuarkusTest
class OutcomesIT {

    private static final String DECIDED = EventType.CASE_DECIDED.topic();
    private static final String DEAD_LETTERS = DECIDED + ".dead-letter";
    private static final String NUMBER = "MSCU1234566";
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-24T09:15:00+01:00");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CustomsClient brazil = new CustomsClient(Tokens.ofTests().forClient("br-rfb"));
    private final CustomsClient ecuador = new CustomsClient(Tokens.ofTests().forClient("ec-senae"));
    private final UUID scan = UUID.randomUUID();

    private String start;

    @BeforeEach
    void aScanIsInAssessmentAndTheFeedIsRead() {
        assertThat(brazil.put(scan, Message.of("image/jpeg", Samples.jpeg(100, 100)))
                        .status())
                .isEqualTo(201);
        start = endOfFeed();
    }

    @Test
    void aDecisionReachesTheFeedAndTheScanOfItsSource() {
        send(decided(0, 1, NUMBER, Decision.INSPECT_AT_ORIGIN));

        var outcome = awaitOutcomes(1).get(0);
        assertThat(outcome.at("/scanId").asText()).isEqualTo(scan.toString());
        assertThat(outcome.at("/sourceReference").asText()).isEqualTo("SSZ-000123");
        assertThat(outcome.at("/containerNumber").asText()).isEqualTo(NUMBER);
        assertThat(outcome.at("/decision").asText()).isEqualTo("INSPECT_AT_ORIGIN");
        assertThat(outcome.at("/told/nl").asText()).isEqualTo("Controleer de container.");
        assertThat(outcome.at("/told/en").asText()).isEqualTo("Inspect the container.");
        assertThat(OffsetDateTime.parse(outcome.at("/decidedAt").asText()).toInstant())
                .isEqualTo(TIME.toInstant());

        var state = state();
        assertThat(state.at("/state").asText()).isEqualTo("DECIDED");
        assertThat(state.at("/containers")).hasSize(1);
        assertThat(state.at("/containers/0/number").asText()).isEqualTo(NUMBER);
        assertThat(state.at("/containers/0/state").asText()).isEqualTo("DECIDED");
        assertThat(state.at("/containers/0/decision").asText()).isEqualTo("INSPECT_AT_ORIGIN");
        assertThat(state.at("/containers/0/told/en").asText()).isEqualTo("Inspect the container.");
    }

    @Test
    void aScanOfTwoContainersIsDecidedWhenBothAre() {
        send(decided(0, 2, NUMBER, Decision.NO_FINDING));
        awaitOutcomes(1);
        assertThat(state().at("/state").asText()).isEqualTo("RECEIVED");

        send(decided(1, 2, null, Decision.NO_FINDING));
        awaitOutcomes(2);
        assertThat(state().at("/state").asText()).isEqualTo("DECIDED");
        assertThat(state().at("/containers")).hasSize(2);
    }

    @Test
    void aRepeatedMessageCountsOnce() {
        var first = decided(0, 2, NUMBER, Decision.NO_FINDING);
        send(first);
        send(first);
        send(decided(1, 2, null, Decision.INSPECT_AT_ORIGIN));

        var outcomes = awaitOutcomes(2);

        assertThat(outcomes)
                .extracting(outcome -> outcome.at("/decision").asText())
                .containsExactly("NO_FINDING", "INSPECT_AT_ORIGIN");
        assertThat(Kept.count("select count(*) from outcome where scan_id = ?", scan))
                .isEqualTo(2);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextDecisionGetsThrough() {
        publish("{\"no\": \"event\"");
        publish("");
        publish("null");
        publish(text(decided(0, 1, NUMBER, Decision.NO_FINDING)).replace(EventType.CASE_DECIDED.type(), "of.another"));
        publish(text(decided(0, 1, NUMBER, Decision.NO_FINDING)).replace("NO_FINDING", "SHRUG"));
        publish(text(decided(0, 1, NUMBER, Decision.NO_FINDING)).replace("\"decision\"", "\"verdict\""));
        publish(text(decided(0, 1, NUMBER, Decision.NO_FINDING)).replace(scan.toString(), UUID.randomUUID() + ""));
        publish(text(decided(0, 1, NUMBER, Decision.NO_FINDING)).replace("BR-RFB", "EC-SENAE"));
        send(decided(0, 1, NUMBER, Decision.INSPECT_AT_ORIGIN));

        assertThat(awaitOutcomes(1))
                .extracting(outcome -> outcome.at("/decision").asText())
                .containsExactly("INSPECT_AT_ORIGIN");
        var letters = Kept.messages(DEAD_LETTERS, scan.toString(), 8);
        assertThat(letters)
                .hasSize(8)
                .extracting(OutcomesIT::reason)
                .anyMatch(reason -> reason.contains("of type of.another"))
                .anyMatch(reason -> reason.contains("SHRUG"))
                .anyMatch(reason -> reason.contains("lacks decision"))
                .anyMatch(reason -> reason.contains("of tenant EC-SENAE"))
                .allMatch(reason -> !reason.isBlank());
        assertThat(ecuadorsOutcomes()).doesNotContain(scan.toString());
    }

    @Test
    void theFeedIsReadPageByPageWithoutGapsOrRepeats() {
        for (var i = 0; i < 5; i++) {
            send(decided(i, 5, null, Decision.NO_FINDING));
        }
        var all = awaitOutcomes(5);

        var cursor = start;
        var sizes = new ArrayList<Integer>();
        var read = new ArrayList<String>();
        for (var page = 0; page < 4; page++) {
            var answer = brazil.get("/v1/outcomes?limit=2&after=" + cursor).json();
            sizes.add(answer.at("/outcomes").size());
            answer.at("/outcomes")
                    .forEach(outcome -> read.add(outcome.at("/cursor").asText()));
            cursor = answer.at("/next").asText();
        }

        assertThat(sizes).containsExactly(2, 2, 1, 0);
        assertThat(read)
                .doesNotHaveDuplicates()
                .isEqualTo(all.stream()
                        .map(outcome -> outcome.at("/cursor").asText())
                        .toList());
        assertThat(cursor).isEqualTo(read.get(4));
    }

    @Test
    void anotherTenantSeesNothing() {
        send(decided(0, 1, NUMBER, Decision.NO_FINDING));
        awaitOutcomes(1);

        assertThat(ecuadorsOutcomes()).doesNotContain(scan.toString());
        assertThat(ecuador.get("/v1/scans/" + scan).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "99999999999999999999"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        var answer = brazil.get("/v1/outcomes?after=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:cursor-unknown");
        assertThat(answer.json().at("/field").asText()).isEqualTo("after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001"})
    void aPageOfAnOddSizeIsRefused(String limit) {
        var answer = brazil.get("/v1/outcomes?limit=" + limit);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").asText()).isEqualTo("urn:bovenstrooms:problem:malformed-request");
        assertThat(answer.json().toString()).contains("limit");
    }

    private Event<CaseDecided> decided(int container, int of, String number, Decision decision) {
        var data = new CaseDecided(
                UUID.randomUUID(),
                scan,
                "BR-RFB",
                container,
                of,
                number,
                decision,
                TIME,
                new LocalText("Controleer de container.", "Inspect the container."));
        return Event.of(EventType.CASE_DECIDED, UUID.randomUUID(), "/analyst-queue", scan.toString(), TIME, data);
    }

    private void send(Event<CaseDecided> event) {
        Kept.publish(DECIDED, scan.toString(), EventCodec.write(event));
    }

    private void publish(String message) {
        Kept.publish(DECIDED, scan.toString(), message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Event<CaseDecided> event) {
        return new String(EventCodec.write(event), StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }

    private JsonNode state() {
        return brazil.get("/v1/scans/" + scan).json();
    }

    private String ecuadorsOutcomes() {
        var answer = ecuador.get("/v1/outcomes?limit=1000");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().toString();
    }

    private String endOfFeed() {
        var answer = brazil.get("/v1/outcomes?limit=1000").json();
        while (!answer.at("/outcomes").isEmpty()) {
            answer = brazil.get("/v1/outcomes?limit=1000&after="
                            + answer.at("/next").asText())
                    .json();
        }
        return answer.at("/next").asText();
    }

    /** The outcomes since the test began, as soon as there are so many. */
    private List<JsonNode> awaitOutcomes(int count) {
        var found = new ArrayList<JsonNode>();
        await(() -> {
            found.clear();
            brazil.get("/v1/outcomes?after=" + start).json().at("/outcomes").forEach(found::add);
            return found.size() >= count;
        });
        assertThat(found).hasSize(count);
        return found;
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not happen").isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
