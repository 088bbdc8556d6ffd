package nl.bovenstrooms.scoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.scoring.feedback.Outcome.Said;
import nl.bovenstrooms.scoring.feedback.Outcomes.Score;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final Set<String> RULES = Set.of("no-seal", "vague", "idle");

    @Test
    void aFindCountsForEveryRuleThatAppliedAndForTheModel() {
        var scan = new UUID(0, 1);
        var feedback = feedback(
                List.of(Scores.score(scan, 1, 0, "no-seal", "vague")),
                List.of(
                        Scores.outcome(scan, Said.of(CaseRead.Judgement.ACTED_ON), 1),
                        Scores.outcome(scan, Said.of(InspectionReported.Outcome.FOUND), 2)));

        assertThat(feedback.contributions())
                .extracting(Feedback.Contribution::id)
                .containsExactly("image-model synthetic-9", "no-seal", "vague");
        assertThat(feedback.contributions()).allSatisfy(one -> {
            assertThat(one.read()).isEqualTo(1);
            assertThat(one.actedOn()).isEqualTo(1);
            assertThat(one.checked()).isEqualTo(1);
            assertThat(one.found()).isEqualTo(1);
            assertThat(one.precision()).isEqualTo(1);
            assertThat(one.interval().low()).isCloseTo(0.207, within(0.001));
            assertThat(one.casesPerFind()).isEqualTo(1);
        });
    }

    @Test
    void anOutcomeBelongsToTheScoreThatWasThereWhenItWasTold() {
        var scan = new UUID(0, 1);
        var feedback = feedback(
                List.of(Scores.score(scan, 1, 0, "no-seal"), Scores.score(scan, 2, 10, "vague")),
                List.of(Scores.outcome(scan, Said.NOTHING, 5)));

        assertThat(of(feedback, "no-seal").checked()).isEqualTo(1);
        assertThat(of(feedback, "no-seal").containers()).isZero();
        assertThat(of(feedback, "vague").checked()).isZero();
        assertThat(of(feedback, "vague").containers()).isEqualTo(1);
        assertThat(of(feedback, "vague").precision()).isNull();
    }

    @Test
    void aCheckThatWasNotDoneTellsNothing() {
        var scan = new UUID(0, 1);
        var feedback =
                feedback(List.of(Scores.score(scan, 1, 0, "no-seal")), List.of(Scores.outcome(scan, Said.NOT_DONE, 5)));

        assertThat(of(feedback, "no-seal").checked()).isZero();
        assertThat(of(feedback, "no-seal").casesPerFind()).isNull();
    }

    @Test
    void aRuleThatAlwaysOrNeverAppliesIsListed() {
        var feedback = feedback(many(20), List.of());
        var ofTooFew = feedback(many(19), List.of());

        assertThat(feedback.alwaysApplied()).containsExactly("no-seal");
        assertThat(feedback.neverApplied()).containsExactly("idle", "vague");
        assertThat(ofTooFew.alwaysApplied()).isEmpty();
        assertThat(ofTooFew.neverApplied()).isEmpty();
    }

    @Test
    void isPrintedWithItsIntervals() {
        var bytes = new ByteArrayOutputStream();
        FeedbackCommand.print(
                feedback(
                        many(20),
                        List.of(
                                Scores.outcome(new UUID(0, 1), Said.FOUND, 2),
                                Scores.outcome(new UUID(0, 1), Said.CLEARED, 1))),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "20 containers scored",
                        "1.000 (0.207 to 1.000)",
                        "never applied: idle",
                        "never applied: vague",
                        "always applied: no-seal");
    }

    /** Scores of scans with the numbers from 0 on, without a seal. */
    private static List<Score> many(int scans) {
        return LongStream.range(0, scans)
                .mapToObj(scan -> Scores.score(new UUID(0, scan), 1, 0, "no-seal"))
                .toList();
    }

    private static Feedback feedback(List<Score> scores, List<Outcome> outcomes) {
        var tally = new Feedback.Tally(outcomes.stream().collect(Collectors.groupingBy(Outcome::scanId)));
        scores.forEach(tally::add);
        return tally.feedback(RULES);
    }

    private static Feedback.Contribution of(Feedback feedback, String id) {
        return feedback.contributions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
