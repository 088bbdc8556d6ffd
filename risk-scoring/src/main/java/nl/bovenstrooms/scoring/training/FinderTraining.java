package nl.bovenstrooms.scoring.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.CandidateScorer;
import nl.bovenstrooms.scoring.image.ContainerFinder.Scorers;
import nl.bovenstrooms.scoring.image.Evidence;
import nl.bovenstrooms.scoring.image.Evidence.Bottoms;
import nl.bovenstrooms.scoring.image.Evidence.Middles;
import nl.bovenstrooms.scoring.training.WholePictures.WholePicture;

/** Learns where containers end from pictures of which it is known. The same lessons and seed give the same finder. */
final class FinderTraining {

    private static final int LESSONS_PER_STEP = 16;

    /** Roof lines that are off by more are no lesson about what is under them. */
    private static final double MOST_OFF = 0.02;

    /** Of the candidates far from the right one, so many are left out: they are all alike. */
    private static final int OF_FAR_ONES = 3;

    private static final double FAR = 8;

    /** Belief is spread over neighbours, in rows or columns of the thumbnail. */
    private static final double SPREAD = 0.7;

    private final List<Lesson> lessons;
    private final int epochs;
    private final long seed;
    private final PrintStream progress;

    FinderTraining(List<Lesson> lessons, int epochs, long seed, PrintStream progress) {
        this.lessons = lessons;
        this.epochs = epochs;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What one picture teaches.
     *
     * @param bottom the right row
     * @param middle the right column; negative when there is one container
     */
    record Lesson(Bottoms bottoms, double bottom, Middles middles, double middle) {

        /** @return empty when no roof line is found where the containers are */
        static Optional<Lesson> of(WholePicture picture) {
            return Evidence.of(picture.principal()).flatMap(evidence -> of(evidence, picture.regions()));
        }

        private static Optional<Lesson> of(Evidence evidence, List<Region> regions) {
            var first = regions.get(0);
            var last = regions.get(regions.size() - 1);
            var left = evidence.columnOf(first.x());
            var right = evidence.columnOf(last.x() + last.width());
            var floor = regions.stream()
                    .mapToInt(region -> region.y() + region.height())
                    .max()
                    .orElseThrow();
            var bottom = evidence.bottomOf(floor);
            var off = Math.max(Math.abs(left - evidence.left()), Math.abs(right - evidence.right()));
            if (off > MOST_OFF * (right - left) || bottom < 1) {
                return Optional.empty();
            }
            var middle = regions.size() == 1 ? -1 : evidence.columnOf((first.x() + first.width() + last.x()) / 2.0);
            return Optional.of(
                    new Lesson(evidence.bottoms(), bottom, evidence.middles((int) Math.round(bottom)), middle));
        }
    }

    private interface Teaching {
        double learn(Lesson lesson, CandidateTraining training, Random random);
    }

    Scorers learn() {
        return new Scorers(
                learn("bottoms", Bottoms.INPUTS, false, FinderTraining::bottom),
                learn("middles", Middles.INPUTS, true, (lesson, training, random) -> middle(lesson, training)));
    }

    private CandidateScorer learn(String what, int inputs, boolean canBeNone, Teaching teaching) {
        var random = new Random(seed);
        var training = new CandidateTraining(inputs, canBeNone, random);
        var order = new ArrayList<>(lessons);
        var taught = 0;
        for (var epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(order, random);
            var loss = 0.0;
            for (var lesson : order) {
                loss += teaching.learn(lesson, training, random);
                if (++taught % LESSONS_PER_STEP == 0) {
                    training.step(1 - taught / (double) epochs / order.size());
                }
            }
            progress.printf(Locale.ROOT, "%s epoch=%d loss=%.4f%n", what, epoch, loss / order.size());
        }
        return training.scorer();
    }

    private static double bottom(Lesson lesson, CandidateTraining training, Random random) {
        var rows = new ArrayList<Integer>();
        for (var row = lesson.bottoms().first(); row < lesson.bottoms().end(); row++) {
            if (Math.abs(row - lesson.bottom()) < FAR || random.nextInt(OF_FAR_ONES) == 0) {
                rows.add(row);
            }
        }
        var candidates = new float[rows.size()][Bottoms.INPUTS];
        var places = new double[rows.size()];
        for (var index = 0; index < candidates.length; index++) {
            lesson.bottoms().describe(rows.get(index), candidates[index]);
            places[index] = rows.get(index);
        }
        return training.learn(candidates, beliefs(places, lesson.bottom()));
    }

    private static double middle(Lesson lesson, CandidateTraining training) {
        var first = lesson.middles().first();
        var candidates = new float[lesson.middles().end() - first][Middles.INPUTS];
        var places = new double[candidates.length];
        for (var index = 0; index < candidates.length; index++) {
            lesson.middles().describe(first + index, candidates[index]);
            places[index] = first + index + 0.5;
        }
        var beliefs = lesson.middle() < 0 ? new double[places.length] : beliefs(places, lesson.middle());
        return training.learn(candidates, beliefs);
    }

    private static double[] beliefs(double[] places, double right) {
        var beliefs = new double[places.length];
        var total = 1e-9;
        for (var index = 0; index < places.length; index++) {
            var off = (places[index] - right) / SPREAD;
            beliefs[index] = Math.exp(-off * off / 2);
            total += beliefs[index];
        }
        for (var index = 0; index < beliefs.length; index++) {
            beliefs[index] /= total;
        }
        return beliefs;
    }
}
