package nl.bovenstrooms.scoring.image;

import java.util.Optional;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;

/**
 * What a picture shows about where the containers under a roof line end. Columns and rows are those of a thumbnail; rows count
 * from the roof line, so that a slanting vehicle stands level. Values are roots of attenuation: thin walls count, and opaque
 * loads don't outweigh everything.
 */
public final class Evidence {

    /** What places beyond the picture's edge say. */
    private static final float OUTSIDE = -0.4f;

    private final Raster raster;
    private final Thumbnail picture;
    private final Outline outline;
    private final int[] roofs;

    private Evidence(Raster raster, Thumbnail picture, Outline outline) {
        this.raster = raster;
        this.picture = picture;
        this.outline = outline;
        roofs = new int[picture.width()];
        for (var column = 0; column < roofs.length; column++) {
            roofs[column] = (int) Math.round(outline.roofAt(column));
        }
    }

    /** @return empty when nothing in the picture has a roof line */
    public static Optional<Evidence> of(Raster raster) {
        var picture = Thumbnail.of(raster);
        return Outline.of(picture).map(outline -> new Evidence(raster, picture, outline));
    }

    /** Column of the thumbnail, with fractions, of a column of the picture. */
    public double columnOf(double column) {
        return column / picture.columnsPerPixel();
    }

    /** Row under the roof line, with fractions, of a row of the picture that is the bottom of the lower end. */
    public double bottomOf(double row) {
        return row / picture.rowsPerPixel() - outline.lowestRoof();
    }

    /** First column under the roof line, and the one after the last. */
    public int left() {
        return outline.left();
    }

    public int right() {
        return outline.right();
    }

    /**
     * In pixels of the picture.
     *
     * @param left column where it begins
     * @param right column after its last
     * @param bottom under the roof line
     */
    Region region(double left, double right, double bottom) {
        var one = outline.roofAt(left);
        var other = outline.roofAt(right);
        var x = (int) (left * picture.columnsPerPixel());
        var y = Math.max(0, (int) (Math.min(one, other) * picture.rowsPerPixel()));
        var end = right >= picture.width() ? raster.width() : (int) Math.ceil(right * picture.columnsPerPixel());
        var floor = (int) Math.ceil((Math.max(one, other) + bottom) * picture.rowsPerPixel());
        return new Region(x, y, Math.max(1, end - x), Math.max(1, Math.min(raster.height(), floor) - y));
    }

    /** Mean over some columns of one row; OUTSIDE where all of it lies beyond the picture. */
    private float across(int row, int from, int until) {
        var sum = 0f;
        var count = 0;
        for (var column = Math.max(0, from); column < Math.min(picture.width(), until); column++) {
            var place = roofs[column] + row;
            if (place >= 0 && place < picture.height()) {
                sum += picture.at(column, place);
                count++;
            }
        }
        return count == 0 ? OUTSIDE : root(sum / count);
    }

    /** Mean over some rows of one column. */
    private float down(int column, double from, double until) {
        var first = roofs[column] + (int) Math.floor(from);
        var end = Math.min(picture.height(), Math.max(roofs[column] + (int) Math.floor(until), first + 1));
        first = Math.max(0, first);
        var sum = 0f;
        for (var row = first; row < end; row++) {
            sum += picture.at(column, row);
        }
        return end <= first ? OUTSIDE : root(sum / (end - first));
    }

    private static float root(float attenuation) {
        return attenuation <= 0 ? 0 : (float) Math.sqrt(attenuation);
    }

    private static float between(float[] values, double place) {
        var index = (int) Math.floor(place);
        if (index < 0 || index >= values.length) {
            return OUTSIDE;
        }
        var next = index + 1 < values.length ? values[index + 1] : OUTSIDE;
        return (float) (values[index] + (place - index) * (next - values[index]));
    }

    public Bottoms bottoms() {
        return new Bottoms(this);
    }

    /** @param bottom row under the roof line at which the containers end */
    public Middles middles(int bottom) {
        return new Middles(this, bottom);
    }

    /** Rows at which the containers may end. */
    public static final class Bottoms {

        private static final int STEPS = 31;
        private static final int STEPS_ABOVE = 17;

        /** Of the height that the container would have. */
        private static final double STEP = 0.012;

        private static final int STRIPS = 8;
        private static final int LINES = STRIPS + 4;
        private static final int SEGMENTS = 16;

        /** Numbers that describe a row. */
        public static final int INPUTS = LINES * STEPS;

        private final int rows;
        private final float[][] lines;

