package nl.bovenstrooms.scoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.scoring.feedback.Outcome.Said;
import nl.bovenstrooms.scoring.feedback.Outcomes.Score;
import nl.bovenstrooms.scoring.scan.Person;
import nl.bovenstrooms.scoring.scan.ScriptedModelInService;
import nl.bovenstrooms.scoring.scan.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of containers, in a real database beside real scores. Each test has a scan and rules that no other has. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class OutcomesIT {

    private static final String SINCE = Scores.TIME.toLocalDate().minusDays(1).toString();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outcomes outcomes;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID scan = UUID.randomUUID();
    private final String first = "first-" + scan;
    private final String second = "second-" + scan;
    private Jdbi jdbi;

    @BeforeEach
    void connect() {
        jdbi = Jdbi.create(dataSource);
    }

    /** Scores of no book there is: other tests make every score again. */
    @AfterEach
    void leaveNothing() {
        for (var table : List.of("outcome", "score", "scan")) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from <table> where scan_id = :scan")
                    .define("table", table)
                    .bind("scan", scan)
                    .execute());
        }
    }

    @Test
    void whatIsSaidIsCountedForTheScoreThatWasThereThen() {
        known();
        scored(Scores.score(scan, 1, 0, first));
        scored(Scores.score(scan, 2, 10, second));
        outcomes.keep(Scores.outcome(scan, Said.ACTED_ON, 5));
        outcomes.keep(Scores.outcome(scan, Said.FOUND, 15));

        assertThat(figures(first, "containers", "read", "actedOn", "checked", "found"))
                .containsExactly(0, 1, 1, 0, 0);
        assertThat(figures(second, "containers", "read", "actedOn", "checked", "found"))
                .containsExactly(1, 0, 0, 1, 1);
        assertThat(of(first).at("/precision").isNumber()).isFalse();
        assertThat(of(second).at("/precision").asDouble()).isEqualTo(1);
        assertThat(of(second).at("/precisionFrom").asDouble()).isEqualTo(0.207);
    }

    @Test
    void theLatestWordStandsInWhateverOrderTheyCome() {
        known();
        scored(Scores.score(scan, 1, 0, first));
        outcomes.keep(Scores.outcome(scan, Said.FOUND, 9));
        outcomes.keep(Scores.outcome(scan, Said.NOTHING, 8));
        outcomes.keep(Scores.outcome(scan, Said.FOUND, 9));

        assertThat(figures(first, "checked", "found")).containsExactly(1, 1);

        outcomes.keep(Scores.outcome(scan, Said.OTHER_IRREGULARITY, 10));
        assertThat(figures(first, "checked", "found", "otherIrregularity")).containsExactly(1, 0, 1);
    }

    /** The check stays where it was in time: the score of then is meant. */
    @Test
    void whatIsToldLaterCorrectsWhatWasToldOfTheSameCheck() {
        known();
        scored(Scores.score(scan, 1, 0, first));
        scored(Scores.score(scan, 2, 10, second));
        outcomes.keep(Scores.outcome(scan, Said.FOUND, 5, 30));
        outcomes.keep(Scores.outcome(scan, Said.NOTHING, 6, 20));

        assertThat(figures(first, "checked", "found")).containsExactly(1, 1);
        assertThat(figures(second, "checked", "found")).containsExactly(0, 0);
    }

    @Test
    void aResultMayComeBeforeItsScan() {
        outcomes.keep(Scores.outcome(scan, Said.NOTHING, 5));
        known();
        scored(Scores.score(scan, 1, 0, first));

        assertThat(figures(first, "checked", "found")).containsExactly(1, 0);
    }

    @Test
    void ofAScanThatWasForgottenNothingIsKept() {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into filing (scan_id, position) values (:scan, nextval('filing_position'))")
                .bind("scan", scan)
                .execute());

        outcomes.keep(Scores.outcome(scan, Said.FOUND, 5));

        assertThat(kept()).isZero();
    }

    @Test
    void onlyScansThatWereScoredSinceTheDayCount() {
        known();
        scored(Scores.score(scan, 1, -60 * 24 * 30, first));

        assertThat(of(first).isMissingNode()).isTrue();

        scored(Scores.score(scan, 2, 0, second));
        outcomes.keep(Scores.outcome(scan, Said.CLEARED, -60 * 24));
        assertThat(figures(second, "containers", "read")).containsExactly(1, 0);
        assertThat(figures(first, "containers", "read")).containsExactly(0, 1);
    }

    @Test
    void readingsAndResultsComeAsMessages() {
        known();
        scored(Scores.score(scan, 1, 0, first));
        var caseId = UUID.randomUUID();
        var read = new CaseRead(caseId, scan, 0, CaseRead.Judgement.ACTED_ON, Scores.TIME.plusMinutes(1));
        var reported = new InspectionReported(
                caseId,
                scan,
                0,
                null,
                InspectionReported.Outcome.FOUND,
                new InspectionReported.Find("cocaine", 40, "DOORS", "rip-off"),
                null,
                Scores.TIME.plusMinutes(2));

        try (var topics = new Topics(broker)) {
            topics.send(EventType.CASE_READ.topic(), scan.toString(), written(EventType.CASE_READ, read));
            topics.send(
                    EventType.INSPECTION_REPORTED.topic(),
                    scan.toString(),
                    written(EventType.INSPECTION_REPORTED, reported));
        }
        awaitKept(2);

        assertThat(figures(first, "read", "actedOn", "checked", "found")).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?since=yesterday", "?since=2026-11-31"})
    void aQuestionThatCannotBeReadIsAProblem(String query) {
        var answer = lead().get("/api/v1/feedback" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "SANNE"})
    void whoReadsCasesIsNotTold(DemoUser user) {
        assertThat(Person.of(user).get("/api/v1/feedback?since=" + SINCE).problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void anAuditorIs() {
        assertThat(Person.of(DemoUser.OTTO)
                        .get("/api/v1/feedback?since=" + SINCE)
                        .status())
                .isEqualTo(200);
    }

    /** What is found where would tell a source which of its containers are looked at. */
    @ParameterizedTest
    @EnumSource
    void customsSystemsAreNotTold(CustomsSystem system) {
        var forUs = new Person(Tokens.ofTests().forAudience(system.clientId(), "risk-scoring"));

        assertThat(forUs.get("/api/v1/feedback?since=" + SINCE).problem()).isEqualTo("not-allowed");
        assertThat(Person.NOBODY.get("/api/v1/feedback?since=" + SINCE).problem())
                .isEqualTo("not-signed-in");
    }

    private static Person lead() {
        return Person.of(DemoUser.TESSA);
    }

    private static JsonNode of(String rule) {
        var answer = lead().get("/api/v1/feedback?since=" + SINCE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/contributions").spliterator(), false)
                .filter(one -> one.at("/id").asText().equals(rule))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static int[] figures(String rule, String... names) {
        var one = of(rule);
        return Arrays.stream(names)
                .mapToInt(name -> one.at("/" + name).intValue())
                .toArray();
    }

    private static <T> byte[] written(EventType type, T data) {
        return EventCodec.write(
                Event.of(type, UUID.randomUUID(), "/analyst-queue", "any", Scores.TIME.plusMinutes(3), data));
    }

    private void known() {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into scan (scan_id, known, keep_until) values (:scan, '{}', 'infinity')")
                .bind("scan", scan)
                .execute());
    }

    private void scored(Score score) {
        var event = Event.of(
                EventType.SCAN_SCORED,
                score.scored().scoreId(),
                "/risk-scoring",
                scan.toString(),
                score.at(),
                score.scored());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into score (scan_id, version, scored_at, basis, event)
                        values (:scan, :version, :at, '{"pasts": []}', :event)
                        """)
                .bind("scan", scan)
                .bind("version", score.scored().revision().version())
                .bind("at", score.at())
                .bind("event", EventCodec.write(event))
                .execute());
    }

    private int kept() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outcome where scan_id = :scan")
                .bind("scan", scan)
                .mapTo(Integer.class)
                .one());
    }

    private void awaitKept(int count) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (kept() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(kept()).isEqualTo(count);
    }
}
