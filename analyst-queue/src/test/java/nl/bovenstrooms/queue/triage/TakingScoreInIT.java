package nl.bovenstrooms.queue.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import nl.bovenstrooms.queue.Scored;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Which containers become cases, and what a source hears of the others. */
@QuarkusTest
class TakingScoreInIT extends QueueFixture {

    private static final String SCORED = EventType.SCAN_SCORED.topic();
    private static final double SHARE = 0.05;

    private final Analyst anna = Analyst.of(DemoUser.ANNA);

    @Inject
    Draw draw;

    @Inject
    AnsweringWhenDue answeringWhenDue;

    @Test
    void aContainerAboveTheThresholdIsACaseAndOneBelowIsRecorded() {
        var scanId = taken(of(drawnIs(false, 1)).probabilities(Scored.ABOVE, Scored.BELOW));

        assertThat(routes(scanId)).containsExactly("ABOVE_THRESHOLD", "NOT_READ");
        assertThat(cases(scanId)).isEqualTo(1);
    }

    @Test
    void aRepeatedMessageCountsOnce() {
        var scored = scored();
        taken(scored);
        scored.publish();
        taken(scored());

        assertThat(cases(scored.scanId())).isEqualTo(1);
        assertThat(Kept.count(
                        "select count(*) from audit_entry where action = 'SCAN_ASSESSED' and subject = ?",
                        "scan/" + scored.scanId()))
                .isEqualTo(1);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextScoreGetsThrough() {
        var scored = scored();
        var key = scored.scanId().toString();
        var text = new String(EventCodec.write(scored.event()), StandardCharsets.UTF_8);
        publish(key, "{\"no\": \"event\"");
        publish(key, "");
        publish(key, "null");
        publish(key, text.replace(EventType.SCAN_SCORED.type(), "of.another"));
        publish(key, text.replace("\"caseReference\"", "\"reference\""));
        publish(key, text.replace("\"probability\":0.04", "\"probability\":4"));
        publish(key, text.replace("\"index\":0", "\"index\":-1"));
        taken(scored);

        assertThat(cases(scored.scanId())).isEqualTo(1);
        assertThat(Kept.messages(SCORED + ".dead-letter", key, 7))
                .hasSize(7)
                .extracting(TakingScoreInIT::reason)
                .anyMatch(reason -> reason.contains("of type of.another"))
                .anyMatch(reason -> reason.contains("lacks scan.caseReference"))
                .anyMatch(reason -> reason.contains("a probability of 4"))
                .anyMatch(reason -> reason.contains("the score of container -1"))
                .allMatch(reason -> !reason.isBlank());
    }

    @Test
    void aNewerScoreChangesAnOpenCaseAndKeepsTheLeaseOfAClaimedOne() {
        var scanId = taken(scored().moments(null, null, null));
        var claim = anna.claim();
        assertThat(claim.caseFile().at("/deadline/kind").asText()).isEqualTo("NONE");
        assertThat(claim.caseFile().at("/deadline/missing")).hasSize(3);

        taken(Scored.of(scanId, clock.instant())
                .later(Duration.ofMinutes(1))
                .probabilities(Scored.ABOVE, Scored.ABOVE));

        assertThat(anna.with(claim, "heartbeat", "").status()).isEqualTo(200);
        var again = anna.get("/api/v1/claims/mine").json().at("/claim/case");
        assertThat(again.at("/caseId").asText()).isEqualTo(claim.caseId());
        assertThat(again.at("/deadline/kind").asText()).isEqualTo("CUT_OFF");
        assertThat(again.at("/containersInScan").asInt()).isEqualTo(2);
        assertThat(cases(scanId)).isEqualTo(2);
    }

    @Test
    void aNewerScoreLiftsAContainerThatWasNotToBeReadAndAnOlderOneDoesNothing() {
        var scanId = drawnIs(false, 0);
        taken(of(scanId).probabilities(Scored.BELOW));
        assertThat(cases(scanId)).isZero();

        taken(of(scanId).later(Duration.ofMinutes(2)));
        assertThat(routes(scanId)).containsExactly("ABOVE_THRESHOLD");

        taken(of(scanId).later(Duration.ofMinutes(1)).probabilities(Scored.BELOW));
        assertThat(routes(scanId)).containsExactly("ABOVE_THRESHOLD");
        assertThat(cases(scanId)).isEqualTo(1);
        assertThat(Kept.count("select count(*) from assessment where scan_id = ? and probability > 0.03", scanId))
                .isEqualTo(1);
    }

    @Test
    void ofTwoVersionsTheHigherOneCountsWhateverTheirTimesAndTheCaseSaysWhyItWasMade() {
        var scanId = taken(scored().version(2));

        taken(Scored.of(scanId, clock.instant())
                .later(Duration.ofMinutes(1))
                .version(1)
                .probabilities(0.5));

        assertThat(Kept.count("select count(*) from assessment where scan_id = ? and probability = 0.5", scanId))
                .isZero();
        assertThat(cases(scanId)).isEqualTo(1);
        assertThat(anna.claim().caseFile().at("/changes/0/en").asText()).isEqualTo("The lot grew.");
    }

    @Test
    void aDecidedCaseStaysAsItIs() {
        var scanId = taken(scored());
        var claim = anna.claim();
        anna.openImage(claim);
        assertThat(anna.decide(claim, "NO_FINDING", "").status()).isEqualTo(200);

        taken(Scored.of(scanId, clock.instant()).later(Duration.ofMinutes(1)));
        assertThat(Kept.count(
                        "select count(*) from review_case where scan_id = ? and score_changed_at is not null", scanId))
                .isZero();

        taken(Scored.of(scanId, clock.instant()).later(Duration.ofMinutes(2)).probabilities(0.77));

        assertThat(Kept.count("select count(*) from review_case where scan_id = ? and state = 'DECIDED'", scanId))
                .isEqualTo(1);
        assertThat(Kept.count(
                        "select count(*) from review_case where scan_id = ? and score_changed_at is not null", scanId))
                .isEqualTo(1);
        assertThat(Kept.count(
                        "select count(*) from audit_entry where action = 'SCORE_CHANGED_AFTER_DECISION' and subject = 'case/'"
                                + " || (select case_id from review_case where scan_id = ?)",
                        scanId))
                .isEqualTo(1);
        assertThat(anna.claimAnswer().json().at("/claim").isNull()).isTrue();
    }

    @Test
    void aScoreThatWaitsForACaseHoldsNothingThatItsReaderNeeds() throws Exception {
        var scanId = taken(scored().probabilities(0.5, Scored.ABOVE));
        clear(anna.claim());
        var rescored = of(scanId).later(Duration.ofMinutes(1)).probabilities(0.77, 0.78);

        try (var reader = Kept.connection(false)) {
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.execute("select 1 from review_case where state = 'OPEN' for update");
                rescored.publish();
                await(() -> Kept.count("select count(*) from pg_locks where not granted") > 0);

                statement.execute("select 1 from assessment where scan_id = '" + scanId + "' for update nowait");
                try (var end =
                        statement.executeQuery("select pg_try_advisory_xact_lock(hashtextextended('audit', 0))")) {
                    assertThat(end.next() && end.getBoolean(1)).isTrue();
                }
            }
            reader.commit();
        }

        taken(rescored);
        assertThat(Kept.count("""
                        select count(*) from audit_entry where action = 'SCORE_CHANGED_AFTER_DECISION' and subject = 'case/'
                         || (select case_id from review_case where scan_id = ? and state = 'DECIDED')
                        """, scanId)).isEqualTo(1);
    }

