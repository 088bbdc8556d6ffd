package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.bovenstrooms.scoring.comparison.Belonging;
import nl.bovenstrooms.scoring.comparison.Resemblance;
import nl.bovenstrooms.scoring.comparison.Signs;
import nl.bovenstrooms.scoring.comparison.Weights;
import org.junit.jupiter.api.Test;

class FittingLimitsTest {

    private static final Weights TRUE = new Weights(-5, 1.2, 0.8, 3);

    @Test
    void theWeightsThatMadeTheSignsAreFoundAgain() {
        var fitted = fitted(TRUE, false);

        assertThat(fitted.strength()).isCloseTo(1.2, within(0.2));
        assertThat(fitted.suspicion()).isCloseTo(0.8, within(0.2));
        assertThat(fitted.suspicionHere()).isCloseTo(3, within(0.6));
    }

    @Test
    void aSignThatSpeaksAgainstItDoesNotCount() {
        assertThat(fitted(TRUE, true).suspicionHere()).isZero();
    }

    @Test
    void theWeightsOfABelongingAreFoundAgain() {
        var made = new Belonging(-2, 6, 5, 4, 0.4);
        var random = new SplittableRandom(9);
        List<Resemblance> flawed = new ArrayList<>();
        List<Resemblance> good = new ArrayList<>();
        while (flawed.size() < 3000 || good.size() < 3000) {
            var resemblance = new Resemblance(
                    random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble(0, 20));
            var kind = random.nextDouble() < made.probability(resemblance) ? good : flawed;
            if (kind.size() < 3000) {
                kind.add(resemblance);
            }
        }

        var fitted = FittingLimits.belonging(flawed, good);

        assertThat(fitted.columns()).isCloseTo(6, within(0.6));
        assertThat(fitted.turned()).isCloseTo(5, within(0.6));
        assertThat(fitted.detail()).isCloseTo(4, within(0.6));
        assertThat(fitted.strayed()).isCloseTo(0.4, within(0.05));
    }

    /** @param isMisleading the third sign is high where nothing changed */
    private static Weights fitted(Weights weights, boolean isMisleading) {
        var random = new SplittableRandom(5);
        List<Signs> unchanged = new ArrayList<>();
        List<Signs> changed = new ArrayList<>();
        while (unchanged.size() < 3000 || changed.size() < 3000) {
            var signs = new Signs(random.nextDouble(0, 7), random.nextDouble(0, 3), random.nextDouble());
            var isChanged = random.nextDouble() < 1 / (1 + Math.exp(-weights.evidence(signs)));
            var told = isMisleading
                    ? new Signs(signs.strength(), signs.suspicion(), isChanged ? 0 : signs.suspicionHere())
                    : signs;
            var kind = isChanged ? changed : unchanged;
            if (kind.size() < 3000) {
                kind.add(told);
            }
        }
        return FittingLimits.weightsOf(unchanged, changed);
    }
}
