package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.SplittableRandom;

/** Whether a probability that the model says is honest, as if every second container held contraband. */
final class CalibrationMeasure {

    private static final int BINS = 10;

    private static final int DRAWS = 200;

    /** What the model says of each container: the probability of contraband. */
    private final double[] said;

    private final boolean[] holds;

    CalibrationMeasure(double[] said, boolean[] holds) {
        this.said = said;
        this.holds = holds;
    }

    static CalibrationMeasure of(Looks looks) {
        var ranking = looks.ranking();
        var said = looks.stream()
                .mapToDouble(look -> looks.card()
                        .threat(look.kind())
                        .probability(look.answer().threat()))
                .toArray();
        return new CalibrationMeasure(said, ranking.positive());
    }

    /** Mean distance of what is said from what is true, over ten bins of equal width, each by what falls into it. */
    Figure error(String name, String says) {
        return Figure.plain(name, says, said.length == 0 ? Double.NaN : error(holds), said.length);
    }

    /**
     * What the error is by chance alone: of a model that says the same and is exactly right, with contraband drawn by these
     * probabilities. The fewer containers, the larger; an error of this size says nothing against the model.
     */
    Figure chance(String name, String says) {
        var random = new SplittableRandom(1);
        var total = 0.0;
        for (var draw = 0; draw < DRAWS; draw++) {
            var drawn = new boolean[said.length];
            for (var index = 0; index < drawn.length; index++) {
                drawn[index] = random.nextDouble() < said[index];
            }
            total += error(drawn);
        }
        return Figure.plain(name, says, said.length == 0 ? Double.NaN : total / DRAWS, said.length);
    }

    private double error(boolean[] truth) {
        var total = 0.0;
        for (var bin : bins(truth)) {
            total += Math.abs(bin.said - bin.positive);
        }
        return total;
    }

    Plots.Line line() {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (var bin : bins(holds)) {
            if (bin.weight > 0) {
                x.add(bin.said / bin.weight);
                y.add(bin.positive / bin.weight);
            }
        }
        return new Plots.Line(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Bin[] bins(boolean[] truth) {
        var bins = new Bin[BINS];
        var positives = 0;
        for (var index = 0; index < BINS; index++) {
            bins[index] = new Bin();
        }
        for (var holdsThreat : truth) {
            positives += holdsThreat ? 1 : 0;
        }
        for (var index = 0; index < truth.length; index++) {
            var bin = bins[Math.min(BINS - 1, (int) (said[index] * BINS))];
            var weight = 0.5 / (truth[index] ? positives : truth.length - positives);
            bin.weight += weight;
            bin.said += weight * said[index];
            bin.positive += truth[index] ? weight : 0;
        }
        return bins;
    }

    private static final class Bin {
        private double weight;
        private double said;
        private double positive;
    }
}
