package nl.bovenstrooms.scoring.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.training.TrainingSample;
import nl.bovenstrooms.simulator.training.TrainingSamples;
import nl.bovenstrooms.simulator.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

/** Crops out of the simulator, each from its seed alone. Safe for use by many threads. */
public final class SyntheticCrops implements Crops {

    /** Half as fine again as the working scale: pictures of real scanners are scaled down too. */
    private static final int WIDTH = Recipe.WIDTH * 3 / 2;

    private static final int HEIGHT = Recipe.HEIGHT * 3 / 2;
    private static final int PART_WIDTH = Recipe.PART_WIDTH * 3 / 2;
    private static final int PART_HEIGHT = Recipe.PART_HEIGHT * 3 / 2;

    /**
     * Never learned from: what the model makes of them is how it will do on a scanner new to it. One of them has one weak beam
     * and few photons, the other two energies.
     */
    public static final Set<ScannerFamily> UNSEEN_SCANNERS =
            Set.copyOf(EnumSet.of(ScannerFamily.MOBILE_4, ScannerFamily.GANTRY_9_6));

    private static final List<String> LOAD_KINDS =
            Arrays.stream(LoadKind.values()).map(LoadKind::name).toList();

    private final TrainingSpec spec;
    private final TrainingSamples samples;

    /** Half of them with contraband, half as 8-bit JPEG, by the scanners that are learned from, at half the scale. */
    public static SyntheticCrops atHalfScale() {
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
    public static SyntheticCrops ofKnownScanners(double threatShare) {
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withoutFamilies(UNSEEN_SCANNERS).withThreatShare(threatShare));
    }

    /** Half of them with contraband, all as 8-bit JPEG. */
    public static SyntheticCrops ofUnseenScannersAsJpeg() {
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withFamilies(UNSEEN_SCANNERS).withBaseCaseShare(1));
    }

    /** Half of them with contraband, all with 16 bits, most with two energies. */
    public static SyntheticCrops ofUnseenScannersWithTwoEnergies() {
        var twoEnergies =
                UNSEEN_SCANNERS.stream().filter(family -> family.lowMeV() > 0).collect(Collectors.toSet());
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withFamilies(twoEnergies).withBaseCaseShare(0));
    }

    /** Half of them with contraband: goods in boxes that training never shows them in, beside things that it never shows. */
    public static SyntheticCrops ofUnseenLoads() {
        return new SyntheticCrops(
                TrainingSpec.of(WIDTH, HEIGHT).withoutFamilies(UNSEEN_SCANNERS).withStrangeLoads());
    }

    /** In the order of the network's answer; {@code EMPTY} among them. */
    public static List<String> loadKinds() {
        return LOAD_KINDS;
    }

    /** Of each load kind, the first two digits of its goods' code in the Harmonized System; {@code 00} for no goods. */
    public static List<String> chapters() {
        return Arrays.stream(LoadKind.values())
                .map(kind -> kind.hs().value().substring(0, 2))
                .toList();
    }

    @Override
    public Crop crop(long seed) {
        return crop(samples.sample(seed));
    }

    @Override
    public List<Crop> partTwins(long seed, double leastVisibility) {
        return twins(seed, PART_WIDTH, PART_HEIGHT, leastVisibility);
    }

    @Override
    public List<Crop> twins(long seed, double leastVisibility) {
        return twins(seed, spec.width(), spec.height(), leastVisibility);
    }

    private List<Crop> twins(long seed, int width, int height, double leastVisibility) {
        return samples.twins(seed, width, height, leastVisibility)
                .map(twins -> List.of(crop(twins.clean()), crop(twins.loaded())))
                .orElse(List.of());
    }

    @Override
    public Crop anyPart(long seed) {
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
