package nl.bovenstrooms.scoring.image;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How pictures of containers usually look: mean and spread of the statistics of simulated ones, and how they go together.
 * What is far from all of them was never learned from, and nothing is known about how well it is judged.
 *
 * @param statistics {@link Appearance#STATISTICS}
 * @param means of them
 * @param whitening lower triangle: what is left of each deviation after those before it explain what they can, in units of
 *     its own deviation (the inverse of the covariance's Cholesky factor)
 * @param limit on {@link #unusualness}: hardly any was farther away
 * @param least of each statistic that is usual: hardly any was lower
 * @param most of each statistic that is usual: hardly any was higher
 */
@JsonPropertyOrder({"statistics", "means", "whitening", "limit", "least", "most"})
public record UsualPictures(
        List<String> statistics,
        List<Double> means,
        List<List<Double>> whitening,
        double limit,
        List<Double> least,
        List<Double> most) {

    /** Name of the resource, beside the image model's files. */
    public static final String FILE = "usual-pictures.json";

    /** Keeps statistics that hardly ever change from deciding everything, as a share of their variance. */
    private static final double RIDGE = 0.02;

    /** Of the simulated pictures, so many are farther away than the limit. */
    private static final double BEYOND_LIMIT = 0.0005;

    /** Of the simulated pictures, so many are below the least, and as many above the most, of each statistic. */
    private static final double OUT_OF_RANGE = 0.002;

    /** So many statistics at a time are out of range in one of 400 simulated pictures. */
    private static final int TOO_MANY_OUT_OF_RANGE = 3;

    public UsualPictures {
        statistics = List.copyOf(statistics);
        means = List.copyOf(means);
        whitening = List.copyOf(whitening);
        least = List.copyOf(least);
        most = List.copyOf(most);
        if (!statistics.equals(Appearance.STATISTICS)) {
            throw new IllegalArgumentException("%s is made for another release: learn it again".formatted(FILE));
        }
    }

    /** What comes with this release. */
    static UsualPictures shipped() {
        try (var resource = UsualPictures.class.getResourceAsStream("/model/" + FILE)) {
            if (resource == null) {
                throw new IllegalStateException("model/%s is missing in this build".formatted(FILE));
            }
            return new ObjectMapper().readValue(resource, UsualPictures.class);
        } catch (IOException e) {
            throw new UncheckedIOException("model/%s can't be read".formatted(FILE), e);
        }
    }

    /** @param pictures statistics of each, many more than there are statistics */
    public static UsualPictures of(List<double[]> pictures) {
        var size = Appearance.STATISTICS.size();
        var means = new double[size];
        for (var picture : pictures) {
            for (var index = 0; index < size; index++) {
                means[index] += picture[index] / pictures.size();
            }
        }
        var covariance = new double[size][size];
        for (var picture : pictures) {
            for (var row = 0; row < size; row++) {
                for (var column = 0; column < size; column++) {
                    covariance[row][column] +=
                            (picture[row] - means[row]) * (picture[column] - means[column]) / pictures.size();
                }
            }
        }
        for (var index = 0; index < size; index++) {
            covariance[index][index] = covariance[index][index] * (1 + RIDGE) + 1e-9;
        }
        var least = new double[size];
        var most = new double[size];
        for (var index = 0; index < size; index++) {
            var place = index;
            least[index] = quantile(pictures.stream().mapToDouble(picture -> picture[place]), OUT_OF_RANGE);
            most[index] = quantile(pictures.stream().mapToDouble(picture -> picture[place]), 1 - OUT_OF_RANGE);
        }
        var without = new UsualPictures(
                Appearance.STATISTICS, list(means), whitening(covariance), 0, list(least), list(most));
        var limit = quantile(pictures.stream().mapToDouble(without::unusualness), 1 - BEYOND_LIMIT);
        return new UsualPictures(
                without.statistics, without.means, without.whitening, rounded(limit), without.least, without.most);
    }

    private static double quantile(DoubleStream values, double share) {
        var sorted = values.sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static List<List<Double>> whitening(double[][] covariance) {
        var size = covariance.length;
        var factor = new double[size][size];
        var inverse = new double[size][size];
        for (var row = 0; row < size; row++) {
            for (var column = 0; column <= row; column++) {
                var sum = covariance[row][column];
                for (var index = 0; index < column; index++) {
                    sum -= factor[row][index] * factor[column][index];
                }
                factor[row][column] = row == column ? Math.sqrt(sum) : sum / factor[column][column];
            }
            inverse[row][row] = 1 / factor[row][row];
            for (var column = 0; column < row; column++) {
                var sum = 0.0;
                for (var index = column; index < row; index++) {
                    sum -= factor[row][index] * inverse[index][column];
                }
                inverse[row][column] = sum / factor[row][row];
            }
        }
        var rows = new ArrayList<List<Double>>();
        for (var row = 0; row < size; row++) {
            rows.add(list(Arrays.copyOf(inverse[row], row + 1)));
        }
        return rows;
    }

    private static List<Double> list(double[] values) {
        var list = new ArrayList<Double>();
        for (var value : values) {
            list.add(rounded(value));
        }
        return list;
    }

    /** Six digits are more than the sample tells. */
    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** How far a picture is from the usual ones, as a multiple of how far they are from each other: about 1 is usual. */
    public double unusualness(double... picture) {
        var squares = 0.0;
        for (var row = 0; row < means.size(); row++) {
            var left = 0.0;
            for (var column = 0; column <= row; column++) {
                left += whitening.get(row).get(column) * (picture[column] - means.get(column));
            }
            squares += left * left;
        }
        return Math.sqrt(squares / means.size());
    }

    /** Whether it may be a picture of a container. */
    boolean isUsual(double... picture) {
        var outOfRange = 0;
        for (var index = 0; index < picture.length; index++) {
            outOfRange += picture[index] < least.get(index) || picture[index] > most.get(index) ? 1 : 0;
        }
        return outOfRange < TOO_MANY_OUT_OF_RANGE && unusualness(picture) <= limit;
    }
}
