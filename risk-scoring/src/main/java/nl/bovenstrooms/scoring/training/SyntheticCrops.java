package nl.bovenstrooms.scoring.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.training.TrainingSample;
import nl.bovenstrooms.simulator.training.TrainingSamples;
import nl.bovenstrooms.simulator.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

/** Crops out of the simulator, each from its seed alone. Safe for use by many threads. */
final class SyntheticCrops {

    /** Half as fine again as the working scale: pictures of real scanners are scaled down too. */
    private static final int WIDTH = Recipe.WIDTH * 3 / 2;

    private static final int HEIGHT = Recipe.HEIGHT * 3 / 2;
    private static final int PART_WIDTH = Recipe.PART_WIDTH * 3 / 2;
    private static final int PART_HEIGHT = Recipe.PART_HEIGHT * 3 / 2;

    /**
     * Never learned from: what the model makes of them is how it will do on a scanner new to it. One of them has one weak beam
     * and few photons, the other two energies.
     */
    static final Set<ScannerFamily> UNSEEN_SCANNERS =
            Set.copyOf(EnumSet.of(ScannerFamily.MOBILE_4, ScannerFamily.GANTRY_9_6));

    private static final List<String> LOAD_KINDS =
            Arrays.stream(LoadKind.values()).map(LoadKind::name).toList();

    private final TrainingSpec spec;
    private final TrainingSamples samples;

    /** The same at half the scale. */
    static SyntheticCrops atHalfScale() {
        return new SyntheticCrops(TrainingSpec.of(WIDTH / 2, HEIGHT / 2).withoutFamilies(UNSEEN_SCANNERS));
    }

    private SyntheticCrops(TrainingSpec spec) {
        this.spec = spec;
        samples = new TrainingSamples(spec);
    }

    /**
     * Half of them as 8-bit JPEG, by the scanners that are learned from.
     *
     * @param threatShare share of them with contraband, 0 to 1; with the same seed everything else is the same
     */
    static SyntheticCrops ofKnownScanners(double threatShare) {
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withoutFamilies(UNSEEN_SCANNERS).withThreatShare(threatShare));
    }

    /** @param threatShare share of them with contraband, 0 to 1 */
    static SyntheticCrops ofUnseenScanners(double threatShare) {
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withFamilies(UNSEEN_SCANNERS).withThreatShare(threatShare));
    }

    /** In the order of the network's answer; {@code EMPTY} among them. */
    static List<String> loadKinds() {
        return LOAD_KINDS;
    }

    /** A whole container. */
    Crop crop(long seed) {
        return crop(samples.sample(seed));
    }

    /** Part of a container without contraband, and the same part with it; nothing when it is less visible than that. */
    List<Crop> partTwins(long seed, double leastVisibility) {
        return twins(seed, PART_WIDTH, PART_HEIGHT, leastVisibility);
    }

    /** A whole container without contraband, and the same with it; nothing when it is less visible than that. */
    List<Crop> twins(long seed, double leastVisibility) {
        return twins(seed, spec.width(), spec.height(), leastVisibility);
    }

    private List<Crop> twins(long seed, int width, int height, double leastVisibility) {
        return samples.twins(seed, width, height, leastVisibility)
                .map(twins -> List.of(crop(twins.clean()), crop(twins.loaded())))
                .orElse(List.of());
    }

    /** Any part of a container without contraband. */
    Crop anyPart(long seed) {
        return crop(samples.anyPart(seed, PART_WIDTH, PART_HEIGHT));
    }

    private static Crop crop(TrainingSample sample) {
        var truth = sample.truth();
        return new Crop(
                sample.principal(),
                sample.low(),
                sample.threat(),
                hidden(sample),
                LOAD_KINDS.indexOf(truth.load().name()),
                (float) truth.fill(),
                truth.loadKg(),
                truth.doorsRight(),
                truth.box().name(),
                truth.family().name(),
                truth.path().name());
    }

    private static Crop.@Nullable Hidden hidden(TrainingSample sample) {
        var hidden = sample.hidden();
        return hidden == null
                ? null
                : new Crop.Hidden(
                        hidden.kind().name(),
                        hidden.place().name(),
                        hidden.kilograms(),
                        hidden.visibility(),
                        hidden.conspicuity());
    }
}
