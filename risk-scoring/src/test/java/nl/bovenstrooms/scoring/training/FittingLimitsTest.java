package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
        return FittingLimits.descended(unchanged, changed);
    }
}
