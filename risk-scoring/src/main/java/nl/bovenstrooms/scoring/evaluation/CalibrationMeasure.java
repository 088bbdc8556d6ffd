package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;

/** Whether a probability that the model says is honest, as if every second container held contraband. */
final class CalibrationMeasure {

    private static final int BINS = 10;

    private final Looks looks;
    private final double positiveWeight;
    private final double negativeWeight;

    CalibrationMeasure(Looks looks) {
        this.looks = looks;
        var positives = looks.stream().filter(Look::holdsThreat).count();
        positiveWeight = 0.5 / Math.max(1, positives);
        negativeWeight = 0.5 / Math.max(1, looks.count() - positives);
    }

    /** Mean distance of what is said from what is true, over ten bins of equal width, each by what falls into it. */
    Figure error(String name, String says) {
        var total = 0.0;
        for (var bin : bins()) {
            total += Math.abs(bin.said - bin.positive);
        }
        return Figure.plain(name, says, looks.count() == 0 ? Double.NaN : total, looks.count());
    }

    Plots.Line line() {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (var bin : bins()) {
            if (bin.weight > 0) {
                x.add(bin.said / bin.weight);
                y.add(bin.positive / bin.weight);
            }
        }
        return new Plots.Line(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Bin[] bins() {
        var bins = new Bin[BINS];
        for (var index = 0; index < BINS; index++) {
            bins[index] = new Bin();
        }
        looks.stream().forEach(look -> {
            var probability =
                    looks.card().threat(look.kind()).probability(look.answer().threat());
            var bin = bins[Math.min(BINS - 1, (int) (probability * BINS))];
            var weight = look.holdsThreat() ? positiveWeight : negativeWeight;
            bin.weight += weight;
            bin.said += weight * probability;
            bin.positive += look.holdsThreat() ? weight : 0;
        });
        return bins;
    }

    private static final class Bin {
        private double weight;
        private double said;
        private double positive;
    }
}