        private Bottoms(Evidence evidence) {
            rows = evidence.picture.height() - (int) Math.round(evidence.outline.highestRoof());
            lines = new float[LINES][rows];
            var left = evidence.outline.left();
            var right = evidence.outline.right();
            var width = right - left;
            var edge = Math.max(1, width * 3 / 1000);
            var post = edge + Math.max(1, width / 100);
            var inner = post + Math.max(1, width * 2 / 100);
            var beyond = edge + Math.max(1, width * 13 / 1000);
            var strips = new int[][] {
                {left - beyond, left - edge},
                {left, left + edge},
                {left + edge, left + post},
                {left + post, left + inner},
                {right + edge, right + beyond},
                {right - edge, right},
                {right - post, right - edge},
                {right - inner, right - post}
            };
            for (var row = 0; row < rows; row++) {
                for (var strip = 0; strip < STRIPS; strip++) {
                    lines[strip][row] = evidence.across(row, strips[strip][0], strips[strip][1]);
                }
                inside(evidence, row, left + width / 25, right - width / 25);
            }
        }

        /** Mean, least and most of sixteen stretches between the ends, and how much they differ from one to the next. */
        private void inside(Evidence evidence, int row, int from, int until) {
            var total = 0f;
            var least = Float.MAX_VALUE;
            var most = OUTSIDE;
            var differences = 0f;
            var before = OUTSIDE;
            for (var segment = 0; segment < SEGMENTS; segment++) {
                var value = evidence.across(
                        row,
                        from + (until - from) * segment / SEGMENTS,
                        from + (until - from) * (segment + 1) / SEGMENTS);
                total += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
                differences += segment == 0 ? 0 : Math.abs(value - before);
                before = value;
            }
            lines[STRIPS][row] = total / SEGMENTS;
            lines[STRIPS + 1][row] = least;
            lines[STRIPS + 2][row] = most;
            lines[STRIPS + 3][row] = differences / SEGMENTS;
        }

        /** The highest row at which a container's bottom is looked for. */
        public int first() {
            return rows * 3 / 10;
        }

        /** One more than the lowest row at which a container's bottom is looked for. */
        public int end() {
            return rows + 1;
        }

        /** Describes a row by what stands above and below it, in shares of the height that the container would have. */
        public void describe(int row, float[] inputs) {
            var input = 0;
            for (var line : lines) {
                for (var step = 0; step < STEPS; step++) {
                    inputs[input++] = between(line, row - 0.5 + (step - STEPS_ABOVE) * STEP * row);
                }
            }
        }
    }

    /** Columns where one container may end and another begin. */
    public static final class Middles {

        /** Steps to either side. */
        private static final int ASIDE = 12;

        private static final int STEPS = 2 * ASIDE + 1;

        /** Of the width of everything under the roof line. */
        private static final double STEP = 0.0025;

        /** Parts of the height: above the roof, castings, between roof and load, load, floor. */
        private static final double[] BANDS = {-0.04, -0.01, 0, 0.025, 0.055, 0.12, 0.3, 0.6, 0.85, 1};

        private static final int SLICES = 12;
        private static final int LINES = BANDS.length - 1 + 2;

        /** Numbers that describe a column. */
        public static final int INPUTS = LINES * STEPS;

        private final int first;
        private final int end;
        private final int start;
        private final double step;
        private final float[][] lines;

        private Middles(Evidence evidence, int bottom) {
            var outline = evidence.outline;
            var width = outline.right() - outline.left();
            step = STEP * width;
            first = outline.left() + width * 46 / 100;
            end = outline.left() + width * 54 / 100;
            start = Math.max(0, (int) (first - ASIDE * step) - 1);
            var stop = Math.min(evidence.picture.width(), (int) (end + ASIDE * step) + 2);
            lines = new float[LINES][stop - start];
            for (var column = start; column < stop; column++) {
                describe(evidence, column, bottom);
            }
        }

        private void describe(Evidence evidence, int column, int bottom) {
            var place = column - start;
            for (var band = 0; band < BANDS.length - 1; band++) {
                lines[band][place] = evidence.down(column, BANDS[band] * bottom, BANDS[band + 1] * bottom);
            }
            var least = Float.MAX_VALUE;
            var most = OUTSIDE;
            for (var slice = 0; slice < SLICES; slice++) {
                var value = evidence.down(
                        column, (0.1 + 0.8 * slice / SLICES) * bottom, (0.1 + 0.8 * (slice + 1) / SLICES) * bottom);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            lines[LINES - 2][place] = least;
            lines[LINES - 1][place] = most;
        }

        /** The first column that is looked at. */
        public int first() {
            return first;
        }

        /** One more than the last column that is looked at. */
        public int end() {
            return end;
        }

        /** Describes a column by what stands on both sides of it. */
        public void describe(int column, float[] inputs) {
            var input = 0;
            for (var line : lines) {
                for (var index = 0; index < STEPS; index++) {
                    inputs[input++] = between(line, column - start + (index - ASIDE) * step);
                }
            }
        }
    }
}
