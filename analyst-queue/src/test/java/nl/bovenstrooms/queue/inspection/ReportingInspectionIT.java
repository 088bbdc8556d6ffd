package nl.bovenstrooms.queue.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.contracts.event.InspectionReported.Find;
import nl.bovenstrooms.contracts.event.InspectionReported.Outcome;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.embedded.Tokens;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Analyst.Answer;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import nl.bovenstrooms.queue.Scored;
import nl.bovenstrooms.queue.review.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check found, told over HTTP, and where it goes. */
@QuarkusTest
class ReportingInspectionIT extends QueueFixture {

    private static final String FOUND = """
            {"outcome": "FOUND", "find": {"substance": "cocaine", "kg": 212.5, "place": "DOORS", "method": "rip-off"},
             "inspectedAt": "%s"}""";
    private static final String NOTHING = """
            {"outcome": "NOTHING", "inspectedAt": "%s"}""";

    private final Analyst tessa = Analyst.of(DemoUser.TESSA);

    @Test
    void whatWasFoundIsPublishedOnceWithTheAudit() {
        var scanId = taken(scored());
        var at = clock.instant().minusSeconds(60);

        var taken = tell(tessa, scanId, FOUND.formatted(at));
        var again = tell(tessa, scanId, FOUND.formatted(at));

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().at("/version").asInt()).isEqualTo(1);
        assertThat(again.json()).isEqualTo(taken.json());
        var event = published(scanId, 1).get(0);
        assertThat(event.source()).isEqualTo("/analyst-queue");
        assertThat(event.time().toInstant())
                .isEqualTo(Instant.parse(taken.json().at("/reportedAt").asText()));
        assertThat(event.data().caseId()).isEqualTo(CaseId.of(scanId, 0));
        assertThat(event.data().scanId()).isEqualTo(scanId);
        assertThat(event.data().containerIndex()).isZero();
        assertThat(event.data().containerNumber()).isEqualTo("MSCU1234566");
        assertThat(event.data().outcome()).isEqualTo(Outcome.FOUND);
        assertThat(event.data().find()).isEqualTo(new Find("cocaine", 212.5, "DOORS", "rip-off"));
        assertThat(audited(scanId)).isEqualTo(1);
        assertThat(Kept.count("""
                        select count(*) from audit_entry where action = 'INSPECTION_REPORTED' and subject = ?
                           and actor = 'tessa' and payload like '%212.5%'""", "case/" + CaseId.of(scanId, 0))).isEqualTo(1);
    }

    @Test
    void aCorrectionIsAnotherWordAndTheLatestStands() {
        var scanId = taken(scored());
        var at = clock.instant().minusSeconds(60);
        tell(tessa, scanId, NOTHING.formatted(at));
        clock.advance(Duration.ofHours(1));

        var corrected = tell(tessa, scanId, FOUND.formatted(at));

        assertThat(corrected.json().at("/version").asInt()).isEqualTo(2);
        assertThat(published(scanId, 2))
                .extracting(event -> event.data().outcome())
                .containsExactly(Outcome.NOTHING, Outcome.FOUND);
        assertThat(published(scanId, 2)).extracting(Event::time).isSorted().doesNotHaveDuplicates();
        assertThat(published(scanId, 2)).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(audited(scanId)).isEqualTo(2);
    }

    @Test
    void whoTellsAtTheSameMomentTellsOnce() {
        var scanId = taken(scored());
        var body = NOTHING.formatted(clock.instant());

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(one -> tell(tessa, scanId, body))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(published(scanId, 1)).hasSize(1);
        assertThat(audited(scanId)).isEqualTo(1);
    }

    /** The answer is the same, so that nobody learns from it whether anybody reads the container. */
    @Test
    void aContainerThatNobodyReadsCanHaveBeenChecked() {
        var scanId = taken(scored().probabilities(Scored.BELOW));
        var at = clock.instant();

        var taken = tell(tessa, scanId, FOUND.formatted(at));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(published(scanId, 1)).hasSize(1);
    }

    @Test
    void nobodyMarksTheirOwnWork() {
        var both = Analyst.named("wim", "ANALYST", "TEAM_LEAD");
        var scanId = taken(scored());
        var body = NOTHING.formatted(clock.instant());
        var claim = both.claim();
        assertThat(tell(both, scanId, body).problem()).isEqualTo("own-reading");
        both.openImage(claim);
        both.decide(claim, "NO_FINDING", "");

        assertThat(tell(both, scanId, body).status()).isEqualTo(409);
        assertThat(tell(tessa, scanId, body).status()).isEqualTo(200);
    }

    @Test
    void theSourceHearsNothingOfIt() {
        var scanId = taken(scored());

        tell(tessa, scanId, FOUND.formatted(clock.instant()));

        assertThat(published(scanId, 1)).hasSize(1);
        assertThat(Kept.onTheirWay(EventType.CASE_DECIDED, scanId)).isZero();
        for (var system : CustomsSystem.values()) {
            var theirs = Analyst.withToken(Tokens.ofTests().forClient(system.clientId()));
            assertThat(tell(theirs, scanId, FOUND.formatted(clock.instant())).status())
                    .isIn(401, 403);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "SANNE", "OTTO"})
    void aTeamLeadAloneMayTell(DemoUser user) {
        var scanId = taken(scored());

        assertThat(tell(Analyst.of(user), scanId, NOTHING.formatted(clock.instant()))
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(audited(scanId)).isZero();
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        var answer = tell(tessa, UUID.randomUUID(), NOTHING.formatted(clock.instant()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("case-unknown");
        assertThat(tessa.put("/api/v1/cases/MSCU/inspection", NOTHING.formatted(clock.instant()))
                        .status())
                .isIn(400, 404);
    }

    @Test
    void aCheckThatCannotBeIsRefusedInBothLanguages() {
        var scanId = taken(scored());

        var answer = tell(tessa, scanId, NOTHING.formatted(clock.instant().plusSeconds(60)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("inspection-not-possible");
        assertThat(answer.json().at("/why/nl").asText()).contains("toekomst");
        assertThat(answer.json().at("/why/en").asText()).contains("future");
        assertThat(tell(tessa, scanId, NOTHING.replace("NOTHING", "FOUND").formatted(clock.instant()))
                        .problem())
                .isEqualTo("inspection-not-possible");
        assertThat(audited(scanId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"outcome\": \"PERHAPS\", \"inspectedAt\": \"2026-11-24T05:00:00Z\"}",
                "{\"outcome\": \"NOTHING\"}",
                "{\"outcome\": \"NOTHING\", \"inspectedAt\": \"yesterday\"}",
                "{\"outcome\": \"NOT_DONE\", \"why\": \"\", \"inspectedAt\": \"2020-11-24T05:00:00Z\"}",
                "{\"outcome\": \"FOUND\", \"inspectedAt\": \"2020-11-24T05:00:00Z\","
                        + " \"find\": {\"substance\": \"\", \"kg\": 1, \"place\": \"DOORS\", \"method\": \"rip-off\"}}",
                "{\"outcome\": \"FOUND\", \"inspectedAt\": \"2020-11-24T05:00:00Z\","
                        + " \"find\": {\"substance\": \"cocaine\", \"kg\": 0, \"place\": \"DOORS\", \"method\": \"rip-off\"}}"
            })
    void whatCannotBeReadIsABadRequest(String body) {
        var scanId = taken(scored());

        assertThat(tell(tessa, scanId, body).status()).isEqualTo(400);
        assertThat(audited(scanId)).isZero();
    }

    private static Answer tell(Analyst who, UUID scanId, String body) {
        return who.put("/api/v1/cases/" + CaseId.of(scanId, 0) + "/inspection", body);
    }

    private static List<Event<InspectionReported>> published(UUID scanId, int count) {
        var messages = Kept.messages(EventType.INSPECTION_REPORTED, scanId, count);
        assertThat(messages).hasSize(count);
        return messages.stream()
                .map(message ->
                        EventCodec.read(message.value(), EventType.INSPECTION_REPORTED, InspectionReported.class))
                .toList();
    }

    private static long audited(UUID scanId) {
        return Kept.count(
                "select count(*) from audit_entry where action = 'INSPECTION_REPORTED' and subject = ?",
                "case/" + CaseId.of(scanId, 0));
    }
}
