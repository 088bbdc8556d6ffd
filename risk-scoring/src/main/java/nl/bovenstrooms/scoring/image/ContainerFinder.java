package nl.bovenstrooms.scoring.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;

/**
 * Finds the containers in a whole picture, with its truck, chassis and sky. Declared regions are better where a source sends
 * them; most send none.
 *
 * <p>A container is a stretch of columns under one straight roof, high above the chassis, with air beside it. Two of 20 feet
 * on one chassis stand a hand's breadth apart: that gap, or the double wall of posts around it, divides them. Works on
 * profiles of -ln T at about {@value #ROWS} rows. Holds no state: safe for use by many threads.
 */
public final class ContainerFinder {

    private static final int ROWS = 256;

    /** Less than the two walls of an empty container let through, more than noise after averaging. */
    private static final float LEAST_MATERIAL = 0.045f;

    /** Rows of a roof that have to be material, so that a speck in the sky is no roof. */
    private static final int ROOF_ROWS = 4;

    private static final double LEAST_HEIGHT = 0.2;
    private static final double ROOF_STEP = 0.025;
    private static final double SAME_ROOF = 0.08;
    private static final double LEAST_SHARE_OF_WIDEST = 0.3;
    private static final double LEAST_WIDTH_TO_HEIGHT = 0.8;
    private static final double LEAST_WIDTH_TO_HEIGHT_OF_TWO = 2.8;
    private static final float POST_TO_WALL = 1.8f;

    /** A prime, so that the sample does not follow the rows of any picture. */
    private static final int OPEN_BEAM_STRIDE = 31;

    /**
     * @param principal the only energy, or the higher one; transmission
     * @return where containers stand, from left to right; empty when none is recognised
     */
    public List<Region> find(Raster principal) {
        if (principal.height() < Readability.FEWEST_ROWS || principal.width() < Readability.FEWEST_COLUMNS) {
            return List.of();
        }
        var picture = Reduced.of(principal);
        var roofs = picture.roofs();
        var found = new ArrayList<Stretch>();
        for (var stretch : stretches(picture, roofs)) {
            found.addAll(picture.divided(stretch));
        }
        return found.stream().map(picture::region).toList();
    }

    /** Columns under one roof, without what is much lower or narrower than the best of them: cabs, wheels, gantries. */
    private static List<Stretch> stretches(Reduced picture, int[] roofs) {
        var all = new ArrayList<Stretch>();
        var start = 0;
        for (var column = 1; column <= roofs.length; column++) {
            if (column < roofs.length && isSameRoof(picture, roofs, start, column)) {
                continue;
            }
            addIfHigh(all, picture, roofs, start, column);
            start = column;
        }
        var joined = joined(all, picture);
        var widest = joined.stream().mapToInt(Stretch::width).max().orElse(0);
        var highest = joined.stream()
                .filter(stretch -> stretch.width() == widest)
                .mapToInt(Stretch::top)
                .min()
                .orElse(0);
        return joined.stream()
                .filter(stretch -> stretch.width() >= LEAST_SHARE_OF_WIDEST * widest)
                .filter(stretch -> Math.abs(stretch.top() - highest) <= SAME_ROOF * picture.height)
                .filter(stretch -> stretch.width() >= LEAST_WIDTH_TO_HEIGHT * (stretch.bottom() - stretch.top()))
                .toList();
    }

    private static boolean isSameRoof(Reduced picture, int[] roofs, int start, int column) {
        var step = Math.max(2, (int) (ROOF_STEP * picture.height));
        var before = roofs[column - 1];
        return before < picture.height && Math.abs(roofs[column] - before) <= step && column > start;
    }

