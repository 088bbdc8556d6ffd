package nl.bovenstrooms.scoring.training;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Answer;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.Network;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.Spots;
import nl.bovenstrooms.scoring.image.WorkingView;
import org.jspecify.annotations.Nullable;

/** What the exported network, as it is served, answers to synthetic containers that it did not learn from. */
final class Measurement {

    /** Of containers without contraband, so many may show a spot. */
    private static final double CLEAN_WITH_SPOT = 0.05;

    /** Lower ends of the bands that results are told by. */
    private static final double[] VISIBILITIES = {0, 3, 10, 30, 100};

    /** With and without contraband each: fewer don't calibrate a kind of pictures. */
    private static final int FEWEST_OF_A_KIND = 60;

    private final ModelCard card;
    private final List<Look> looks;

    private Measurement(ModelCard card, List<Look> looks) {
        this.card = card;
        this.looks = looks;
    }

    /** Asks the network about {@code count} crops, with {@code threads} threads. */
    static Measurement take(ModelFiles files, int count, int threads, LongFunction<Crop> maker) {
        var card = files.card();
        try (var network = Network.load(files)) {
            var eyes = ThreadLocal.withInitial(
                    () -> new Eye(network.newPredictor(), new WorkingView(card.width(), card.height()), card.cell()));
            try (var ahead = new Ahead<Look>(
                    0, count, threads, 2 * threads + 2, number -> eyes.get().look(maker.apply(number)))) {
                var looks = new ArrayList<Look>(count);
                ahead.forEachRemaining(looks::add);
                return new Measurement(card, looks);
            }
        }
    }

    Ranking threats() {
        return threats(look -> true);
    }

    /** From the threat logit to evidence; of pictures of all kinds where there are too few of one. */
    Calibration threats(PictureKind kind) {
        var some = threats(look -> look.kind() == kind);
        var isEnough = Math.min(some.positives(), some.negatives()) >= FEWEST_OF_A_KIND;
        return (isEnough ? some : threats()).calibration();
    }

    private Ranking threats(Predicate<Look> which) {
        var chosen = looks.stream().filter(which).toList();
        var scores = new double[chosen.size()];
        var positive = new boolean[chosen.size()];
        for (var index = 0; index < scores.length; index++) {
            scores[index] = chosen.get(index).answer().threat();
            positive[index] = chosen.get(index).holdsThreat();
        }
        return new Ranking(scores, positive);
    }

    /** The logit above which a cell belongs to a spot: so high that few clean containers show one. */
    double spotLogit() {
        var clean = looks.stream().filter(look -> !look.holdsThreat()).toList();
        var scores = clean.stream().mapToDouble(Look::highest).toArray();
        return new Ranking(scores, new boolean[scores.length]).threshold(CLEAN_WITH_SPOT);
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

    /** All figures by name, in the order in which they are printed. */
    Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        var all = threats();
        figures.put("containers", (double) looks.size());
        figures.put("withContraband", (double) all.positives());
        figures.put("areaUnderCurve", all.areaUnderCurve());
        figures.put("recallAt1PercentFalseAlarms", all.recallAt(0.01));
        figures.put("recallAt5PercentFalseAlarms", all.recallAt(0.05));
        figures.put("loadKindTop1", share(look -> true, Look::hasLoadKindRight));
        figures.put("spotOnContraband", share(look -> look.holdsThreat(), look -> look.spots(card.spotLogit()).stream()
                .anyMatch(spot -> look.isOnThreat(spot.cells()))));
        figures.put("cleanWithSpot", share(look -> !look.holdsThreat(), look -> !look.spots(card.spotLogit())
                .isEmpty()));
        figures.replaceAll((name, figure) -> Math.round(figure * 10000) / 10000.0);
        return figures;
    }

    private double share(Predicate<Look> of, Predicate<Look> what) {
        var chosen = looks.stream().filter(of).toList();
        return chosen.stream().filter(what).count() / (double) Math.max(1, chosen.size());
    }

