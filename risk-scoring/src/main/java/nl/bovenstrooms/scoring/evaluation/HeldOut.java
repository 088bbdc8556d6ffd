package nl.bovenstrooms.scoring.evaluation;

import java.util.Map;
import java.util.function.LongFunction;
import nl.bovenstrooms.scoring.training.Crop;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.SyntheticCrops;

/**
 * The sets of simulated containers that a model is measured on. Each is fixed by its seeds and by what it is drawn from; none is
 * ever learned from.
 */
enum HeldOut {
    SAME_DISTRIBUTION(
            "known",
            "Scanners and goods that it learned from",
            "Other containers of the same kinds by the same kinds of scanners, half as 8-bit JPEG with an unknown curve, the"
                    + " others with 16 bits and one or two energies. Half of them hold contraband.",
            Purpose.EVALUATION),
    UNSEEN_SCANNERS_JPEG(
            "unseenJpeg",
            "Scanners that it never saw, 8-bit JPEG",
            "The base case of a source: JPEG with an unknown curve, sometimes a palette, by scanners with energies, geometry and"
                    + " noise that training leaves out: " + SyntheticCrops.UNSEEN_SCANNERS + ".",
            Purpose.UNSEEN_SCANNERS_JPEG),
    UNSEEN_SCANNERS_TWO_ENERGIES(
            "unseenTwoEnergies",
            "Scanners that it never saw, two energies in 16 bits",
            "Raw data of those of the scanners left out of training that have two energies. A quarter of the pictures come"
                    + " with one energy all the same, and are left out here.",
            Purpose.UNSEEN_SCANNERS_TWO_ENERGIES),
    UNSEEN_LOADS(
            "unseenLoads",
            "Loads and confusers that it never saw",
            "Goods in boxes that they never travel in during training (bananas in a dry box, crates in a reefer) and things that"
                    + " look wrong and are not, none of which training shows: a pallet truck, gas bottles, a tool chest, steel"
                    + " tubes. No kind of goods is left out of training for this, since the model could not name it then.",
            Purpose.UNSEEN_LOADS);

    private final String prefix;
    private final String title;
    private final String says;
    private final Purpose purpose;

    HeldOut(String prefix, String title, String says, Purpose purpose) {
        this.prefix = prefix;
        this.title = title;
        this.says = says;
        this.purpose = purpose;
    }

    /** Of the names of its figures. */
    String prefix() {
        return prefix;
    }

    String title() {
        return title;
    }

    String says() {
        return says;
    }

    /** Draws the crop of a number, the same one each time. Safe for use by many threads. */
    LongFunction<Crop> crops(int run) {
        var crops = crops();
        return number -> crops.crop(purpose.seed(run, number));
    }

    /** For what is found of visible contraband, by the share of false alarms. */
    Map<Double, Goal> goals() {
        return switch (this) {
            case UNSEEN_SCANNERS_JPEG -> Map.of(0.01, Goal.atLeast(0.90), 0.05, Goal.atLeast(0.95));
            case UNSEEN_SCANNERS_TWO_ENERGIES -> Map.of(0.005, Goal.atLeast(0.95));
            case SAME_DISTRIBUTION, UNSEEN_LOADS -> Map.of();
        };
    }

    private SyntheticCrops crops() {
        return switch (this) {
            case SAME_DISTRIBUTION -> SyntheticCrops.ofKnownScanners(0.5);
            case UNSEEN_SCANNERS_JPEG -> SyntheticCrops.ofUnseenScannersAsJpeg();
            case UNSEEN_SCANNERS_TWO_ENERGIES -> SyntheticCrops.ofUnseenScannersWithTwoEnergies();
            case UNSEEN_LOADS -> SyntheticCrops.ofUnseenLoads();
        };
    }
}