    private static void addIfHigh(List<Stretch> stretches, Reduced picture, int[] roofs, int start, int end) {
        if (end - start < Math.max(4, picture.width / 100) || roofs[start] >= picture.height) {
            return;
        }
        var tops = Arrays.copyOfRange(roofs, start, end);
        Arrays.sort(tops);
        var top = tops[tops.length / 4];
        var bottom = picture.bottom(start, end, top);
        if (bottom - top >= LEAST_HEIGHT * picture.height) {
            stretches.add(new Stretch(start, end, top, bottom));
        }
    }

    /** A lashing or a blot above the roof interrupts it for some columns. A gap between two containers shows air. */
    private static List<Stretch> joined(List<Stretch> stretches, Reduced picture) {
        var joined = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && stretch.start() - last.end() <= picture.width / 50
                    && Math.abs(stretch.top() - last.top()) <= ROOF_STEP * 2 * picture.height
                    && !picture.isAirBetween(last, stretch)) {
                joined.set(
                        joined.size() - 1,
                        new Stretch(
                                last.start(),
                                stretch.end(),
                                Math.min(last.top(), stretch.top()),
                                Math.max(last.bottom(), stretch.bottom())));
                continue;
            }
            joined.add(stretch);
        }
        return joined;
    }

    /** Columns from start to before end, rows from top to before bottom, of the reduced picture. */
    private record Stretch(int start, int end, int top, int bottom) {
        int width() {
            return end - start;
        }
    }

    /** The picture with fewer pixels, as attenuation. */
    private static final class Reduced {

        private final int factor;
        private final int width;
        private final int height;
        private final int originalWidth;
        private final int originalHeight;
        private final float[] attenuation;

        private Reduced(Raster raster, int factor, float[] attenuation) {
            this.factor = factor;
            this.attenuation = attenuation;
            originalWidth = raster.width();
            originalHeight = raster.height();
            width = raster.width() / factor;
            height = raster.height() / factor;
        }

        static Reduced of(Raster raster) {
            var factor = Math.max(1, raster.height() / ROWS);
            var width = raster.width() / factor;
            var height = raster.height() / factor;
            var to16Bits = raster.bits() == 8 ? 257f : 1f;
            var attenuation = new float[width * height];
            for (var row = 0; row < height; row++) {
                for (var line = row * factor; line < (row + 1) * factor; line++) {
                    var source = line * raster.width();
                    for (var column = 0; column < width * factor; column++) {
                        attenuation[row * width + column / factor] += raster.samples()[source + column] & 0xFFFF;
                    }
                }
            }
            for (var pixel = 0; pixel < attenuation.length; pixel++) {
                attenuation[pixel] *= to16Bits / (factor * factor);
            }
            var openBeam = openBeam(attenuation);
            for (var pixel = 0; pixel < attenuation.length; pixel++) {
                attenuation[pixel] = (float) -Math.log(Math.max(1, attenuation[pixel]) / openBeam);
            }
            return new Reduced(raster, factor, attenuation);
        }

        /** The sky is not always at full scale: JPEG, gain, and sources that leave a margin. */
        private static float openBeam(float[] transmission) {
            var sample = new float[(transmission.length + OPEN_BEAM_STRIDE - 1) / OPEN_BEAM_STRIDE];
            for (var index = 0; index < sample.length; index++) {
                sample[index] = transmission[index * OPEN_BEAM_STRIDE];
            }
            Arrays.sort(sample);
            return Math.max(1, sample[(int) (sample.length * 0.97)]);
        }

        private float at(int column, int row) {
            return attenuation[row * width + column];
        }

        private boolean isMaterial(int column, int row) {
            return at(column, row) > LEAST_MATERIAL;
        }

        /** The first row of material in each column; the height where there is none. */
        int[] roofs() {
            var roofs = new int[width];
            for (var column = 0; column < width; column++) {
                var run = 0;
                roofs[column] = height;
                for (var row = 0; row < height; row++) {
                    run = isMaterial(column, row) ? run + 1 : 0;
                    if (run == ROOF_ROWS) {
                        roofs[column] = row - ROOF_ROWS + 1;
                        break;
                    }
                }
            }
            return roofs;
        }

        /** Where the sides end that have air beside them; where the chassis sticks out, or nothing is left of the wall. */
        int bottom(int start, int end, int top) {
            var left = sideEnd(start, -1, top);
            var right = sideEnd(end - 1, 1, top);
            if (left < 0 || right < 0) {
                return left < 0 && right < 0 ? height : Math.max(left, right);
            }
            return Math.min(left, right);
        }

        /** @return the row where the side ends; -1 when the picture ends beside it, or it is no side */
        private int sideEnd(int edge, int outwards, int top) {
            var beside = edge + outwards * 4;
            if (beside < 0 || beside >= width) {
                return -1;
            }
            var misses = 0;
            for (var row = top + 2; row < height; row++) {
                var isSide = isMaterial(edge - outwards * 2, row) && !isMaterial(beside, row);
                misses = isSide ? 0 : misses + 1;
                if (misses >= 3) {
                    var bottom = row - 2;
                    return bottom - top > LEAST_HEIGHT * height ? bottom : -1;
                }
            }
            return height;
        }

        boolean isAirBetween(Stretch one, Stretch other) {
            var top = Math.max(one.top(), other.top());
            var rows = Math.min(one.bottom(), other.bottom()) - top;
            for (var column = one.end() - 1; column <= other.start(); column++) {
                var air = 0;
                for (var row = top; row < top + rows; row++) {
                    air += isMaterial(column, row) ? 0 : 1;
                }
                if (air > rows / 2) {
                    return true;
                }
            }
            return false;
        }

        /** The two halves where posts stand side by side in the middle, from roof to floor; else the whole. */
        List<Stretch> divided(Stretch stretch) {
            var rows = stretch.bottom() - stretch.top();
            if (stretch.width() < LEAST_WIDTH_TO_HEIGHT_OF_TWO * rows) {
                return List.of(stretch);
            }
            // Between roof and load there is hardly anything but walls, so posts stand out.
            var underRoof = weakest(stretch, stretch.top() + rows * 3 / 100, stretch.top() + rows * 14 / 100);
            var wholeHeight = weakest(stretch, stretch.top() + rows * 5 / 100, stretch.top() + rows * 90 / 100);
            var sorted = underRoof.clone();
            Arrays.sort(sorted);
            var wall = sorted[sorted.length / 2];
            var strongest = -1;
            for (var index = stretch.width() * 40 / 100; index < stretch.width() * 60 / 100; index++) {
                var isPost = underRoof[index] > POST_TO_WALL * wall + LEAST_MATERIAL
                        && wholeHeight[index] > 0.8f * underRoof[index];
                if (isPost && (strongest < 0 || underRoof[index] > underRoof[strongest])) {
                    strongest = index;
                }
            }
            if (strongest < 0) {
                return List.of(stretch);
            }
            var middle = stretch.start() + strongest;
            return List.of(
                    new Stretch(stretch.start(), middle, stretch.top(), stretch.bottom()),
                    new Stretch(middle + 1, stretch.end(), stretch.top(), stretch.bottom()));
        }

        /** Of each column the attenuation that 85 % of the rows exceed. */
        private float[] weakest(Stretch stretch, int from, int until) {
            var weakest = new float[stretch.width()];
            var column = new float[Math.max(1, until - from)];
            for (var index = 0; index < weakest.length; index++) {
                for (var row = 0; row < column.length; row++) {
                    column[row] = at(stretch.start() + index, from + row);
                }
                Arrays.sort(column);
                weakest[index] = column[column.length * 15 / 100];
            }
            return weakest;
        }

        Region region(Stretch stretch) {
            var x = stretch.start() * factor;
            var y = stretch.top() * factor;
            var right = stretch.end() == width ? originalWidth : stretch.end() * factor;
            var bottom = stretch.bottom() == height ? originalHeight : stretch.bottom() * factor;
            return new Region(x, y, right - x, bottom - y);
        }
    }
}