    void print(PrintStream out) {
        out.println("Synthetic containers, held out from training and calibration:");
        figures().forEach((name, figure) -> out.printf(Locale.ROOT, "  %-30s %s%n", name, figure));
        var threshold = threats().threshold(0.05);
        out.println("Found at five per cent false alarms, by what is hidden:");
        var kinds = new TreeSet<String>();
        looks.forEach(look -> {
            var kind = look.place();
            if (kind != null) {
                kinds.add(kind);
            }
        });
        for (var kind : kinds) {
            printFound(
                    out,
                    kind,
                    looks.stream().filter(look -> kind.equals(look.place())).toList(),
                    threshold);
        }
        out.println("The same, by how much darker it makes its pixels, in units of the noise there:");
        for (var band = 0; band < VISIBILITIES.length; band++) {
            var from = VISIBILITIES[band];
            var until = band + 1 < VISIBILITIES.length ? VISIBILITIES[band + 1] : Double.POSITIVE_INFINITY;
            var of = looks.stream()
                    .filter(look -> look.visibility() >= from && look.visibility() < until)
                    .toList();
            printFound(out, band + 1 < VISIBILITIES.length ? from + " to " + until : from + " and more", of, threshold);
        }
        out.println("By how the picture came:");
        looks.stream()
                .map(Look::path)
                .distinct()
                .sorted()
                .forEach(
                        path -> printPart(out, path, threats(look -> look.path().equals(path))));
    }

    private static void printFound(PrintStream out, String name, List<Look> of, double threshold) {
        var found =
                of.stream().filter(look -> look.answer().threat() > threshold).count();
        out.printf(Locale.ROOT, "  %-30s %.2f of %d%n", name, found / (double) Math.max(1, of.size()), of.size());
    }

    private static void printPart(PrintStream out, String name, Ranking part) {
        if (part.positives() > 0 && part.negatives() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-30s AUC %.3f, recall at 5 %% %.2f, of %d%n",
                    name,
                    part.areaUnderCurve(),
                    part.recallAt(0.05),
                    part.scores().length);
        }
    }

    private record Eye(Predictor<float[], Answer> predictor, WorkingView view, int cell) {

        /** The pictures are megabytes: only what is true of them is kept. */
        Look look(Crop crop) {
            var whole =
                    new Region(0, 0, crop.principal().width(), crop.principal().height());
            view.show(crop.principal(), crop.low(), whole);
            try {
                return new Look(
                        predictor.predict(view.values()),
                        view.width() / cell,
                        crop.threatShares(view.width() / cell, view.height() / cell),
                        crop.hidden(),
                        crop.loadKind(),
                        PictureKind.of(crop.principal(), crop.low()),
                        crop.path());
            } catch (TranslateException e) {
                throw new IllegalStateException("the network failed", e);
            }
        }
    }

    /** @param threatShares of each cell of the map */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    private record Look(
            Answer answer,
            int columns,
            float[] threatShares,
            Crop.@Nullable Hidden hidden,
            int loadKind,
            PictureKind kind,
            String path) {

        boolean holdsThreat() {
            return hidden != null;
        }

        @Nullable
        String place() {
            return hidden == null ? null : hidden.place();
        }

        /** -1 when nothing is hidden. */
        double visibility() {
            return hidden == null ? -1 : hidden.visibility();
        }

        boolean hasLoadKindRight() {
            var logits = answer.loadKinds();
            var likeliest = 0;
            for (var kind = 1; kind < logits.length; kind++) {
                likeliest = logits[kind] > logits[likeliest] ? kind : likeliest;
            }
            return likeliest == loadKind;
        }

        double highest() {
            var highest = Float.NEGATIVE_INFINITY;
            for (var logit : answer.map()) {
                highest = Math.max(highest, logit);
            }
            return highest;
        }

        List<Spots.Spot> spots(double threshold) {
            return Spots.in(answer.map(), columns, threshold);
        }

        /** Whether a sixteenth of its pixels, or more, are contraband. */
        boolean isOnThreat(Region cells) {
            var share = 0f;
            for (var row = cells.y(); row < cells.y() + cells.height(); row++) {
                for (var column = cells.x(); column < cells.x() + cells.width(); column++) {
                    share += threatShares[row * columns + column];
                }
            }
            return 16 * share >= cells.width() * cells.height();
        }
    }
}
