package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.evaluation.StoryCase.Variant;
import nl.bovenstrooms.scoring.evaluation.StoryLooks.Threat;
import nl.bovenstrooms.scoring.rules.WeighedRules;
import nl.bovenstrooms.scoring.score.Combination;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.junit.jupiter.api.Test;

class StoryMeasuresTest {

    private static final Threat THREAT = new Threat("COCAINE", "FLOOR", 30, 4);

    @Test
    void smuggledStoriesCountForAsMuchAsGivesContrabandItsShare() {
        var cases = new ArrayList<StoryCase>();
        for (var story = 0; story < 10; story++) {
            cases.add(one(story, false, false, Map.of()));
            cases.add(one(10 + story, true, true, Map.of()));
            cases.add(one(10 + story, true, false, Map.of()));
        }
        var weights = new Workload(cases, 0.01).weights();

        var threats = 0.0;
        var all = 0.0;
        for (var index = 0; index < weights.length; index++) {
            threats += cases.get(index).holdsThreat() ? weights[index] : 0;
            all += weights[index];
        }
        assertThat(all).isCloseTo(1, within(1e-12));
        assertThat(threats).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void equalScoresAreReadInAnOrderOfChance() {
        var cases = new ArrayList<StoryCase>();
        for (var story = 0; story < 100; story++) {
            cases.add(one(story, story < 20, story < 20, Map.of()));
        }
        var workload = new Workload(cases, 0.1);

        assertThat(workload.recall(Workload.by(Variant.WHOLE, Combination.BY_THE_BOOK), 0.05))
                .isCloseTo(0.05, within(1e-9));
    }

    @Test
    void whoRanksPerfectlyFindsAsMuchAsCanBeRead() {
        var cases = new ArrayList<StoryCase>();
        for (var story = 0; story < 100; story++) {
            var isThreat = story < 20;
            cases.add(one(story, isThreat, isThreat, isThreat ? Map.of("sure", 4.0) : Map.of()));
        }
        var workload = new Workload(cases, 0.1);
        var score = Workload.by(Variant.WHOLE, Combination.BY_THE_BOOK);

        assertThat(workload.recall(score, 0.05)).isCloseTo(0.5, within(1e-9));
        assertThat(workload.recall(score, 0.1)).isCloseTo(1, within(1e-9));
        assertThat(workload.interval(score, 0.1).high()).isEqualTo(1);
    }

    @Test
    void aRuleWithManyExamplesGetsTheWeightThatTheySpeakFor() {
        var random = new Random(5);
        var cases = new ArrayList<StoryCase>();
        for (var story = 0; story < 4_000; story++) {
            var isThreat = story % 2 == 0;
            var points = new HashMap<String, Double>();
            // Four times as likely with contraband: 1.39 points, of which the book says half.
            if (random.nextDouble() < (isThreat ? 0.4 : 0.1)) {
                points.put("telling", 0.69);
            }
            if (random.nextDouble() < 0.3) {
                points.put("idle", 1.0);
            }
            if (story < 2) {
                points.put("rare", 0.8);
            }
            cases.add(one(story, isThreat, isThreat, points));
        }
        var fitted = FittingCombination.fit(cases, "1");

        assertThat(fitted.weights().get("telling")).isCloseTo(2.6, within(0.35));
        assertThat(fitted.weights().get("idle")).isBetween(0.0, 0.15);
        assertThat(fitted.weights().get("rare")).isCloseTo(1, within(0.15));
    }

    @Test
    void whatIsFittedIsHonestInLife() {
        var random = new Random(5);
        var cases = new ArrayList<StoryCase>();
        for (var story = 0; story < 4_000; story++) {
            var isThreat = story % 2 == 0;
            cases.add(one(
                    story,
                    isThreat,
                    isThreat,
                    random.nextDouble() < (isThreat ? 0.5 : 0.05) ? Map.of("telling", 2.3) : Map.of()));
        }
        var fitted = FittingCombination.fit(cases, "1");
        var weights = new Workload(cases, RiskScore.PRIOR).weights();

        assertThat(new Reliability(cases, weights, fitted).error()).isLessThan(0.1);
        assertThat(new Reliability(cases, weights, fitted).information())
                .isGreaterThan(new Reliability(cases, weights, Combination.BY_THE_BOOK).information());
    }

    @Test
    void whatIsWrittenIsRead() {
        var fitted = new Combination("1.2.0", -6.51, 0.87, Map.of("no-seal", 1.25, "much-is-opaque", 0.0));
        var text = WeighedRules.write(fitted, "a.jansen", "b.bakker", "Made by hand\nfor a test");

        var read = WeighedRules.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.combination().version()).startsWith("1.2.0+");
        assertThat(read.combination().weights()).isEqualTo(fitted.weights());
        assertThat(read.combination().base()).isEqualTo(-6.51);
        assertThat(read.approver()).isEqualTo("b.bakker");
    }

    private static StoryCase one(int story, boolean smuggled, boolean isThreat, Map<String, Double> points) {
        var contributions = points.entrySet().stream()
                .map(entry -> new Contribution(
                        ContributionSource.RULE,
                        entry.getKey(),
                        entry.getValue(),
                        new LocalText(entry.getKey(), entry.getKey())))
                .toList();
        return new StoryCase(
                story,
                smuggled ? "BY_SHIPPER" : null,
                isThreat ? THREAT : null,
                Map.of(Variant.WHOLE, List.copyOf(contributions)));
    }
}
