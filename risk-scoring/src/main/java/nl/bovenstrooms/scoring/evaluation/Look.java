package nl.bovenstrooms.scoring.evaluation;

import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Answer;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.Spots;
import nl.bovenstrooms.scoring.training.Crop;
import org.jspecify.annotations.Nullable;

/**
 * What the network answered to one crop, beside what is true of it. The picture itself, megabytes, is not kept.
 *
 * @param number of the crop in its set
 * @param kind of picture
 * @param score evidence for contraband: the answer's threat logit, calibrated for this kind of picture
 * @param columns of the map
 * @param threatShares of each cell of the map, the share that contraband takes up
 * @param opaque share of the picture's pixels that hardly a photon passed, 0 to 1
 * @param behind what the contraband lies before and behind; null without contraband
 * @param truth of the crop, without its pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
record Look(
        long number,
        PictureKind kind,
        double score,
        Answer answer,
        int columns,
        float[] threatShares,
        double opaque,
        @Nullable Surroundings behind,
        Truth truth) {

    /**
     * @param loadKind position in the list of load kinds; negative when nobody knows
     * @param kilograms of goods; NaN when nobody knows
     */
    record Truth(
            Crop.@Nullable Hidden hidden,
            int loadKind,
            double kilograms,
            boolean doorsRight,
            String box,
            String scanner,
            String path) {

        static Truth of(Crop crop) {
            return new Truth(
                    crop.hidden(),
                    crop.loadKind(),
                    crop.kilograms(),
                    crop.doorsRight(),
                    crop.box(),
                    crop.scanner(),
                    crop.path());
        }
    }

    /**
     * Of the pixels in the way of contraband.
     *
     * @param cells of the map, so many at least touch it
     * @param opaque share of these pixels that hardly a photon passed, 0 to 1
     * @param clutter how much neighbouring pixels differ there, over how much they do in the whole picture
     */
    record Surroundings(int cells, double opaque, double clutter) {}

    boolean holdsThreat() {
        return truth.hidden() != null;
    }

    /** -1 when nothing is hidden. */
    double visibility() {
        var hidden = truth.hidden();
        return hidden == null ? -1 : hidden.visibility();
    }

    /** -1 when nothing is hidden. */
    double conspicuity() {
        var hidden = truth.hidden();
        return hidden == null ? -1 : hidden.conspicuity();
    }

    /** Of contraband; 0 when nothing is hidden. */
    double hiddenKilograms() {
        var hidden = truth.hidden();
        return hidden == null ? 0 : hidden.kilograms();
    }

    /** Empty when nothing is hidden. */
    String place() {
        var hidden = truth.hidden();
        return hidden == null ? "" : hidden.place();
    }

    int likeliestLoad() {
        var logits = answer.loadKinds();
        var likeliest = 0;
        for (var index = 1; index < logits.length; index++) {
            likeliest = logits[index] > logits[likeliest] ? index : likeliest;
        }
        return likeliest;
    }

    /** Of goods, as the network says; NaN when it does not say. */
    double kilograms() {
        var mass = answer.mass();
        return mass == null ? Double.NaN : 1000 * Math.max(0, Math.expm1(mass));
    }

    boolean saysDoorsRight() {
        var doors = answer.doors();
        return doors != null && doors > 0;
    }

    double highest() {
        return answer.map()[peak()];
    }

    private int peak() {
        var map = answer.map();
        var peak = 0;
        for (var cell = 1; cell < map.length; cell++) {
            peak = map[cell] > map[peak] ? cell : peak;
        }
        return peak;
    }

    /** Whether the highest cell of the map, or one that touches it, holds contraband. */
    boolean isPeakOnThreat() {
        var peak = peak();
        var rows = threatShares.length / columns;
        for (var row = Math.max(0, peak / columns - 1); row <= Math.min(rows - 1, peak / columns + 1); row++) {
            for (var column = Math.max(0, peak % columns - 1);
                    column <= Math.min(columns - 1, peak % columns + 1);
                    column++) {
                if (threatShares[row * columns + column] > 0) {
                    return true;
                }
            }
        }
        return false;
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
