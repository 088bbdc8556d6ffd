package nl.bovenstrooms.simulator.training;

import java.util.EnumSet;
import java.util.Set;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.LoadKind;

/**
 * What samples are to be made.
 *
 * @param width of a picture in pixels, at least 64
 * @param height of a picture in pixels, at least 32
 * @param threatShare share of samples with contraband, 0 to 1
 * @param baseCaseShare share of samples that come as 8-bit JPEG, 0 to 1
 * @param families scanners that are used; leave some out to see later how a model does on one it never saw
 * @param loads goods that are used
 * @param strange goods stand in boxes that they never travel in otherwise, beside things that are seen nowhere else; to measure
 *     with, never to learn from
 */
public record TrainingSpec(
        int width,
        int height,
        double threatShare,
        double baseCaseShare,
        Set<ScannerFamily> families,
        Set<LoadKind> loads,
        boolean strange) {

    public TrainingSpec {
        if (width < 64 || height < 32) {
            throw new IllegalArgumentException("a sample has at least 64 x 32 pixels, not " + width + " x " + height);
        }
        if (!(threatShare >= 0 && threatShare <= 1 && baseCaseShare >= 0 && baseCaseShare <= 1)) {
            throw new IllegalArgumentException("shares are 0 to 1, not " + threatShare + " and " + baseCaseShare);
        }
        if (families.isEmpty() || loads.isEmpty()) {
            throw new IllegalArgumentException("at least one family of scanners and one kind of load are needed");
        }
        families = Set.copyOf(families);
        loads = Set.copyOf(loads);
    }

    /** Half with contraband, half in 8 bits, every scanner and all goods. */
    public static TrainingSpec of(int width, int height) {
        return new TrainingSpec(
                width, height, 0.5, 0.5, EnumSet.allOf(ScannerFamily.class), EnumSet.allOf(LoadKind.class), false);
    }

    public TrainingSpec withThreatShare(double share) {
        return new TrainingSpec(width, height, share, baseCaseShare, families, loads, strange);
    }

    public TrainingSpec withBaseCaseShare(double share) {
        return new TrainingSpec(width, height, threatShare, share, families, loads, strange);
    }

    public TrainingSpec withFamilies(Set<ScannerFamily> only) {
        return new TrainingSpec(width, height, threatShare, baseCaseShare, only, loads, strange);
    }

    public TrainingSpec withLoads(Set<LoadKind> only) {
        return new TrainingSpec(width, height, threatShare, baseCaseShare, families, only, strange);
    }

    public TrainingSpec withStrangeLoads() {
        return new TrainingSpec(width, height, threatShare, baseCaseShare, families, loads, true);
    }

    /** All scanners but these. */
    public TrainingSpec withoutFamilies(Set<ScannerFamily> heldOut) {
        var rest = EnumSet.copyOf(families);
        rest.removeAll(heldOut);
        return withFamilies(rest);
    }

    /** All goods but these. */
    public TrainingSpec withoutLoads(Set<LoadKind> heldOut) {
        var rest = EnumSet.copyOf(loads);
        rest.removeAll(heldOut);
        return withLoads(rest);
    }
}
