package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.training.Ranking;

/** Looks at the crops of one set, or at some of them. */
final class Looks {

    /** Of containers without contraband, so many may show a spot. */
    private static final double CLEAN_WITH_SPOT = 0.05;

    /** For the calibration of one kind of pictures, those of all other kinds together count for so many: a kind that is rare has to lean on them. */
    private static final double OTHERS_COUNT_FOR = 400;

    private final ModelCard card;
    private final List<Look> looks;

    Looks(ModelCard card, List<Look> looks) {
        this.card = card;
        this.looks = List.copyOf(looks);
    }

    ModelCard card() {
        return card;
    }

    Stream<Look> stream() {
        return looks.stream();
    }

    int count() {
        return looks.size();
    }

    Looks where(Predicate<Look> which) {
        return new Looks(card, looks.stream().filter(which).toList());
    }

    /** By the calibrated evidence, so that pictures of different kinds stand in one order, as they do in the queue. */
    Ranking ranking() {
        return ranking(Look::score);
    }

    private Ranking ranking(ToDoubleFunction<Look> score) {
        var positive = new boolean[looks.size()];
        for (var index = 0; index < positive.length; index++) {
            positive[index] = looks.get(index).holdsThreat();
        }
        return new Ranking(looks.stream().mapToDouble(score).toArray(), positive);
    }

    Figure share(String name, String says, Predicate<Look> what) {
        return Figure.share(name, says, looks.stream().filter(what).count(), looks.size());
    }

    /** From the threat logit to evidence, for pictures of one kind; those of other kinds count a little, and much where it is rare. */
    Calibration threats(PictureKind kind) {
        var others = looks.stream().filter(look -> look.kind() != kind).count();
        var ofOther = Math.min(1, OTHERS_COUNT_FOR / Math.max(1, others));
        var weights = looks.stream()
                .mapToDouble(look -> look.kind() == kind ? 1 : ofOther)
                .toArray();
        return ranking(look -> look.answer().threat()).calibration(weights);
    }

    /** The logit above which a cell belongs to a spot: so high that few clean containers show one. */
    double spotLogit() {
        var clean = where(look -> !look.holdsThreat());
        return clean.ranking(Look::highest).threshold(CLEAN_WITH_SPOT);
    }

    /** From the highest logit of a spot to the probability that contraband is in it. */
    Calibration spots(double spotLogit) {
        var scores = new ArrayList<Double>();
        var positive = new ArrayList<Boolean>();
        for (var look : looks) {
            // From further down than the threshold, or there would be hardly a false spot to learn from.
            for (var spot : look.spots(spotLogit - 2)) {
                scores.add((double) spot.logit());
                positive.add(look.isOnThreat(spot.cells()));
            }
        }
        var truth = new boolean[positive.size()];
        for (var index = 0; index < truth.length; index++) {
            truth[index] = positive.get(index);
        }
        return new Ranking(scores.stream().mapToDouble(Double::doubleValue).toArray(), truth).calibration();
    }

    /** Of errors as shares of the truth; NaN of none. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
