package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.bovenstrooms.scoring.image.Calibration.Knot;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void twoKnotsAreALine() {
        var line = Calibration.line(2, -1);
        for (var logit : new double[] {-3, 0, 0.5, 1, 7}) {
            assertThat(line.evidence(logit)).isCloseTo(2 * logit - 1, within(1e-9));
        }
    }

    @Test
    void isStraightBetweenKnotsAndGoesOnBeyondThem() {
        var calibration = new Calibration(List.of(new Knot(-1, 0), new Knot(0, 1), new Knot(2, 2)));
        assertThat(calibration.evidence(-2)).isEqualTo(-1);
        assertThat(calibration.evidence(-0.5)).isEqualTo(0.5);
        assertThat(calibration.evidence(0)).isEqualTo(1);
        assertThat(calibration.evidence(1)).isEqualTo(1.5);
        assertThat(calibration.evidence(4)).isEqualTo(3);
    }

    @Test
    void isNeverCertain() {
        assertThat(Calibration.line(1, 0).probability(1000)).isEqualTo(0.999);
        assertThat(Calibration.line(1, 0).probability(-1000)).isEqualTo(0.001);
    }

    @Test
    void refusesKnotsThatDoNotRise() {
        assertThatThrownBy(() -> new Calibration(List.of(new Knot(0, 1), new Knot(1, 1))))
                .hasMessageContaining("rises");
        assertThatThrownBy(() -> new Calibration(List.of(new Knot(0, 1)))).hasMessageContaining("two knots");
        assertThatThrownBy(() -> new Calibration(List.of(new Knot(Double.NaN, 1), new Knot(1, 2))))
                .hasMessageContaining("rises");
    }
}
