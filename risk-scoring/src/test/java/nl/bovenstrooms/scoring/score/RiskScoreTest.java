package nl.bovenstrooms.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import org.junit.jupiter.api.Test;

class RiskScoreTest {

    @Test
    void nothingKnownIsOneHalfAndTheShareOfFinds() {
        var score = scored(List.of());

        assertThat(score.score()).isEqualTo(0.5);
        assertThat(score.probability()).isEqualTo(0.003);
    }

    @Test
    void pointsDoubleTheOdds() {
        var score = scored(List.of(rule("a", 0.69)));

        assertThat(score.score() / (1 - score.score())).isCloseTo(2, within(0.02));
        assertThat(score.probability()).isCloseTo(0.006, within(0.0001));
    }

    @Test
    void pointsForAndAgainstCancelExactly() {
        var score = scored(List.of(rule("a", 0.1), rule("b", 0.2), rule("c", -0.3)));

        assertThat(score.score()).isEqualTo(0.5);
    }

    @Test
    void theSameDigitsForEver() {
        var score = scored(List.of(rule("a", 2.34), rule("b", -0.71), rule("c", 0.449)));

        assertThat(score.score()).isEqualTo(0.888944);
        assertThat(score.probability()).isEqualTo(0.023519);
    }

    @Test
    void roundsPointsToHundredths() {
        var score = scored(List.of(rule("a", 1.23456)));

        assertThat(score.contributions()).extracting(Contribution::points).containsExactly(1.23);
    }

    @Property(tries = 300)
    void theOrderOfAddingDoesNotMatter(@ForAll("contributions") List<Contribution> contributions, @ForAll long seed) {
        var shuffled = new ArrayList<>(contributions);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(scored(shuffled)).isEqualTo(scored(contributions));
    }

    @Property(tries = 300)
    void heaviestFirstAndNothingLost(@ForAll("contributions") List<Contribution> contributions) {
        var score = scored(contributions);

        assertThat(score.contributions()).hasSameSizeAs(contributions);
        assertThat(score.contributions())
                .isSortedAccordingTo((left, right) -> Double.compare(right.points(), left.points()));
        assertThat(score.score()).isBetween(0.0, 1.0);
        assertThat(score.probability()).isBetween(0.0, score.score());
    }

    @Property(tries = 300)
    void morePointsNeverLowerTheScore(@ForAll("contributions") List<Contribution> contributions) {
        var more = new ArrayList<>(contributions);
        more.add(rule("one-more", 0.5));

        assertThat(scored(more).score())
                .isGreaterThanOrEqualTo(scored(contributions).score());
    }

    @Provide
    Arbitrary<List<Contribution>> contributions() {
        var source = Arbitraries.of(ContributionSource.values());
        var id = Arbitraries.strings().withCharRange('a', 'z').ofLength(6);
        var points = Arbitraries.doubles().between(-5, 5).ofScale(3);
        return Combinators.combine(source, id, points)
                .as((from, name, weight) -> new Contribution(from, name, weight, new LocalText(name, name)))
                .list()
                .uniqueElements(contribution -> contribution.source() + contribution.id())
                .ofMaxSize(30);
    }

    @Test
    void weightsScaleThePointsThatAreShown() {
        var image = new Contribution(ContributionSource.IMAGE, "image-model", 2.0, new LocalText("b", "i"));
        var combination = new Combination("1", -7, 0.5, Map.of("a", 1.5, "silent", 0.0));

        var score = RiskScore.of(List.of(rule("a", 0.8), image, rule("silent", 1.2), rule("new", 0.3)), combination);

        assertThat(score.contributions())
                .extracting(Contribution::id, Contribution::points)
                .containsExactly(tuple("a", 1.2), tuple("image-model", 1.0), tuple("new", 0.3), tuple("silent", 0.0));
        assertThat(score.score()).isEqualTo(sigmoid(2.5));
        assertThat(score.probability()).isEqualTo(sigmoid(2.5 - 7));
    }

    @Test
    void nothingThatSpeaksForContrabandCanSpeakAgainstIt() {
        assertThatThrownBy(() -> new Combination("1", -7, 1, Map.of("a", -0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    private static double sigmoid(double logOdds) {
        return Math.round(1e6 / (1 + Math.exp(-logOdds))) / 1e6;
    }

    private static RiskScore scored(List<Contribution> contributions) {
        return RiskScore.of(contributions, Combination.BY_THE_BOOK);
    }

    private static Contribution rule(String id, double points) {
        return new Contribution(ContributionSource.RULE, id, points, new LocalText(id, id));
    }
}
