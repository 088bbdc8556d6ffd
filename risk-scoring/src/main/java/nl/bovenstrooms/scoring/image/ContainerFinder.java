package nl.bovenstrooms.scoring.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Evidence.Bottoms;
import nl.bovenstrooms.scoring.image.Evidence.Middles;

/**
 * Finds the containers in a whole picture, with its truck, chassis and sky. Declared regions are better where a source sends
 * them; most send none.
 *
 * <p>Roof and ends are geometry: a straight line over everything that is loaded, carried by corner castings. Where the container ends and
 * the chassis begins, and whether there is one container or two, is learned, since both are dark steel in front of dark steel.
 * Holds no state: safe for use by many threads.
 */
public final class ContainerFinder {

    /** Name of the resource, beside the image model's files. */
    public static final String WEIGHTS = "container-finder.bin";

    /** Rows above and below the likeliest bottom that are averaged with it. */
    private static final int NEIGHBOURS = 2;

    private final Scorers scorers;

    /**
     * What was learned.
     *
     * @param bottoms scores rows at which a container may end
     * @param middles scores columns between two containers, against a score of 0 for there being one
     */
    public record Scorers(CandidateScorer bottoms, CandidateScorer middles) {

        public Scorers {
            if (bottoms.inputs() != Bottoms.INPUTS || middles.inputs() != Middles.INPUTS) {
                throw new IllegalArgumentException(
                        "%s is made for another release: train the finder again".formatted(WEIGHTS));
            }
        }
    }

    /** With what comes with this release. */
    public ContainerFinder() {
        this(shipped());
    }

    public ContainerFinder(Scorers scorers) {
        this.scorers = scorers;
    }

    private static Scorers shipped() {
        try (var resource = ContainerFinder.class.getResourceAsStream("/model/" + WEIGHTS)) {
            if (resource == null) {
                throw new IllegalStateException("model/%s is missing in this build".formatted(WEIGHTS));
            }
            var data = new DataInputStream(resource);
            return new Scorers(CandidateScorer.read(data), CandidateScorer.read(data));
        } catch (IOException e) {
            throw new UncheckedIOException("model/%s can't be read".formatted(WEIGHTS), e);
        }
    }

    /**
     * @param principal the only energy, or the higher one; transmission
     * @return where containers stand, from left to right; empty when none is recognised
     */
    public List<Region> find(Raster principal) {
        if (principal.height() < Readability.FEWEST_ROWS || principal.width() < Readability.FEWEST_COLUMNS) {
            return List.of();
        }
        return Evidence.of(principal).map(this::find).orElse(List.of());
    }

    private List<Region> find(Evidence evidence) {
        var bottom = bottom(evidence.bottoms());
        var middle = middle(evidence.middles((int) Math.round(bottom)));
        if (middle.isEmpty()) {
            return List.of(evidence.region(evidence.left(), evidence.right(), bottom));
        }
        return List.of(
                evidence.region(evidence.left(), middle.get(), bottom),
                evidence.region(middle.get(), evidence.right(), bottom));
    }

    /** Between the rows of a thumbnail lie several of the picture: the likeliest row and those around it are averaged. */
    private double bottom(Bottoms bottoms) {
        var scorer = scorers.bottoms();
        var inputs = new float[Bottoms.INPUTS];
        var units = new float[scorer.hidden()];
        var scores = new float[bottoms.end() - bottoms.first()];
        var best = 0;
        for (var row = 0; row < scores.length; row++) {
            bottoms.describe(bottoms.first() + row, inputs);
            scores[row] = scorer.score(inputs, units);
            best = scores[row] > scores[best] ? row : best;
        }
        var total = 0.0;
        var weighted = 0.0;
        for (var row = Math.max(0, best - NEIGHBOURS); row <= Math.min(scores.length - 1, best + NEIGHBOURS); row++) {
            var weight = Math.exp(scores[row] - scores[best]);
            total += weight;
            weighted += weight * row;
        }
        return bottoms.first() + weighted / total;
    }

    /** Where the second container begins; empty when one is likelier. */
    private Optional<Double> middle(Middles middles) {
        var scorer = scorers.middles();
        var inputs = new float[Middles.INPUTS];
        var units = new float[scorer.hidden()];
        var ofTwo = 0.0;
        var best = Float.NEGATIVE_INFINITY;
        var place = -1;
        for (var column = middles.first(); column < middles.end(); column++) {
            middles.describe(column, inputs);
            var score = scorer.score(inputs, units);
            ofTwo += Math.exp(score);
            if (score > best) {
                best = score;
                place = column;
            }
        }
        return ofTwo > 1 ? Optional.of(place + 0.5) : Optional.empty();
    }
}
