package nl.bovenstrooms.scoring.comparison;

import java.util.List;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.Calibration.Knot;

/**
 * Where "same" ends. Fitted on 178 unchanged and 47 visibly changed simulated pairs; {@code ./bovenstrooms
 * evaluate-pairs --calibrate} fits them again on pairs that serve no other purpose.
 *
 * @param leastMatch below it, two pictures have nothing to do with each other
 * @param leastStrength of a change, above what 98 of 100 unchanged pairs show
 * @param sureness from the strength of a change to how much likelier it is in a changed pair
 */
public record Limits(double leastMatch, double leastStrength, Calibration sureness) {

    public static final Limits CALIBRATED = new Limits(
            0.7,
            6.02,
            new Calibration(List.of(new Knot(3, -1.2), new Knot(4.5, 0.8), new Knot(5.5, 1.9), new Knot(6.5, 2.5))));
}
