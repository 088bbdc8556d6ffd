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

/**
 * Lays two scans of one container on each other and tells what is in one only. The same pictures give the same answer; no
 * state is held. See docs/comparison.md.
 */
public final class Comparing {

    /** Pictures are aligned at the working scale and compared at half of it: a brick on edge still has two pixels there. */
    static final int COARSER = 2;

    private static final int MOST_SPOTS = 6;

    private static final Limits SHIPPED = Limits.shipped();

    /** Which comparison this is: another one may say something else of the same pictures. */
    public static final String VERSION = SHIPPED.version();

    private Comparing() {}

    /** @param second the later one; regions are told in its pixels */
    public static Comparison compare(Picture first, Picture second) {
        if (!first.isClear()) {
            return new NotComparable(Obstacle.FIRST_UNREADABLE);
        }
        if (!second.isClear()) {
            return new NotComparable(Obstacle.SECOND_UNREADABLE);
        }
        var evidence = Evidence.of(first, second);
        var match = SHIPPED.belonging().probability(evidence.resemblance());
        if (match <= SHIPPED.leastMatch()) {
            return new NotComparable(Obstacle.DO_NOT_MATCH);
        }
        var changes =
                new Placing(evidence.alignment(), first.container(), second.container(), SHIPPED).changes(evidence);
        var map = evidence.map();
        return changes.isEmpty()
                ? new Same(
                        evidence.alignment(),
                        match,
                        map,
                        1 - SHIPPED.weights().probability(evidence.strongest(SHIPPED.weights())))
                : new Changed(evidence.alignment(), match, map, changes);
    }

    /** Says where in both pictures something changed. */
    private record Placing(Alignment alignment, Region first, Region second, Limits limits) {

        List<Change> changes(Evidence evidence) {
            var changes = new ArrayList<Change>();
            var order = limits.weights().order();
            var gone = new ArrayList<>(evidence.removed(MOST_SPOTS, limits.weights()));
            for (var spot : evidence.added(MOST_SPOTS, limits.weights())) {
                var origin = origin(spot, gone);
                if (!isStrong(spot) && origin.filter(this::isStrong).isEmpty()) {
                    continue;
                }
                origin.ifPresent(gone::remove);
                var signs = origin.map(Spot::signs)
                        .filter(other -> order.compare(other, spot.signs()) > 0)
                        .orElse(spot.signs());
                changes.add(change(origin.isPresent() ? Change.Kind.SHIFTED : Change.Kind.ADDED, spot, signs));
            }
            gone.stream()
                    .filter(this::isStrong)
                    .forEach(spot -> changes.add(change(Change.Kind.REMOVED, spot, spot.signs())));
            changes.sort(Comparator.comparing(Change::signs, order).reversed());
            return changes;
        }

        private Change change(Change.Kind kind, Spot spot, Signs signs) {
            var place = Share.of(spot);
            return new Change(
                    kind,
                    place.in(second),
                    place.before(alignment).in(first),
                    signs,
                    limits.weights().probability(signs));
        }

        private boolean isStrong(Spot spot) {
            return limits.weights().evidence(spot.signs()) > limits.leastEvidence();
        }

        /** What is gone right beside what turned up, and about as plain, is the same thing. */
        private static Optional<Spot> origin(Spot spot, List<Spot> gone) {
            return gone.stream()
                    .filter(other -> Math.abs(other.column() - spot.column())
                            <= 2 * (other.radiusAlong() + spot.radiusAlong() + 2))
                    .filter(other ->
                            Math.abs(other.row() - spot.row()) <= 2 * (other.radiusDown() + spot.radiusDown() + 2))
                    .filter(other -> isAboutAsPlain(
                            other.signs().strength(), spot.signs().strength()))
                    .findFirst();
        }

        private static boolean isAboutAsPlain(double one, double other) {
            return Math.min(one, other) >= Math.max(one, other) / 2;
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
