package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.scoring.evaluation.StoryCase.Variant;
import nl.bovenstrooms.scoring.score.Combination;

/** Whether of the containers to which a probability is given so large a share holds contraband. */
final class Reliability {

    /** Where one group ends and the next begins. */
    private static final double[] EDGES = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 1.1};

    private final Group[] groups = new Group[EDGES.length];
    private double share;
    private double loss;

    /** @param weights of the cases, together 1 */
    Reliability(List<StoryCase> cases, double[] weights, Combination combination) {
        for (var index = 0; index < groups.length; index++) {
            groups[index] = new Group();
        }
        for (var index = 0; index < weights.length; index++) {
            var one = cases.get(index);
            var said = one.score(Variant.WHOLE, combination).probability();
            var holds = one.holdsThreat();
            var group = groups[groupOf(said)];
            group.count++;
            group.weight += weights[index];
            group.said += weights[index] * said;
            group.found += holds ? weights[index] : 0;
            share += holds ? weights[index] : 0;
            // A score says no less than a millionth.
            loss -= weights[index] * Math.log(Math.max(1e-6, holds ? said : 1 - said));
        }
    }

    private static int groupOf(double said) {
        var group = 0;
        while (said >= EDGES[group]) {
            group++;
        }
        return group;
    }

    double error() {
        var error = 0.0;
        for (var group : groups) {
            error += Math.abs(group.said - group.found);
        }
        return error / share;
    }

    double information() {
        var unknowing = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
        return 1 - loss / unknowing;
    }

    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var index = 0; index < groups.length; index++) {
            var group = groups[index];
            if (group.count > 0) {
                rows.add(List.of(
                        index == 0
                                ? "below " + perMille(EDGES[0])
                                : index == groups.length - 1
                                        ? perMille(EDGES[index - 1]) + " and more"
                                        : perMille(EDGES[index - 1]) + " to " + perMille(EDGES[index]),
                        String.format(Locale.ROOT, "%d (%.1f %% of all)", group.count, 100 * group.weight),
                        perMille(group.said / group.weight),
                        perMille(group.found / group.weight)));
            }
        }
        return rows;
    }

    private static String perMille(double share) {
        return String.format(Locale.ROOT, "%.1f ‰", 1000 * share);
    }

    private static final class Group {
        private int count;
        private double weight;
        private double said;
        private double found;
    }
}
