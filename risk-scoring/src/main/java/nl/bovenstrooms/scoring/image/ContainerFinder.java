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
 * <p>A container is a stretch of columns under one straight roof, high above the chassis, with air beside it. It reaches down
 * as far as its corner posts, which are darker than any part of a chassis that may go on below them. Two of 20 feet on one
 * chassis stand a hand's breadth apart: that gap, or the double wall of posts around it, divides them. Works on profiles of
 * -ln T at about {@value #ROWS} rows. Holds no state: safe for use by many threads.
 */
public final class ContainerFinder {

    private static final int ROWS = 256;

    /**
     * Less than the two walls of an empty container take away, more than noise after averaging. A source's curve may draw
     * walls nearly white: smaller values are tried too, and the one that shows the most between corner posts counts.
     */
    private static final float[] LEAST_MATERIAL = {0.045f, 0.022f, 0.011f};

    private static final double CLEARLY_WIDER = 1.1;

    /** Rows of a roof that have to be material, so that a speck in the sky is no roof. */
    private static final int ROOF_ROWS = 4;

    private static final double LEAST_HEIGHT = 0.2;
    private static final double ROOF_STEP = 0.025;
    private static final double SAME_ROOF = 0.08;
    private static final double LEAST_SHARE_OF_WIDEST = 0.3;
    private static final double LEAST_WIDTH_TO_HEIGHT = 0.8;

    /** Pixels are up to 2.4 times as high as wide: two of 20 feet may look like one of them. */
    private static final double LEAST_WIDTH_TO_HEIGHT_OF_TWO = 1.6;

    /** Posts stand at the very ends; doors and their rods before them take up a few columns. */
    private static final double POSTS_WITHIN = 0.05;

    private static final float LEAST_POST = 0.09f;

    /** Of its own darkness a post keeps so much all the way down. */
    private static final float POST_GOES_ON = 0.55f;

    /** Under the corner casting stands a twist lock, or a block, that is as dark. */
    private static final double POST_WITHOUT_LOCK = 0.95;

    private static final float POST_TO_WALL = 1.8f;

    /** Posts in the middle are as dark as those at the ends; partitions of a load are not, or not all the way up. */
    private static final float LIKE_END_POSTS = 0.6f;

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
        var best = List.<Stretch>of();
        for (var material : LEAST_MATERIAL) {
            var found = stretches(picture.with(material));
            if (best.isEmpty() || framedWidth(found) > CLEARLY_WIDER * framedWidth(best)) {
                best = found;
            }
        }
        var divided = new ArrayList<Stretch>();
        for (var stretch : best) {
            divided.addAll(picture.divided(stretch));
        }
        return divided.stream().map(picture::region).toList();
    }

    private static int framedWidth(List<Stretch> stretches) {
        return stretches.stream()
                .filter(Stretch::isFramed)
                .mapToInt(Stretch::width)
                .sum();
    }

    /** Columns under one roof, without what is much lower or narrower than the best of them: cabs, wheels, gantries. */
    private static List<Stretch> stretches(Reduced picture) {
        var roofs = picture.roofs();
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
        var left = median(roofs, start, start + Math.max(1, (end - start) / 4));
        var right = median(roofs, end - Math.max(1, (end - start) / 4), end);
        // The medians stand an eighth of the width off the ends.
        var slant = (right - left) / 0.75;
        var middle = (left + right) / 2.0;
        var leftRoof = (int) Math.max(0, Math.round(middle - slant / 2));
        var rightRoof = (int) Math.max(0, Math.round(middle + slant / 2));
        var bottom = picture.bottom(start, end, leftRoof, rightRoof);
        if (bottom.row() - Math.min(leftRoof, rightRoof) >= LEAST_HEIGHT * picture.height) {
            stretches.add(new Stretch(start, end, leftRoof, rightRoof, bottom));
        }
    }

    private static int median(int[] values, int from, int until) {
        var sorted = Arrays.copyOfRange(values, from, until);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
                                last.leftRoof(),
                                stretch.rightRoof(),
                                picture.bottom(last.start(), stretch.end(), last.leftRoof(), stretch.rightRoof())));
                continue;
            }
            joined.add(stretch);
        }
        return joined;
    }

    /** Columns from start to before end, rows from a roof that may slant to before bottom, of the reduced picture. */
    private record Stretch(int start, int end, int leftRoof, int rightRoof, Bottom lowest) {
        int bottom() {
            return lowest.row();
        }

        /** Whether corner posts stand at both ends. */
        boolean isFramed() {
            return lowest.isFramed();
        }

        int width() {
            return end - start;
        }

        int top() {
            return Math.min(leftRoof, rightRoof);
        }

        int roofAt(int column) {
            return leftRoof + (rightRoof - leftRoof) * (column - start) / Math.max(1, width());
        }

        /** Rows from roof to floor, the same at each column. */
        int rows() {
            return bottom() - Math.max(leftRoof, rightRoof);
        }
    }

    /**
     * @param row below the lower end
     * @param isFramed two corner posts told it
     */
    private record Bottom(int row, boolean isFramed) {}

    /** The picture with fewer pixels, as attenuation. */
    private static final class Reduced {

        private final int factor;
        private final int width;
        private final int height;
        private final int originalWidth;
        private final int originalHeight;
        private final float[] attenuation;
        private final float leastMaterial;

        private Reduced(int originalWidth, int originalHeight, int factor, float[] attenuation, float leastMaterial) {
            this.factor = factor;
            this.attenuation = attenuation;
            this.leastMaterial = leastMaterial;
            this.originalWidth = originalWidth;
            this.originalHeight = originalHeight;
            width = originalWidth / factor;
            height = originalHeight / factor;
        }

        Reduced with(float material) {
            return new Reduced(originalWidth, originalHeight, factor, attenuation, material);
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
            return new Reduced(raster.width(), raster.height(), factor, attenuation, LEAST_MATERIAL[0]);
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
            return at(column, row) > leastMaterial;
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

        /** Where the corner posts end; where they can't be told apart, where the sides end that have air beside them. */
        Bottom bottom(int start, int end, int leftRoof, int rightRoof) {
            var left = postLength(start, 1, leftRoof, end - start);
            var right = postLength(end - 1, -1, rightRoof, end - start);
            if (left < 0 && right < 0) {
                return new Bottom(sides(start, end, Math.min(leftRoof, rightRoof)), false);
            }
            // A wheel or a leg of the chassis under a post looks like more of it: the shorter one is right.
            var length = left < 0 || right < 0 ? Math.max(left, right) : Math.min(left, right);
            var row = Math.min(height, Math.max(leftRoof, rightRoof) + (int) (length * POST_WITHOUT_LOCK));
            return new Bottom(row, left >= 0 && right >= 0);
        }

        /** @return rows of the post at an end; -1 when it reaches the lower edge of the picture, or there is none */
        private int postLength(int edge, int inwards, int roof, int width) {
            var from = roof + (height - roof) * 5 / 100;
            var until = roof + (height - roof) * 50 / 100;
            var column = edge;
            var level = 0f;
            for (var step = 0; step <= Math.max(3, width * POSTS_WITHIN); step++) {
                var candidate = edge + inwards * step;
                var weakest = candidate < 0 || candidate >= this.width ? 0 : weakest(candidate, from, until);
                if (weakest > level) {
                    level = weakest;
                    column = candidate;
                }
            }
            if (level < LEAST_POST) {
                return -1;
            }
            var misses = 0;
            for (var row = until; row < height; row++) {
                misses = around(column, row) < POST_GOES_ON * level ? misses + 1 : 0;
                if (misses == 2) {
                    return row - 1 - roof;
                }
            }
            return -1;
        }

        /** The highest attenuation of three columns: posts lean a little. */
        private float around(int column, int row) {
            var left = at(Math.max(0, column - 1), row);
            var right = at(Math.min(width - 1, column + 1), row);
            return Math.max(at(column, row), Math.max(left, right));
        }

        /** Where the chassis sticks out, or nothing is left of the wall. */
        private int sides(int start, int end, int top) {
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
            if (stretch.width() < LEAST_WIDTH_TO_HEIGHT_OF_TWO * stretch.rows()) {
                return List.of(stretch);
            }
            // Between roof and load there is hardly anything but walls, so posts stand out.
            var underRoof = weakest(stretch, 4, 15);
            var wholeHeight = weakest(stretch, 5, 90);
            var sorted = underRoof.clone();
            Arrays.sort(sorted);
            var wall = sorted[sorted.length / 2];
            var edge = Math.max(3, (int) (stretch.width() * POSTS_WITHIN));
            var endPosts = Math.min(
                    highest(wholeHeight, 0, edge), highest(wholeHeight, wholeHeight.length - edge, wholeHeight.length));
            var strongest = -1;
            for (var index = stretch.width() * 42 / 100; index < stretch.width() * 58 / 100; index++) {
                var isPost = underRoof[index] > POST_TO_WALL * wall + LEAST_POST / 2
                        && wholeHeight[index] > 0.8f * underRoof[index]
                        && wholeHeight[index] > LIKE_END_POSTS * endPosts;
                if (isPost && (strongest < 0 || underRoof[index] > underRoof[strongest])) {
                    strongest = index;
                }
            }
            if (strongest < 0) {
                return List.of(stretch);
            }
            var middle = stretch.start() + strongest;
            var roof = stretch.roofAt(middle);
            return List.of(
                    new Stretch(stretch.start(), middle, stretch.leftRoof(), roof, stretch.lowest()),
                    new Stretch(middle + 1, stretch.end(), roof, stretch.rightRoof(), stretch.lowest()));
        }

        private static float highest(float[] values, int from, int until) {
            var highest = 0f;
            for (var index = from; index < until; index++) {
                highest = Math.max(highest, values[index]);
            }
            return highest;
        }

        /** Of each column what {@link #weakest(int, int, int)} says, between two shares of its height in hundredths. */
        private float[] weakest(Stretch stretch, int from, int until) {
            var weakest = new float[stretch.width()];
            for (var index = 0; index < weakest.length; index++) {
                var column = stretch.start() + index;
                var roof = stretch.roofAt(column);
                weakest[index] =
                        weakest(column, roof + stretch.rows() * from / 100, roof + stretch.rows() * until / 100);
            }
            return weakest;
        }

        /** The attenuation that 85 % of the rows of a column exceed. */
        private float weakest(int column, int from, int until) {
            var rows = new float[Math.max(1, Math.min(height, until) - from)];
            for (var row = 0; row < rows.length; row++) {
                rows[row] = at(column, Math.min(height - 1, from + row));
            }
            Arrays.sort(rows);
            return rows[rows.length * 15 / 100];
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
