package nl.bovenstrooms.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        var score = RiskScore.of(List.of());

        assertThat(score.score()).isEqualTo(0.5);
        assertThat(score.probability()).isEqualTo(0.003);
    }

    @Test
    void pointsDoubleTheOdds() {
        var score = RiskScore.of(List.of(rule("a", 0.69)));

        assertThat(score.score() / (1 - score.score())).isCloseTo(2, within(0.02));
        assertThat(score.probability()).isCloseTo(0.006, within(0.0001));
    }

    @Test
    void pointsForAndAgainstCancelExactly() {
        var score = RiskScore.of(List.of(rule("a", 0.1), rule("b", 0.2), rule("c", -0.3)));

        assertThat(score.score()).isEqualTo(0.5);
    }

    @Test
    void theSameDigitsForEver() {
        var score = RiskScore.of(List.of(rule("a", 2.34), rule("b", -0.71), rule("c", 0.449)));

        assertThat(score.score()).isEqualTo(0.888944);
        assertThat(score.probability()).isEqualTo(0.023519);
    }

    @Test
    void roundsPointsToHundredths() {
        var score = RiskScore.of(List.of(rule("a", 1.23456)));

        assertThat(score.contributions()).extracting(Contribution::points).containsExactly(1.23);
    }

    @Property(tries = 300)
    void theOrderOfAddingDoesNotMatter(@ForAll("contributions") List<Contribution> contributions, @ForAll long seed) {
        var shuffled = new ArrayList<>(contributions);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RiskScore.of(shuffled)).isEqualTo(RiskScore.of(contributions));
    }

    @Property(tries = 300)
    void heaviestFirstAndNothingLost(@ForAll("contributions") List<Contribution> contributions) {
        var score = RiskScore.of(contributions);

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

        assertThat(RiskScore.of(more).score())
                .isGreaterThanOrEqualTo(RiskScore.of(contributions).score());
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

    private static Contribution rule(String id, double points) {
        return new Contribution(ContributionSource.RULE, id, points, new LocalText(id, id));
    }
}
