package nl.bovenstrooms.scoring.image;

import java.util.Arrays;
import java.util.Optional;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;

/**
 * Tells pictures that nobody could judge before the network is asked, which would answer something for them too.
 *
 * <p>Limits stand well clear of everything simulated: the noisiest picture has a grain of 0.024, the softest a
 * sharpness of 0.33 (the command {@code pictures} of risk-scoring measures how many are refused).
 */
public final class Readability {

    /** Below this a bag is fewer than four pixels wide. */
    static final int FEWEST_COLUMNS = 96;

    static final int FEWEST_ROWS = 48;

    private static final int CELL_COLUMNS = 32;
    private static final int CELL_ROWS = 12;
    private static final int SAMPLES_PER_SIDE = 4;
    private static final int SAMPLES_PER_CELL = SAMPLES_PER_SIDE * SAMPLES_PER_SIDE;

    /** 1 % of the open beam: below it there is nothing but noise. */
    private static final double OPAQUE = 4.6;

    private static final double OPEN = 0.02;
    private static final double NEARLY_ALL = 0.92;
    /** Half of the least that was simulated, with a viewer whose curve is steep. */
    private static final double LEAST_SPREAD = 0.3;

    /** White noise gives 1 with a deviation of 0.08; pictures of containers 4 and more. */
    private static final double LEAST_STRUCTURE = 1.5;

    /** Half as much again as the noisiest picture has: a bag of a few kilograms drowns. */
    private static final double MOST_GRAIN = 0.036;

    /** Smeared over a hundredth of the container's length. */
    private static final double LEAST_SHARPNESS = 0.27;

    private final UsualPictures usual;

    Readability(UsualPictures usual) {
        this.usual = usual;
    }

    /** Whether a picture can be judged. */
    sealed interface Verdict {}

    /**
     * @param unusualness see {@link UsualPictures#unusualness}
     * @param opaqueShare see {@link Appearance#opaqueShare}
     */
    record Legible(double unusualness, double opaqueShare) implements Verdict {}

    record Illegible(Obstacle why) implements Verdict {}

    /** Whether anything can be made out in a region, whatever it shows: it is neither too dark, too light, noisy nor blurred. */
    public static boolean isClear(Raster raster, Region region) {
        return darkness(raster, region)
                .or(() -> unclearness(Appearance.of(raster, region)))
                .isEmpty();
    }

    Verdict of(Raster raster, Region region) {
        var darkness = darkness(raster, region);
        if (darkness.isPresent()) {
            return new Illegible(darkness.get());
        }
        var appearance = Appearance.of(raster, region);
        var unclearness = unclearness(appearance);
        if (unclearness.isPresent()) {
            return new Illegible(unclearness.get());
        }
        if (appearance.isCutOff()) {
            return new Illegible(Obstacle.CROPPED);
        }
        var statistics = appearance.statistics();
        if (!usual.isUsual(statistics)) {
            return new Illegible(Obstacle.NOT_A_CONTAINER);
        }
        return appearance.isUpsideDown()
                ? new Illegible(Obstacle.UPSIDE_DOWN)
                : new Legible(usual.unusualness(statistics), appearance.opaqueShare());
    }

    private static Optional<Obstacle> unclearness(Appearance appearance) {
        if (appearance.grain() > MOST_GRAIN) {
            return Optional.of(Obstacle.TOO_NOISY);
        }
        return appearance.sharpness() < LEAST_SHARPNESS ? Optional.of(Obstacle.BLURRED) : Optional.empty();
    }

    /** What size and darkness alone tell, from 6144 pixels in 32 x 12 cells. */
    private static Optional<Obstacle> darkness(Raster raster, Region region) {
        if (region.width() < FEWEST_COLUMNS || region.height() < FEWEST_ROWS) {
            return Optional.of(Obstacle.TOO_SMALL);
        }
        var samples = samples(raster, region);
        var structure = structure(samples);
        Arrays.sort(samples);
        if (samples[(int) (samples.length * (1 - NEARLY_ALL))] > OPAQUE) {
            return Optional.of(Obstacle.TOO_DARK);
        }
        if (samples[(int) (samples.length * NEARLY_ALL)] < OPEN) {
            return Optional.of(Obstacle.SATURATED);
        }
        var spread = samples[(int) (samples.length * 0.98)] - samples[(int) (samples.length * 0.02)];
        if (spread < LEAST_SPREAD || structure < LEAST_STRUCTURE) {
            return Optional.of(Obstacle.NO_CONTRAST);
        }
        return Optional.empty();
    }

    private static float[] samples(Raster raster, Region region) {
        var samples = new float[CELL_COLUMNS * CELL_ROWS * SAMPLES_PER_CELL];
        var columns = CELL_COLUMNS * SAMPLES_PER_SIDE;
        var rows = CELL_ROWS * SAMPLES_PER_SIDE;
        var to16Bits = raster.bits() == 8 ? 257 : 1;
        for (var row = 0; row < rows; row++) {
            var y = region.y() + (int) ((row + 0.5) * region.height() / rows);
            for (var column = 0; column < columns; column++) {
                var x = region.x() + (int) ((column + 0.5) * region.width() / columns);
                var cell = row / SAMPLES_PER_SIDE * CELL_COLUMNS + column / SAMPLES_PER_SIDE;
                var place = row % SAMPLES_PER_SIDE * SAMPLES_PER_SIDE + column % SAMPLES_PER_SIDE;
                samples[cell * SAMPLES_PER_CELL + place] = WorkingView.attenuation(raster.at(x, y) * to16Bits);
            }
        }
        return samples;
    }

    /** How much more the cells' means differ than they would if pixels had nothing to do with their neighbours. */
    private static double structure(float[] samples) {
        var total = 0.0;
        var totalOfSquares = 0.0;
        var cellsOfSquares = 0.0;
        for (var cell = 0; cell < samples.length; cell += SAMPLES_PER_CELL) {
            var sum = 0.0;
            for (var index = cell; index < cell + SAMPLES_PER_CELL; index++) {
                sum += samples[index];
                totalOfSquares += samples[index] * (double) samples[index];
            }
            total += sum;
            cellsOfSquares += sum * sum / SAMPLES_PER_CELL;
        }
        var ofMean = total * total / samples.length;
        var perSample = (totalOfSquares - ofMean) / samples.length;
        var perCell = (cellsOfSquares - ofMean) / (samples.length / (double) SAMPLES_PER_CELL);
        return perSample < 1e-12 ? 0 : perCell / perSample;
    }
}
