package nl.bovenstrooms.scoring.comparison;

import java.util.List;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.comparison.Excess.Spot;
import nl.bovenstrooms.scoring.image.WorkingView;

/** All that is seen of two clear pictures, before anything is decided. */
public final class Evidence {

    private static final int FIRST_ROW = 4;
    private static final int END_ROW = 82;
    private static final int FRAME = 6;

    private final Alignment alignment;
    private final Resemblance resemblance;
    private final Excess added;
    private final Excess removed;

    private Evidence(Alignment alignment, Resemblance resemblance, Excess added, Excess removed) {
        this.alignment = alignment;
        this.resemblance = resemblance;
        this.added = added;
        this.removed = removed;
    }

    /** Both are clear. */
    public static Evidence of(Picture first, Picture second) {
        var one = attenuation(first);
        var two = attenuation(second);
        var alignment = Alignment.of(Tone.matched(one, two), two);
        var target = two.reduced(Comparing.COARSER, Comparing.COARSER);
        var source = Tone.matched(alignment.applied(one).reduced(Comparing.COARSER, Comparing.COARSER), target);
        var predicted = Prediction.of(source, target);
        return new Evidence(
                alignment,
                new Resemblance(
                        alignment.likeness(),
                        alignment.likenessTurned(),
                        correlation(detail(source), detail(target)),
                        alignment.mostShift()),
                Excess.of(predicted, target, Rise.between(first, second, alignment)),
                Excess.of(Prediction.of(target, source), source, Rise.back(first, second, alignment)));
    }

    private static Plane attenuation(Picture picture) {
        var view = new WorkingView(Alignment.WIDTH, Alignment.HEIGHT);
        view.show(picture.principal(), null, picture.container());
        var values = new float[Alignment.WIDTH * Alignment.HEIGHT];
        for (var index = 0; index < values.length; index++) {
            values[index] = view.attenuationAt(index);
        }
        return new Plane(Alignment.WIDTH, Alignment.HEIGHT, values);
    }

    /** Fine structure, as plain in faint goods as in dark ones. */
    private static Plane detail(Plane plane) {
        return plane.minus(plane.smooth(10, 8), 1).evened(20, 12, 0.05);
    }

    /** Within the frame, which any two containers share, and above the chassis. */
    private static double correlation(Plane one, Plane other) {
        var products = 0.0;
        var squares = 0.0;
        var otherSquares = 0.0;
        for (var row = FIRST_ROW; row < END_ROW; row++) {
            for (var column = FRAME; column < one.width() - FRAME; column++) {
                var value = one.at(column, row);
                var otherValue = other.at(column, row);
                products += value * otherValue;
                squares += value * value;
                otherSquares += otherValue * otherValue;
            }
        }
        return products / Math.max(1e-9, Math.sqrt(squares * otherSquares));
    }

    Alignment alignment() {
        return alignment;
    }

    public Resemblance resemblance() {
        return resemblance;
    }

    /** What speaks most for a change anywhere. */
    public Signs strongest(Weights weights) {
        return Stream.of(added, removed)
                .flatMap(excess -> excess.spots(1, weights).stream())
                .map(Spot::signs)
                .max(weights.order())
                .orElse(new Signs(0, 0, 0));
    }

    List<Spot> added(int most, Weights weights) {
        return added.spots(most, weights);
    }

    List<Spot> removed(int most, Weights weights) {
        return removed.spots(most, weights);
    }

    DifferenceMap map() {
        var difference = added.strengths().minus(removed.strengths(), 1);
        return new DifferenceMap(difference.width(), difference.height(), difference.values());
    }
}
