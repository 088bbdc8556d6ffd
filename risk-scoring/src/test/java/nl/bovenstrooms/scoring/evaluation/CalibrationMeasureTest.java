package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationMeasureTest {

    @Test
    void anHonestModelErrsAsMuchAsChanceMakesItAndLessAmongMore() {
        var few = honest(400);
        var many = honest(10_000);
        assertThat(few.error("", "").value()).isCloseTo(few.chance("", "").value(), within(0.02));
        assertThat(many.error("", "").value()).isCloseTo(many.chance("", "").value(), within(0.005));
        assertThat(many.chance("", "").value()).isLessThan(few.chance("", "").value() / 3);
    }

    @Test
    void chanceDoesNotExcuseOneThatIsTooSure() {
        var said = new double[1000];
        var holds = new boolean[1000];
        for (var index = 0; index < 1000; index++) {
            said[index] = index % 2 == 0 ? 0.95 : 0.05;
            holds[index] = index % 2 == 0 == index % 10 < 7;
        }
        var measure = new CalibrationMeasure(said, holds);
        assertThat(measure.error("", "").value()).isGreaterThan(0.2);
        assertThat(measure.chance("", "").value()).isLessThan(0.02);
    }

    private static CalibrationMeasure honest(int count) {
        var random = new SplittableRandom(7);
        var said = new double[count];
        var holds = new boolean[count];
        for (var index = 0; index < count; index++) {
            said[index] = random.nextDouble();
            holds[index] = random.nextDouble() < said[index];
        }
        return new CalibrationMeasure(said, holds);
    }
}