    @Test
    void whoIsDrawnCanNotBeToldFromTheOthers() {
        var drawn = drawnIs(true, 0);
        taken(of(drawn).probabilities(Scored.BELOW));
        var shownDrawn = anna.claim();
        anna.release(shownDrawn);
        var other = taken(scored().number("TGHU7790315"));
        var shownOther = Analyst.named("eva", "ANALYST").claim();
        var secondOther = Analyst.named("finn", "ANALYST").claim();

        assertThat(routes(drawn)).containsExactly("RANDOM_SHARE");
        assertThat(routes(other)).containsExactly("ABOVE_THRESHOLD");
        assertThat(List.of(shownOther.caseId(), secondOther.caseId())).contains(shownDrawn.caseId());
        assertThat(fields(shownDrawn.whole())).isEqualTo(fields(shownOther.whole()));
        assertThat(fields(secondOther.whole())).isEqualTo(fields(shownOther.whole()));
        assertThat(shownDrawn.whole().toString())
                .doesNotContain("probability", "score", "points", "RANDOM", "THRESHOLD", "risk", "rank");
        // The same ranking as a case whose risk lies in the tenfold above the threshold, never below all others.
        assertThat(Kept.count(
                        "select count(*) from review_case where scan_id = ? and risk >= 0.01 and risk <= 0.1", drawn))
                .isEqualTo(1);
    }

