package nl.bovenstrooms.scoring.comparison;

import java.util.List;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.comparison.Excess.Spot;
import nl.bovenstrooms.scoring.image.WorkingView;

/** All that is seen of two clear pictures, before anything is decided. */
public final class Evidence {

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
                        explained(predicted, target),
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

    private static double explained(Plane predicted, Plane target) {
        var rowMeans = target.mean(target.width(), 0);
        var rest = sum(target.minus(predicted, 1));
        var all = sum(target.minus(rowMeans, 1));
        return 1 - rest / Math.max(1e-9, all);
    }

    private static Plane detail(Plane plane) {
        return plane.minus(plane.smooth(10, 8), 1);
    }

    private static double correlation(Plane one, Plane other) {
        var products = 0.0;
        for (var index = 0; index < one.values().length; index++) {
            products += one.values()[index] * other.values()[index];
        }
        return products / Math.max(1e-9, Math.sqrt(sum(one) * sum(other)));
    }

    private static double sum(Plane plane) {
        var sum = 0.0;
        for (var square : plane.squared().values()) {
            sum += square;
        }
        return sum;
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
