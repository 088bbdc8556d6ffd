package nl.bovenstrooms.queue.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import nl.bovenstrooms.contracts.event.CaseRead.Judgement;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.queue.casefile.CaseState.AwaitingSecondReading;
import nl.bovenstrooms.queue.casefile.CaseState.Claimed;
import nl.bovenstrooms.queue.casefile.CaseState.Decided;
import nl.bovenstrooms.queue.casefile.CaseState.Verdict;
import nl.bovenstrooms.queue.casefile.Moments.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecidingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Instant EXPIRES = NOW.plus(Duration.ofMinutes(10));
    private static final String NOTE = "Dense shape.";
    private static final LeaseToken TOKEN = LeaseToken.random(new Random(1));
    private static final Claimed CLAIMED = new Claimed(new Lease("anna", TOKEN.hash(), NOW, EXPIRES), true, false);

    private static final Moments AHEAD = moments(Direction.EXPORT, Duration.ofHours(1));

    @Test
    void onlyTheHolderWithTheTokenHasTheMoves() {
        assertThat(CLAIMED.heldBy("anna", TOKEN, NOW)).isPresent();
        assertThat(CLAIMED.heldBy("bram", TOKEN, NOW)).isEmpty();
        assertThat(CLAIMED.heldBy("anna", LeaseToken.random(new Random(2)), NOW))
                .isEmpty();
    }

    @Test
    void exactlyAtItsExpiryALeaseIsOver() {
        assertThat(CLAIMED.heldBy("anna", TOKEN, EXPIRES.minusMillis(1))).isPresent();
        assertThat(CLAIMED.heldBy("anna", TOKEN, EXPIRES)).isEmpty();
    }

    @Test
    void aHeartbeatExtendsTheLeaseUpToTheLongestClaim() {
        var held = CLAIMED.heldBy("anna", TOKEN, NOW).orElseThrow();
        var lease = Duration.ofMinutes(10);
        var longest = Duration.ofMinutes(12);

        assertThat(held.extended(NOW.plusSeconds(60), lease, longest)).isEqualTo(EXPIRES.plusSeconds(60));
        assertThat(held.extended(NOW.plusSeconds(300), lease, longest)).isEqualTo(NOW.plus(longest));
        assertThat(held.extended(NOW, Duration.ofMinutes(1), longest)).isEqualTo(EXPIRES);
    }

    @Test
    void aTokenIsNotSeenWhereItIsPrinted() {
        assertThat(TOKEN.toString()).doesNotContain(TOKEN.value());
        assertThat(TOKEN.value()).hasSize(43);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void nothingIsDecidedBeforeTheImageWasOpened(Decision decision) {
        var unopened = new Claimed(CLAIMED.lease(), false, false);

        assertThat(decide(unopened, decision, NOTE, first(AHEAD)))
                .isEqualTo(new Verdict.Refused(Refusal.IMAGE_NOT_OPENED, Refusal.IMAGE_NOT_OPENED.why()));
    }

    @ParameterizedTest
    @EnumSource(value = Decision.class, mode = EnumSource.Mode.EXCLUDE, names = "SECOND_OPINION")
    void beforeTheCutOffEveryDecisionEndsTheCase(Decision decision) {
        assertThat(decide(CLAIMED, decision, NOTE, first(AHEAD))).isEqualTo(new Verdict.Ended(new Decided(decision)));
    }

    @Test
    void aSecondOpinionKeepsTheCaseOpenOnce() {
        assertThat(decide(CLAIMED, Decision.SECOND_OPINION, NOTE, first(AHEAD)))
                .isEqualTo(new Verdict.PassedOn(new AwaitingSecondReading()));
        assertThat(decide(
                        CLAIMED,
                        Decision.SECOND_OPINION,
                        NOTE,
                        new Circumstances(Purpose.SECOND_READING, true, AHEAD, NOW)))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.DECISION_NOT_POSSIBLE));
    }

    @Test
    void allButNoFindingNeedANote() {
        assertThat(decide(CLAIMED, Decision.NO_FINDING, "", first(AHEAD))).isInstanceOf(Verdict.Ended.class);
        assertThat(decide(CLAIMED, Decision.ESCALATE, "123456789", first(AHEAD)))
                .isEqualTo(new Verdict.Refused(Refusal.NOTE_TOO_SHORT, Refusal.NOTE_TOO_SHORT.why()));
        assertThat(decide(CLAIMED, Decision.ESCALATE, "1234567890", first(AHEAD)))
                .isInstanceOf(Verdict.Ended.class);
        assertThat(decide(CLAIMED, Decision.NO_FINDING, "x".repeat(4001), first(AHEAD)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(decide(CLAIMED, Decision.NO_FINDING, "\0", first(AHEAD))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void afterTheCutOffNobodyIsAskedNotToLoad() {
        assertThat(impossible(new Moments(NOW, NOW.plusSeconds(1), null, Direction.EXPORT, NOW)))
                .containsExactly(Decision.RECOMMEND_DO_NOT_LOAD);
    }

    @Test
    void afterDepartureNothingCanBeDoneAtOrigin() {
        assertThat(impossible(new Moments(null, NOW, null, Direction.EXPORT, NOW)))
                .containsExactlyInAnyOrder(
                        Decision.NOT_READABLE, Decision.INSPECT_AT_ORIGIN, Decision.RECOMMEND_DO_NOT_LOAD);
        assertThat(impossible(new Moments(null, NOW.plusMillis(1), null, Direction.EXPORT, NOW)))
                .isEmpty();
    }

    @Test
    void longAfterArrivalThereIsNothingToControl() {
        assertThat(impossible(moments(Direction.EXPORT, Duration.ofHours(-36)))).contains(Decision.CONTROL_ON_ARRIVAL);
        assertThat(impossible(moments(Direction.EXPORT, Duration.ofHours(-35))))
                .doesNotContain(Decision.CONTROL_ON_ARRIVAL);
    }

    @Test
    void aScanOnArrivalLeadsToAControlThereAndNotAtOrigin() {
        assertThat(impossible(moments(Direction.IMPORT, Duration.ofHours(-100))))
                .containsExactlyInAnyOrder(Decision.INSPECT_AT_ORIGIN, Decision.RECOMMEND_DO_NOT_LOAD);
    }

    @Test
    void withoutAnyMomentNothingIsForbidden() {
        assertThat(impossible(new Moments(null, null, null, Direction.UNKNOWN, NOW)))
                .isEmpty();
    }

    @Test
    void withoutAnImageNobodyFindsNothing() {
        assertThat(DecisionRules.possible(new Circumstances(Purpose.FIRST_READING, false, AHEAD, NOW)))
                .doesNotContain(Decision.NO_FINDING)
                .hasSize(Decision.values().length - 1);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void everyDecisionButASecondOpinionIsToldInBothLanguages(Decision decision) {
        var told = ToldToSource.of(decision);

        assertThat(told.isEmpty()).isEqualTo(decision == Decision.SECOND_OPINION);
        told.ifPresent(words -> {
            assertThat(words.text().nl()).isNotBlank();
            assertThat(words.text().en()).isNotBlank();
        });
    }

    @Test
    void aControlOnArrivalIsToldAsACompleteAssessment() {
        assertThat(ToldToSource.of(Decision.CONTROL_ON_ARRIVAL)).isEqualTo(ToldToSource.of(Decision.NO_FINDING));
    }

    @Test
    void aControlOnArrivalIsAnAct() {
        assertThat(new Decided(Decision.CONTROL_ON_ARRIVAL).judgement()).isEqualTo(Judgement.ACTED_ON);
        assertThat(new Decided(Decision.NO_FINDING).judgement()).isEqualTo(Judgement.CLEARED);
        assertThat(new Decided(Decision.NOT_READABLE).judgement()).isEqualTo(Judgement.UNCLEAR);
    }

    private static EnumSet<Decision> impossible(Moments moments) {
        var impossible = EnumSet.allOf(Decision.class);
        DecisionRules.possible(first(moments)).forEach(impossible::remove);
        Arrays.stream(Decision.values()).filter(impossible::contains).forEach(decision -> assertThat(
                        decide(CLAIMED, decision, NOTE, first(moments)))
                .isInstanceOf(Verdict.Refused.class));
        return impossible;
    }

    private static Verdict decide(Claimed claimed, Decision decision, String note, Circumstances circumstances) {
        return claimed.heldBy("anna", TOKEN, NOW).orElseThrow().decide(decision, note, circumstances);
    }

    private static Circumstances first(Moments moments) {
        return new Circumstances(Purpose.FIRST_READING, true, moments, NOW);
    }

    /** All three, the arrival last, counted from now. */
    private static Moments moments(Direction direction, Duration arrival) {
        return new Moments(
                NOW.plus(arrival).plusSeconds(arrival.isNegative() ? -20 : 20),
                NOW.plus(arrival).plusSeconds(arrival.isNegative() ? -10 : 30),
                NOW.plus(arrival).plusSeconds(arrival.isNegative() ? 0 : 40),
                direction,
                NOW);
    }
}
