package nl.bovenstrooms.scoring.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.comparison.Comparison.Change;
import nl.bovenstrooms.scoring.comparison.Comparison.Changed;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Obstacle;
import nl.bovenstrooms.scoring.comparison.Comparison.Same;
import nl.bovenstrooms.scoring.comparison.Excess.Spot;
import nl.bovenstrooms.scoring.image.WorkingView;

/**
 * Lays two scans of one container on each other and tells what is in one only. The same pictures give the same answer; no
 * state is held. See docs/comparison.md.
 */
public final class Comparing {

    /** Pictures are aligned at the working scale and compared at half of it: a brick on edge still has two pixels there. */
    private static final int COARSER = 2;

    private static final int MOST_SPOTS = 6;

    /** Which comparison this is: another one may say something else of the same pictures. */
    public static final String VERSION = "1";

    private Comparing() {}

    /** @param second the later one; regions are told in its pixels */
    public static Comparison compare(Picture first, Picture second) {
        return compare(first, second, Limits.CALIBRATED);
    }

    /** The same with other limits, to find better ones. */
    public static Comparison compare(Picture first, Picture second, Limits limits) {
        var one = attenuation(first);
        var two = attenuation(second);
        if (!Legibility.isReadable(one)) {
            return new NotComparable(Obstacle.FIRST_UNREADABLE);
        }
        if (!Legibility.isReadable(two)) {
            return new NotComparable(Obstacle.SECOND_UNREADABLE);
        }
        var evidence = Evidence.of(one, two);
        if (evidence.match() < limits.leastMatch()) {
            return new NotComparable(Obstacle.DO_NOT_MATCH);
        }
        var changes =
                new Placing(evidence.alignment(), first.container(), second.container()).changes(evidence, limits);
        var map = evidence.map();
        return changes.isEmpty()
                ? new Same(
                        evidence.alignment(),
                        evidence.match(),
                        map,
                        1 - limits.sureness().probability(evidence.strongest()))
                : new Changed(evidence.alignment(), evidence.match(), map, changes);
    }

    static Plane attenuation(Picture picture) {
        var view = new WorkingView(Alignment.WIDTH, Alignment.HEIGHT);
        view.show(picture.principal(), null, picture.container());
        var values = new float[Alignment.WIDTH * Alignment.HEIGHT];
        for (var index = 0; index < values.length; index++) {
            values[index] = view.attenuationAt(index);
        }
        return new Plane(Alignment.WIDTH, Alignment.HEIGHT, values);
    }

    /**
     * All that is seen of two readable pictures, before anything is decided.
     *
     * @param match see {@link Same#match}
     */
    record Evidence(Alignment alignment, double match, Excess added, Excess removed) {

        static Evidence of(Plane first, Plane second) {
            var alignment = Alignment.of(Tone.matched(first, second), second);
            var target = second.reduced(COARSER, COARSER);
            var source = Tone.matched(alignment.applied(first).reduced(COARSER, COARSER), target);
            var predicted = Prediction.of(source, target);
            return new Evidence(
                    alignment,
                    alignment.likeness() + explained(predicted, target),
                    Excess.of(predicted, target),
                    Excess.of(Prediction.of(target, source), source));
        }

        private static double explained(Plane predicted, Plane target) {
            var rowMeans = target.mean(target.width(), 0);
            var rest = sum(target.minus(predicted, 1));
            var all = sum(target.minus(rowMeans, 1));
            return 1 - rest / Math.max(1e-9, all);
        }

        private static double sum(Plane plane) {
            var sum = 0.0;
            for (var square : plane.squared().values()) {
                sum += square;
            }
            return sum;
        }

        double strongest() {
            return Math.max(strongest(added), strongest(removed));
        }

        private static double strongest(Excess excess) {
            return excess.spots(1).stream().mapToDouble(Spot::strength).sum();
        }

        DifferenceMap map() {
            var difference = added.strengths().minus(removed.strengths(), 1);
            return new DifferenceMap(difference.width(), difference.height(), difference.values());
        }
    }

    /** Says where in both pictures something changed. */
    private record Placing(Alignment alignment, Region first, Region second) {

        List<Change> changes(Evidence evidence, Limits limits) {
            var changes = new ArrayList<Change>();
            var gone = new ArrayList<>(strong(evidence.removed(), limits.leastStrength()));
            for (var spot : strong(evidence.added(), limits.leastStrength())) {
                var origin = nearest(spot, gone);
                origin.ifPresent(gone::remove);
                var kind = origin.isPresent() ? Change.Kind.SHIFTED : Change.Kind.ADDED;
                var strength =
                        Math.max(spot.strength(), origin.map(Spot::strength).orElse(0.0));
                changes.add(change(kind, spot, strength, limits));
            }
            gone.forEach(spot -> changes.add(change(Change.Kind.REMOVED, spot, spot.strength(), limits)));
            changes.sort(Comparator.comparingDouble(Change::strength).reversed());
            return changes;
        }

        private Change change(Change.Kind kind, Spot spot, double strength, Limits limits) {
            var place = Share.of(spot);
            return new Change(
                    kind,
                    place.in(second),
                    place.before(alignment).in(first),
                    strength,
                    limits.sureness().probability(strength));
        }

        private static List<Spot> strong(Excess excess, double least) {
            return excess.spots(MOST_SPOTS).stream()
                    .filter(spot -> spot.strength() > least)
                    .toList();
        }

        /** What is gone right beside what turned up, and of about the same size, is the same thing. */
        private static Optional<Spot> nearest(Spot spot, List<Spot> gone) {
            return gone.stream()
                    .filter(other -> Math.abs(other.column() - spot.column())
                            <= 2 * (other.radiusAlong() + spot.radiusAlong() + 2))
                    .filter(other ->
                            Math.abs(other.row() - spot.row()) <= 2 * (other.radiusDown() + spot.radiusDown() + 2))
                    .findFirst();
        }
    }

    /** A part of a container, in shares of its length and height, 0 to 1. */
    private record Share(double left, double top, double right, double bottom) {

        static Share of(Spot spot) {
            var columns = (double) Alignment.WIDTH / COARSER;
            var rows = (double) Alignment.HEIGHT / COARSER;
            return new Share(
                    within((spot.column() - spot.radiusAlong()) / columns),
                    within((spot.row() - spot.radiusDown()) / rows),
                    within((spot.column() + spot.radiusAlong() + 1) / columns),
                    within((spot.row() + spot.radiusDown() + 1) / rows));
        }

        Share before(Alignment alignment) {
            var one = alignment.firstOf(left, top);
            var other = alignment.firstOf(right, bottom);
            return new Share(
                    within(Math.min(one[0], other[0])),
                    within(Math.min(one[1], other[1])),
                    within(Math.max(one[0], other[0])),
                    within(Math.max(one[1], other[1])));
        }

        /** At least one pixel of the container. */
        Region in(Region container) {
            var x = Math.min((int) (left * container.width()), container.width() - 1);
            var y = Math.min((int) (top * container.height()), container.height() - 1);
            return new Region(
                    container.x() + x,
                    container.y() + y,
                    Math.max(1, (int) (right * container.width()) - x),
                    Math.max(1, (int) (bottom * container.height()) - y));
        }

        private static double within(double share) {
            return Math.max(0, Math.min(1, share));
        }
    }
}
