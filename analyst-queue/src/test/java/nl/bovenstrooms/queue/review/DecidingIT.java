package nl.bovenstrooms.queue.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import nl.bovenstrooms.queue.Scored;
import org.junit.jupiter.api.Test;

/** What a decision needs, and where it goes. */
@QuarkusTest
class DecidingIT extends QueueFixture {

    private static final String NOTE = "Dense shape behind the doors.";

    private final Analyst anna = Analyst.of(DemoUser.ANNA);
    private final Analyst sanne = Analyst.of(DemoUser.SANNE);

    @Test
    void aDecisionReachesTheSourceOnce() {
        var scanId = taken(scored());
        var claim = opened();

        var taken = anna.decide(claim, "INSPECT_AT_ORIGIN", NOTE);
        var again = anna.decide(claim, "INSPECT_AT_ORIGIN", NOTE);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().at("/told/en").asText()).contains("inspect the container");
        assertThat(again.json()).isEqualTo(taken.json());
        assertThat(anna.decide(claim, "ESCALATE", NOTE).problem()).isEqualTo("lease-lost");
        var event = told(scanId.toString());
        assertThat(event.data().decision()).isEqualTo(Decision.INSPECT_AT_ORIGIN);
        assertThat(event.data().caseId()).hasToString(claim.caseId());
        assertThat(event.data().tenant()).isEqualTo("BR-RFB");
        assertThat(event.data().containersInScan()).isEqualTo(1);
        assertThat(event.data().containerNumber()).isEqualTo("MSCU1234566");
        assertThat(event.data().decidedAt().toInstant())
                .isEqualTo(Instant.parse(taken.json().at("/decidedAt").asText()));
        assertThat(Kept.messages(EventType.CASE_DECIDED, scanId, 1)).hasSize(1);
        assertThat(Kept.count(
                        "select count(*) from audit_entry where action = 'CASE_DECIDED' and subject = ?",
                        "case/" + claim.caseId()))
                .isEqualTo(1);
    }

    @Test
    void whatHappensOnArrivalIsNotToldAbroad() {
        var scanId = taken(scored());
        var claim = opened();

        assertThat(anna.decide(claim, "CONTROL_ON_ARRIVAL", NOTE).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(91));

        assertThat(told(scanId.toString()).data().decision()).isEqualTo(Decision.NO_FINDING);
        assertThat(new String(
                        Kept.messages(EventType.CASE_DECIDED, scanId, 1).get(0).value(), StandardCharsets.UTF_8))
                .doesNotContain("ARRIVAL");
    }

    /** Scoring counts what was read, and a source that could read this would know what was. */
    @Test
    void scoringHearsThatItWasReadInFewWords() {
        var scanId = taken(scored());
        var claim = opened();

        anna.decide(claim, "CONTROL_ON_ARRIVAL", NOTE);
        anna.decide(claim, "CONTROL_ON_ARRIVAL", NOTE);

        var messages = Kept.messages(EventType.CASE_READ, scanId, 1);
        assertThat(messages).hasSize(1);
        var read = EventCodec.read(messages.get(0).value(), EventType.CASE_READ, CaseRead.class);
        assertThat(read.data().caseId()).hasToString(claim.caseId());
        assertThat(read.data().judgement()).isEqualTo(CaseRead.Judgement.ACTED_ON);
        assertThat(read.data().readAt()).isEqualTo(read.time());
        assertThat(new String(messages.get(0).value(), StandardCharsets.UTF_8)).doesNotContain("ARRIVAL", "anna");
    }

    @Test
    void aSecondOpinionTellsNothingAndTheSecondReaderDoes() {
        var scanId = taken(scored());
        anna.decide(opened(), "SECOND_OPINION", NOTE);
        assertThat(Kept.onTheirWay(EventType.CASE_DECIDED, scanId)).isZero();
        assertThat(Kept.onTheirWay(EventType.CASE_READ, scanId)).isZero();
        var second = sanne.claim();
        sanne.openImage(second);
        sanne.decide(second, "RECOMMEND_DO_NOT_LOAD", NOTE);

        assertThat(Kept.messages(EventType.CASE_DECIDED, scanId, 1)).hasSize(1);
        assertThat(told(scanId.toString()).data().decision()).isEqualTo(Decision.RECOMMEND_DO_NOT_LOAD);
    }

    /** A corrected manifest can list the containers in another order: then the case is about another one. */
    @Test
    void aDecisionAboutAnotherContainerThanTheCaseShowsNowIsRefused() {
        var scanId = taken(scored());
        var claim = opened();
        assertThat(anna.with(claim, "reveal", "").status()).isEqualTo(200);

        taken(Scored.of(scanId, clock.instant()).later(Duration.ofMinutes(1)).number("TGHU7790315"));
        var refused = anna.decide(claim, "NO_FINDING", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("case-changed");
        assertThat(refused.json().at("/why/nl").asText()).contains("veranderd");
        assertThat(Kept.count("select count(*) from reading where case_id::text = ?", claim.caseId()))
                .isZero();
        var again = anna.claim();
        assertThat(again.caseId()).isEqualTo(claim.caseId());
        assertThat(again.caseFile().at("/containerNumber").asText()).isEqualTo("TGHU7790315");
        assertThat(again.caseFile().at("/imageOpened").asBoolean()).isFalse();
        assertThat(again.caseFile().at("/revealed").isObject()).isFalse();
        assertThat(anna.decide(again, "INSPECT_AT_ORIGIN", NOTE).problem()).isEqualTo("image-not-opened");
        anna.openImage(again);
        assertThat(anna.decide(again, "INSPECT_AT_ORIGIN", NOTE).status()).isEqualTo(200);
        assertThat(told(scanId.toString()).data().containerNumber()).isEqualTo("TGHU7790315");
    }

    @Test
    void aScoreThatChangesBecauseOfOtherScansLeavesTheDecisionToItsReader() {
        var first = scored();
        taken(first);
        var claim = opened();

        taken(first.version(2).probabilities(0.77));

        assertThat(anna.decide(claim, "NO_FINDING", "").status()).isEqualTo(200);
    }

    @Test
    void aCorrectedManifestOfTheSameContainerIsLookedAtWithoutOpeningTheImageAgain() {
        var scanId = taken(scored());
        var claim = opened();

        taken(Scored.of(scanId, clock.instant()).later(Duration.ofMinutes(1)).probabilities(0.77));

        assertThat(anna.decide(claim, "NO_FINDING", "").problem()).isEqualTo("case-changed");
        assertThat(anna.decide(anna.claim(), "NO_FINDING", "").status()).isEqualTo(200);
    }

    @Test
    void noDecisionAndNoMarksBeforeTheImageWasOpened() {
        taken(scored());
        var claim = anna.claim();

        assertThat(anna.decide(claim, "NO_FINDING", "").problem()).isEqualTo("image-not-opened");
        assertThat(anna.decide(claim, "ESCALATE", NOTE).status()).isEqualTo(409);
        assertThat(anna.with(claim, "reveal", "").problem()).isEqualTo("image-not-opened");

        anna.openImage(claim);
        assertThat(anna.decide(claim, "NO_FINDING", "").status()).isEqualTo(200);
    }

    @Test
    void withoutAnImageACaseCanStillBeDecidedButNotAsFree() {
        taken(scored().withoutImage());
        var claim = anna.claim();
        assertThat(claim.caseFile().at("/image").isNull()).isTrue();

        var free = anna.decide(claim, "NO_FINDING", "");

        assertThat(free.status()).isEqualTo(422);
        assertThat(free.problem()).isEqualTo("decision-not-possible");
        assertThat(anna.decide(claim, "REQUEST_INFORMATION", NOTE).status()).isEqualTo(200);
    }

    @Test
    void impossibleOrdersAreRefusedInBothLanguages() {
        taken(scored().moments(Duration.ofHours(1), Duration.ofHours(5), Duration.ofDays(14)));
        clock.advance(Duration.ofHours(2));
        var claim = opened();
        assertThat(claim.caseFile().at("/decisions"))
                .extracting(decision -> decision.asText())
                .contains("INSPECT_AT_ORIGIN", "CONTROL_ON_ARRIVAL")
                .doesNotContain("RECOMMEND_DO_NOT_LOAD");

        var refused = anna.decide(claim, "RECOMMEND_DO_NOT_LOAD", NOTE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("decision-not-possible");
        assertThat(refused.json().at("/why/nl").asText()).contains("laadsluiting");
        assertThat(refused.json().at("/why/en").asText()).contains("cut-off");
    }

    @Test
    void allButNoFindingNeedANote() {
        taken(scored());
        var claim = opened();

        assertThat(anna.decide(claim, "ESCALATE", "too short").problem()).isEqualTo("note-not-suitable");
        assertThat(anna.decide(claim, "ESCALATE", " ".repeat(20)).problem()).isEqualTo("note-not-suitable");
        assertThat(anna.decide(claim, "ESCALATE", "0123456789").status()).isEqualTo(200);
    }

    @Test
    void aMalformedDecisionIsABadRequest() {
        taken(scored());
        var claim = opened();

        assertThat(anna.with(claim, "decision", "{}").status()).isEqualTo(400);
        assertThat(anna.with(claim, "decision", "{\"decision\": \"SHRUG\"}").status())
                .isEqualTo(400);
        assertThat(anna.with(claim, "decision", "nonsense").status()).isEqualTo(400);
        assertThat(anna.with(claim, "release", "{\"reason\": \"x\"}").status()).isEqualTo(400);
        assertThat(anna.decide(claim, "NO_FINDING", "").status()).isEqualTo(200);
    }

    private Analyst.Claim opened() {
        var claim = anna.claim();
        assertThat(anna.openImage(claim).status()).isEqualTo(200);
        return claim;
    }

    private static Event<CaseDecided> told(String scanId) {
        var message = Kept.messages(EventType.CASE_DECIDED.topic(), scanId, 1).get(0);
        return EventCodec.read(message.value(), EventType.CASE_DECIDED, CaseDecided.class);
    }
}