    @Test
    void aSourceHearsOfUnreadAndOfClearedContainersInTheSameWordsAndAfterTheSameTime() throws Exception {
        var unread = drawnIs(false, 0);
        taken(of(unread).probabilities(Scored.BELOW));
        var cleared = taken(scored());
        clear(anna.claim());
        for (var scanId : List.of(unread, cleared)) {
            assertThat(Kept.count("""
                            select count(*) from assessment where scan_id = ? and answered_at is null
                               and answer_at between assessed_at + interval '20 minutes'
                                                 and assessed_at + interval '91 minutes'
                            """, scanId)).isEqualTo(1);
            assertThat(Kept.onTheirWay(EventType.CASE_DECIDED, scanId)).isZero();
        }

        clock.advance(Duration.ofMinutes(91));
        answeringWhenDue.answer();
        answeringWhenDue.answer();

        var toldOfUnread = told(unread);
        var toldOfCleared = told(cleared);
        assertThat(toldOfUnread.data().decision()).isEqualTo(Decision.NO_FINDING);
        assertThat(toldOfUnread.data().toldToSource())
                .isEqualTo(toldOfCleared.data().toldToSource());
        assertThat(toldOfUnread.id().version()).isEqualTo(toldOfCleared.id().version());
        assertThat(toldOfUnread.data().caseId().version())
                .isEqualTo(toldOfCleared.data().caseId().version());
        assertThat(fields(json(toldOfUnread))).isEqualTo(fields(json(toldOfCleared)));
        assertThat(cases(unread)).isZero();
    }

    @Test
    void severalInstancesTellEachSourceOnce() throws Exception {
        var unread = new ArrayList<UUID>();
        for (var i = 0; i < 30; i++) {
            var scanId = drawnIs(false, 0);
            of(scanId).probabilities(Scored.BELOW).publish();
            unread.add(scanId);
        }
        await(() -> Kept.count("select count(*) from assessment") == 30);
        clock.advance(Duration.ofMinutes(91));
        var instances = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> instance = () -> {
                answeringWhenDue.answer();
                return null;
            };
            for (var done : instances.invokeAll(Collections.nCopies(4, instance))) {
                done.get();
            }
        } finally {
            instances.shutdown();
        }

        await(() -> Kept.count("select count(*) from outbox") == 0);
        unread.forEach(TakingScoreInIT::told);
    }

    @Test
    void whatTakesLongerThanUnreadContainersDoIsToldWithTheDecision() {
        var scanId = taken(scored());
        clock.advance(Duration.ofMinutes(91));

        clear(anna.claim());

        assertThat(told(scanId).data().decision()).isEqualTo(Decision.NO_FINDING);
    }

    @Test
    void aSourceThatHeardAlreadyHearsNothingMoreWhenTheContainerIsClearedLater() {
        var scanId = drawnIs(false, 0);
        taken(of(scanId).probabilities(Scored.BELOW));
        clock.advance(Duration.ofMinutes(91));
        answeringWhenDue.answer();
        told(scanId);
        taken(of(scanId));

        clear(anna.claim());
        answeringWhenDue.answer();

        assertThat(Kept.onTheirWay(EventType.CASE_DECIDED, scanId)).isZero();
        told(scanId);
    }

    private void clear(Analyst.Claim claim) {
        anna.openImage(claim);
        assertThat(anna.decide(claim, "NO_FINDING", "").status()).isEqualTo(200);
    }

    private Scored of(UUID scanId) {
        return Scored.of(scanId, clock.instant());
    }

    /** A scan whose container is drawn, or is not. */
    private UUID drawnIs(boolean drawn, int containerIndex) {
        return Stream.generate(UUID::randomUUID)
                .filter(scanId -> draw.isChosen(scanId, containerIndex, SHARE) == drawn)
                .findFirst()
                .orElseThrow();
    }

    /** The one word that the source heard. */
    private static Event<CaseDecided> told(UUID scanId) {
        var messages = Kept.messages(EventType.CASE_DECIDED, scanId, 1);
        assertThat(messages).hasSize(1);
        return EventCodec.read(messages.get(0).value(), EventType.CASE_DECIDED, CaseDecided.class);
    }

    private static JsonNode json(Event<?> event) throws Exception {
        return Analyst.JSON.readTree(EventCodec.write(event));
    }

    /** Paths of all fields, in order: the shape, without the values. */
    private static List<String> fields(JsonNode node) {
        var paths = new ArrayList<String>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, List<String> paths) {
        paths.add(path + ":" + node.getNodeType());
        node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), paths));
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(path + "/" + index, node.get(index), paths);
        }
    }

    private static List<String> routes(UUID scanId) {
        return Stream.of(0, 1)
                .flatMap(index -> Stream.of(Route.values())
                        .filter(route -> Kept.count(
                                        "select count(*) from assessment where scan_id = ? and container_index = ? and route = ?",
                                        scanId,
                                        index,
                                        route.name())
                                == 1)
                        .map(Enum::name))
                .toList();
    }

    private static void publish(String key, String text) {
        Kept.publish(SCORED, key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }
}
