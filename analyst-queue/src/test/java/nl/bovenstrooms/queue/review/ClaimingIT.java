package nl.bovenstrooms.queue.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import nl.bovenstrooms.queue.Scored;
import org.junit.jupiter.api.Test;

/** Who gets which case, and when nobody does. */
@QuarkusTest
class ClaimingIT extends QueueFixture {

    private static final String NOTE = "Dense shape behind the doors.";

    private final Analyst anna = Analyst.of(DemoUser.ANNA);
    private final Analyst bram = Analyst.of(DemoUser.BRAM);
    private final Analyst sanne = Analyst.of(DemoUser.SANNE);

    @Test
    void aReaderSeesTheCaseWithoutTheMarksOfTheMachine() {
        var scanId = taken(scored().probabilities(Scored.ABOVE, Scored.ABOVE));

        var claim = anna.claim();

        var shown = claim.caseFile();
        assertThat(claim.whole().at("/heartbeatSeconds").asInt()).isPositive();
        assertThat(claim.token()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(shown.at("/scan/scanId").asText()).isEqualTo(scanId.toString());
        assertThat(shown.at("/purpose").asText()).isEqualTo("FIRST_READING");
        assertThat(shown.at("/containersInScan").asInt()).isEqualTo(2);
        assertThat(shown.at("/deadline/kind").asText()).isEqualTo("CUT_OFF");
        assertThat(shown.at("/deadline/missing")).isEmpty();
        assertThat(shown.at("/places/BRSSZ").asText()).isEqualTo("Santos");
        assertThat(shown.at("/image/width").asInt()).isEqualTo(Scored.WIDTH);
        assertThat(shown.at("/image/channels/0/bits").asInt()).isEqualTo(8);
        assertThat(shown.at("/image/container/width").asInt()).isEqualTo(16);
        assertThat(shown.at("/image/otherContainers")).hasSize(1);
        assertThat(shown.at("/image/operatorMarks/0/text").asText()).isEqualTo("?");
        assertThat(shown.at("/manifest/transport/vesselName").asText()).isEqualTo("EXAMPLE STAR");
        assertThat(shown.at("/revealed").isNull()).isTrue();
        assertThat(shown.at("/imageOpened").asBoolean()).isFalse();
        assertThat(shown.at("/reasons"))
                .extracting(reason -> reason.at("/source").asText() + " "
                        + reason.at("/weight").asText())
                .containsExactly("RULE MODERATE", "RULE REMARK", "HISTORY REASSURING");
    }

    @Test
    void twoReadersNeverGetTheSameCase() throws Exception {
        var count = 20;
        for (var i = 0; i < count; i++) {
            taken(scored());
        }
        var readers = new ArrayList<Callable<String>>();
        for (var i = 0; i < count; i++) {
            var reader = Analyst.named("reader" + i, "ANALYST");
            readers.add(() -> reader.claim().caseId());
        }
        var threads = Executors.newFixedThreadPool(count);
        try {
            var claimed = new ArrayList<String>();
            for (var result : threads.invokeAll(readers)) {
                claimed.add(result.get());
            }
            assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void oneReaderInTwoWindowsGetsOneCase() throws Exception {
        taken(scored());
        taken(scored());
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> windows = List.of(
                    () -> anna.claim().caseId(),
                    () -> anna.claim().caseId(),
                    () -> anna.claim().caseId(),
                    () -> anna.claim().caseId());
            var claimed = new ArrayList<String>();
            for (var result : threads.invokeAll(windows)) {
                claimed.add(result.get());
            }
            assertThat(claimed).hasSize(4).containsOnly(claimed.get(0));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theHolderGetsTheSameCaseAgainWithANewTokenAndTheOldOneIsVoid() {
        taken(scored());
        var first = anna.claim();

        var again = anna.claim();

        assertThat(again.caseId()).isEqualTo(first.caseId());
        assertThat(again.token()).isNotEqualTo(first.token());
        assertThat(anna.with(first, "heartbeat", "").problem()).isEqualTo("lease-lost");
        assertThat(anna.with(again, "heartbeat", "").status()).isEqualTo(200);
    }

    @Test
    void whatCanStillBeStoppedComesFirstByRiskAndTimeLeft() {
        var passed = taken(scored().probabilities(0.9).moments(hours(-9), hours(-5), hours(-1)));
        var inTwoWeeks = taken(scored().probabilities(0.02).moments(null, null, Duration.ofDays(14)));
        var soon = taken(scored().probabilities(0.02).moments(hours(5), hours(30), Duration.ofDays(14)));
        var soonAndTwiceTheRisk =
                taken(scored().probabilities(0.05).moments(hours(20), hours(30), Duration.ofDays(14)));

        var order = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            order.add(Analyst.named("reader" + i, "ANALYST")
                    .claim()
                    .caseFile()
                    .at("/scan/scanId")
                    .asText());
        }

        assertThat(order)
                .containsExactly(
                        soonAndTwiceTheRisk.toString(), soon.toString(), inTwoWeeks.toString(), passed.toString());
    }

    @Test
    void whenTheCutOffPassesTheNextMomentCounts() {
        var later = taken(scored().moments(hours(1), hours(400), Duration.ofDays(30)));
        var sooner = taken(scored().moments(hours(3), hours(40), Duration.ofDays(14)));
        clock.advance(hours(2));

        var first = anna.claim();

        assertThat(first.caseFile().at("/scan/scanId").asText()).isEqualTo(sooner.toString());
        var second = bram.claim();
        assertThat(second.caseFile().at("/scan/scanId").asText()).isEqualTo(later.toString());
        assertThat(second.caseFile().at("/deadline/kind").asText()).isEqualTo("DEPARTURE");
    }

    @Test
    void anExpiredLeaseIsLostAndTheCaseIsForTheNext() {
        taken(scored());
        var claim = anna.claim();
        anna.openImage(claim);
        assertThat(bram.claimAnswer().json().at("/empty/why").asText()).isEqualTo("ALL_CLAIMED");

        clock.advance(Duration.ofMinutes(10));

        var next = bram.claim();
        assertThat(next.caseId()).isEqualTo(claim.caseId());
        assertThat(next.caseFile().at("/imageOpened").asBoolean()).isFalse();
        assertThat(anna.with(claim, "heartbeat", "").problem()).isEqualTo("lease-lost");
        assertThat(anna.decide(claim, "NO_FINDING", "").problem()).isEqualTo("lease-lost");
        assertThat(bram.decide(next, "NO_FINDING", "").problem()).isEqualTo("image-not-opened");
    }

    @Test
    void aHeartbeatKeepsTheLeaseButNotForEver() {
        taken(scored());
        var claim = anna.claim();
        for (var i = 0; i < 14; i++) {
            clock.advance(Duration.ofMinutes(8));
            assertThat(anna.with(claim, "heartbeat", "").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(9));

        assertThat(anna.with(claim, "heartbeat", "").problem()).isEqualTo("lease-lost");
    }

    @Test
    void anEmptyQueueSaysWhy() {
        assertThat(anna.claimAnswer().json().at("/empty/why").asText()).isEqualTo("NOTHING_WAITS");

        taken(scored());
        var claim = anna.claim();
        var claimed = bram.claimAnswer().json().at("/empty");
        assertThat(claimed.at("/why").asText()).isEqualTo("ALL_CLAIMED");
        assertThat(claimed.at("/claimed").asInt()).isEqualTo(1);
        assertThat(claimed.at("/nextExpected").asText())
                .isEqualTo(claim.whole().at("/expiresAt").asText());
        assertThat(claimed.at("/text/nl").asText()).isNotBlank();

        assertThat(anna.release(claim).status()).isEqualTo(204);
        assertThat(anna.claimAnswer().json().at("/empty/why").asText()).isEqualTo("ONLY_YOUR_OWN");
        assertThat(bram.claim().caseId()).isEqualTo(claim.caseId());
    }

    @Test
    void whoGaveACaseBackGetsItAgainAfterAShift() {
        taken(scored());
        var claim = anna.claim();
        anna.release(claim);
        clock.advance(hours(8));

        assertThat(anna.claim().caseId()).isEqualTo(claim.caseId());
    }

    @Test
    void aSecondReadingIsBlindAndForASeniorWhoHasNotReadTheCase() {
        taken(scored());
        var first = anna.claim();
        anna.openImage(first);
        anna.with(first, "reveal", "");
        var passedOn = anna.decide(first, "SECOND_OPINION", NOTE);
        assertThat(passedOn.status()).isEqualTo(200);
        assertThat(passedOn.json().at("/told").isNull()).isTrue();

        assertThat(anna.claimAnswer().json().at("/empty/why").asText()).isEqualTo("ONLY_YOUR_OWN");
        assertThat(bram.claimAnswer().json().at("/empty/why").asText()).isEqualTo("ONLY_YOUR_OWN");
        assertThat(Analyst.named("anna", "SENIOR")
                        .claimAnswer()
                        .json()
                        .at("/empty/why")
                        .asText())
                .isEqualTo("ONLY_YOUR_OWN");

        var second = sanne.claim();
        assertThat(second.caseId()).isEqualTo(first.caseId());
        assertThat(second.caseFile().at("/purpose").asText()).isEqualTo("SECOND_READING");
        assertThat(second.caseFile().at("/revealed").isNull()).isTrue();
        assertThat(second.caseFile().at("/imageOpened").asBoolean()).isFalse();
        assertThat(second.caseFile().at("/decisions"))
                .extracting(decision -> decision.asText())
                .doesNotContain("SECOND_OPINION");
        assertThat(second.whole().toString()).doesNotContain(NOTE).doesNotContain("anna");

        sanne.openImage(second);
        assertThat(sanne.decide(second, "INSPECT_AT_ORIGIN", NOTE).status()).isEqualTo(200);
        assertThat(Kept.count("select count(*) from reading")).isEqualTo(2);
    }

    @Test
    void aTokenIsForItsHolderAndItsCase() {
        taken(scored());
        taken(scored());
        var annas = anna.claim();
        var brams = bram.claim();

        var path = "/api/v1/cases/" + annas.caseId() + "/heartbeat";
        assertThat(bram.post(path, Map.of("Lease-Token", annas.token()), "").problem())
                .isEqualTo("lease-lost");
        assertThat(anna.post(path, Map.of("Lease-Token", brams.token()), "").problem())
                .isEqualTo("lease-lost");
        assertThat(anna.post(path, Map.of("Lease-Token", "a-guess"), "").problem())
                .isEqualTo("lease-lost");
        assertThat(anna.post(path, Map.of(), "").status()).isEqualTo(400);
        assertThat(Kept.count(
                        "select count(*) from review_case where encode(lease_hash, 'escape') like ?",
                        annas.token() + "%"))
                .isZero();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
