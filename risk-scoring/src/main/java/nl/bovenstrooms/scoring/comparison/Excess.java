package nl.bovenstrooms.scoring.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is darker in a picture than predicted, in units of what is usual at that place. What is usual is told by the pixels
 * that are lighter than predicted: an insertion makes none of these, a shifted or misread load makes as many as darker ones.
 */
final class Excess {

    /** A pixel counts for at most so much, or one black spot would outdo a grey bag. */
    static final float MOST = 4;

    private static final double LEAST_USUAL = 0.04;
    private static final double SHARE_AROUND = 0.5;
    private static final double SHARE_OF_ROW = 0.25;

    /** Below is the chassis, which is another one at each scan; above and at the ends are frame and posts. */
    private static final int FIRST_ROW = 2;

    private static final int END_ROW = 82;
    private static final int MARGIN = 1;

    /** Suspicion goes by the floor too. */
    private static final int END_ROW_OF_SUSPICION = 92;

    /** Sizes looked for, in pixels of 256 x 96: a brick on edge, a bag, a row of bricks, a layer, a pallet, a wall. */
    private static final int[][] RADII = {
        {1, 1}, {1, 3}, {2, 3}, {4, 1}, {6, 4}, {12, 2}, {7, 7}, {1, 8}, {2, 10}, {1, 18}, {4, 15}
    };

    private static final double GROWTH = 0.2;

    private final Plane strengths;
    private final Plane best;
    private final int[] size;
    private final Rise rise;

    private Excess(Plane strengths, Plane best, int[] size, Rise rise) {
        this.strengths = strengths;
        this.best = best;
        this.size = size;
        this.rise = rise;
    }

    /**
     * @param column of the middle
     * @param row of the middle
     */
    record Spot(int column, int row, int radiusAlong, int radiusDown, Signs signs) {}

    /** @param rise of suspicion from the picture that predicts to this one */
    static Excess of(Plane predicted, Plane picture, Rise rise) {
        var strengths = strengths(predicted, picture);
        var best = new Plane(picture.width(), picture.height());
        var size = new int[best.values().length];
        for (var index = 0; index < RADII.length; index++) {
            var along = RADII[index][0];
            var down = RADII[index][1];
            var growth = Math.pow((2 * along + 1) * (2 * down + 1) / 9.0, GROWTH);
            var means = strengths.mean(along, down).values();
            for (var pixel = FIRST_ROW * picture.width(); pixel < END_ROW * picture.width(); pixel++) {
                var strength = (float) (means[pixel] * growth);
                if (strength > best.values()[pixel]) {
                    best.values()[pixel] = strength;
                    size[pixel] = index;
                }
            }
        }
        return new Excess(strengths, best, size, rise);
    }

    Plane strengths() {
        return strengths;
    }

    /** Those that most speaks for first; they do not touch each other. */
    List<Spot> spots(int most, Weights weights) {
        var left = evidence(weights);
        var spots = new ArrayList<Spot>();
        while (spots.size() < most) {
            var highest = 0;
            for (var index = 1; index < left.length; index++) {
                highest = left[index] > left[highest] ? index : highest;
            }
            if (left[highest] <= 0) {
                break;
            }
            var radii = RADII[size[highest]];
            var column = highest % best.width();
            var row = highest / best.width();
            var signs = new Signs(best.values()[highest], rise.whole(), here(column, row));
            spots.add(new Spot(column, row, radii[0], radii[1], signs));
            for (var y = Math.max(0, row - radii[1] - 3); y < Math.min(best.height(), row + radii[1] + 4); y++) {
                Arrays.fill(
                        left,
                        y * best.width() + Math.max(0, column - radii[0] - 4),
                        y * best.width() + Math.min(best.width(), column + radii[0] + 5),
                        0);
            }
        }
        return spots;
    }

    /** Place by place, less what speaks for a change everywhere. */
    private float[] evidence(Weights weights) {
        var evidence = new float[best.values().length];
        for (var row = FIRST_ROW; row < END_ROW_OF_SUSPICION; row++) {
            for (var column = 0; column < best.width(); column++) {
                var index = row * best.width() + column;
                evidence[index] = (float)
                        (weights.strength() * best.values()[index] + weights.suspicionHere() * here(column, row));
            }
        }
        return evidence;
    }

    private float here(int column, int row) {
        var map = rise.here();
        return map.at(column * map.width() / best.width(), row * map.height() / best.height());
    }

    private static Plane strengths(Plane predicted, Plane picture) {
        var width = picture.width();
        var lighter = new Plane(width, picture.height());
        for (var index = 0; index < lighter.values().length; index++) {
            lighter.values()[index] = Math.max(0, predicted.values()[index] - picture.values()[index]);
        }
        var power = new Plane(width, picture.height());
        for (var index = 0; index < power.values().length; index++) {
            power.values()[index] = Math.min(1, lighter.values()[index] * lighter.values()[index]);
        }
        var around = power.smooth(8, 6);
        var levels = Levels.of(predicted, lighter, FIRST_ROW + 4, END_ROW - 2);
        // A load slides by a pixel.
        var darkest = predicted.highest(1, 1);
        var strengths = new Plane(width, picture.height());
        for (var row = FIRST_ROW; row < END_ROW; row++) {
            var rowPower = 0.0;
            for (var column = 0; column < width; column++) {
                rowPower += power.at(column, row) / width;
            }
            for (var column = MARGIN; column < width - MARGIN; column++) {
                var level = levels.at(predicted.at(column, row));
                var usual = Math.sqrt(LEAST_USUAL * LEAST_USUAL
                        + level * level
                        + SHARE_AROUND * 2 * Math.max(0, around.at(column, row))
                        + SHARE_OF_ROW * 2 * rowPower);
                var excess = Math.max(0, picture.at(column, row) - darkest.at(column, row));
                strengths.values()[row * width + column] = (float) Math.min(MOST, excess / usual);
            }
        }
        return strengths;
    }
}
