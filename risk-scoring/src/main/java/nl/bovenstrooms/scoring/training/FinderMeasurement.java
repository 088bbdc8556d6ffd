package nl.bovenstrooms.scoring.training;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.training.WholePictures.WholePicture;

/**
 * How well containers are found.
 *
 * @param pictures that were looked at
 * @param containers in them
 * @param overlap sum over the containers of intersection over union with the region found best, 0 for one that is not
 *     found
 * @param missed containers of which less than half overlaps
 * @param pairs pictures of two containers
 * @param pairsFound those in which exactly two were found, each overlapping by {@value #FOUND} at least
 * @param tooMany pictures with more regions than containers
 */
public record FinderMeasurement(
        int pictures, int containers, double overlap, int missed, int pairs, int pairsFound, int tooMany) {

    private static final double FOUND = 0.8;
    private static final double MISSED = 0.5;

    public static FinderMeasurement of(ContainerFinder finder, WholePicture picture) {
        var found = finder.find(picture.principal());
        var containers = picture.regions();
        var overlaps = containers.stream()
                .mapToDouble(container -> overlap(container, found))
                .toArray();
        var isPair = containers.size() == 2;
        var isPairFound = isPair && found.size() == 2 && Arrays.stream(overlaps).allMatch(overlap -> overlap >= FOUND);
        return new FinderMeasurement(
                1,
                containers.size(),
                Arrays.stream(overlaps).sum(),
                (int) Arrays.stream(overlaps)
                        .filter(overlap -> overlap < MISSED)
                        .count(),
                isPair ? 1 : 0,
                isPairFound ? 1 : 0,
                found.size() > containers.size() ? 1 : 0);
    }

    public FinderMeasurement plus(FinderMeasurement other) {
        return new FinderMeasurement(
                pictures + other.pictures,
                containers + other.containers,
                overlap + other.overlap,
                missed + other.missed,
                pairs + other.pairs,
                pairsFound + other.pairsFound,
                tooMany + other.tooMany);
    }

    public double meanOverlap() {
        return overlap / Math.max(1, containers);
    }

    private static double overlap(Region container, List<Region> found) {
        return found.stream()
                .mapToDouble(container::intersectionOverUnion)
                .max()
                .orElse(0);
    }

    void print(String what, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: pictures=%d containers=%d mean-overlap=%.4f missed=%d two-containers=%d both-found=%d too-many=%d%n",
                what,
                pictures,
                containers,
                meanOverlap(),
                missed,
                pairs,
                pairsFound,
                tooMany);
    }
}
