package nl.bovenstrooms.simulator.scanner;

import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Region;

/**
 * Where a point of the scene lands in the picture. Along the vehicle lines are taken side by side; in each of them rays leave
 * the source like a fan, so that what stands nearer to it is drawn larger.
 */
public final class View {

    /** Rays per row; the mean of them is the row's. */
    static final int RAYS = 2;

    /** Of the whole picture, as are the other measures; {@link #shown} is what is drawn of it. */
    private final int width;

    private final int height;
    private final Region shown;
    private final Stand stand;
    private final double firstX;
    private final double columnsPerMetre;
    private final double upper;
    private final double rowsPerUnit;
    private final double slant;
    private final double wobble;
    private final double wobblePeriod;
    private final double stretch;
    private final double stretchPeriod;
    private final float[] tangents;
    private final float[] cotangents;
    private final float[] secants;

    /**
     * Where the source stands.
     *
     * @param distance from the near wall of the container, in m
     * @param height above the bottom of the container, in m
     * @param curvature 0 when rows are even on an upright line of detectors, 1 when they are even in angle
     */
    public record Stand(double distance, double height, double curvature) {

        double unit(double tangent) {
            return (1 - curvature) * tangent + curvature * Math.atan(tangent);
        }

        private double tangent(double unit) {
            var tangent = unit;
            for (var step = 0; step < 8; step++) {
                var slope = (1 - curvature) + curvature / (1 + tangent * tangent);
                tangent -= (unit(tangent) - unit) / slope;
            }
            return tangent;
        }

        /** Of a ray through a point. */
        double unitOf(double z, double y) {
            return unit((z - height) / (distance + y));
        }
    }

    /**
     * The part of the scene that is in the picture.
     *
     * @param left x at the left edge, in m
     * @param right x at the right edge, in m
     * @param top z at the near wall that is seen at the upper edge, in m
     * @param bottom z at the near wall that is seen at the lower edge, in m
     */
    public record Window(double left, double right, double top, double bottom) {}

    /**
     * How the vehicle moves.
     *
     * @param slant rows that the picture sinks per column; a tenth of a row per hundred columns is 0.001
     * @param wobble rows up and down over the springs
     * @param stretch share by which speed goes up and down
     * @param phase of both, in radians
     */
    public record Motion(double slant, double wobble, double stretch, double phase) {

        public static final Motion EVEN = new Motion(0, 0, 0, 0);
    }

    public View(int width, int height, Stand stand, Window window, Motion motion) {
        this.width = width;
        this.height = height;
        shown = new Region(0, 0, width, height);
        this.stand = stand;
        firstX = window.left();
        columnsPerMetre = width / (window.right() - window.left());
        upper = stand.unitOf(window.top(), 0);
        rowsPerUnit = height / (upper - stand.unitOf(window.bottom(), 0));
        slant = motion.slant();
        wobble = motion.wobble();
        wobblePeriod = width * (0.21 + 0.2 * Math.abs(Math.sin(motion.phase())));
        stretch = motion.stretch();
        stretchPeriod = width * (0.35 + 0.4 * Math.abs(Math.cos(motion.phase())));
        tangents = new float[height * RAYS];
        cotangents = new float[height * RAYS];
        secants = new float[height * RAYS];
        for (var ray = 0; ray < tangents.length; ray++) {
            var tangent = stand.tangent(upper - (ray + 0.5) / RAYS / rowsPerUnit);
            // A ray that is exactly level would divide by zero.
            tangents[ray] = (float) (Math.abs(tangent) < 1e-5 ? 1e-5 : tangent);
            cotangents[ray] = 1 / tangents[ray];
            secants[ray] = (float) Math.sqrt(1 + tangent * tangent);
        }
    }

    private View(View whole, Region part) {
        width = whole.width;
        height = whole.height;
        shown = part;
        stand = whole.stand;
        firstX = whole.firstX;
        columnsPerMetre = whole.columnsPerMetre;
        upper = whole.upper;
        rowsPerUnit = whole.rowsPerUnit;
        slant = whole.slant;
        wobble = whole.wobble;
        wobblePeriod = whole.wobblePeriod;
        stretch = whole.stretch;
        stretchPeriod = whole.stretchPeriod;
        var firstRay = part.y() * RAYS;
        var endRay = (part.y() + part.height()) * RAYS;
        tangents = Arrays.copyOfRange(whole.tangents, firstRay, endRay);
        cotangents = Arrays.copyOfRange(whole.cotangents, firstRay, endRay);
        secants = Arrays.copyOfRange(whole.secants, firstRay, endRay);
    }

    /**
     * The same passage, of which only a part of the picture is drawn. Columns and rows are then counted from that part's corner.
     *
     * @param part of a view that shows everything; lies inside of it
     */
    public View part(Region part) {
        if (shown.width() != width || shown.height() != height || !part.fitsIn(width, height)) {
            throw new IllegalArgumentException("%s is no part of a picture of %d x %d".formatted(part, width, height));
        }
        return new View(this, part);
    }

    public int width() {
        return shown.width();
    }

    public int height() {
        return shown.height();
    }

    public Stand stand() {
        return stand;
    }

    /** Column, with fractions; outside of 0 to width when out of the picture. */
    public double columnOf(double x) {
        var even = (x - firstX) * columnsPerMetre;
        var stretched =
                stretch == 0 ? even : even + stretch * stretchPeriod / 6.2832 * Math.sin(even * 6.2832 / stretchPeriod);
        return stretched - shown.x();
    }

    /** Inverse of {@link #columnOf}, as far as the stretching allows. */
    double xOf(double column) {
        var ofWhole = column + shown.x();
        var even = ofWhole;
        for (var step = 0; step < 3; step++) {
            even = ofWhole
                    - (stretch == 0 ? 0 : stretch * stretchPeriod / 6.2832 * Math.sin(even * 6.2832 / stretchPeriod));
        }
        return firstX + even / columnsPerMetre;
    }

    /** Row of a point before the vehicle's slant and wobble, with fractions. */
    public double rowOf(double z, double y) {
        return (upper - stand.unitOf(z, y)) * rowsPerUnit - shown.y();
    }

    /** Rows by which a column is lower than the vehicle would stand on even ground. */
    public double sinkAt(double column) {
        var ofWhole = column + shown.x();
        return slant * (ofWhole - width / 2.0) + wobble * Math.sin(ofWhole * 6.2832 / wobblePeriod);
    }

    /** No column sinks or rises by more rows than this. */
    public int mostSink() {
        return (int) Math.ceil(Math.abs(slant) * width / 2 + Math.abs(wobble)) + 1;
    }

    float tangent(int ray) {
        return tangents[ray];
    }

    float cotangent(int ray) {
        return cotangents[ray];
    }

    float secant(int ray) {
        return secants[ray];
    }

    /** First row whose rays can meet what lies between two heights and two depths. */
    int firstRow(double z1, double y0, double y1) {
        return clamp((int) Math.floor(Math.min(rowOf(z1, y0), rowOf(z1, y1))));
    }

    /** Row after the last whose rays can meet what lies between two heights and two depths. */
    int endRow(double z0, double y0, double y1) {
        return clamp((int) Math.ceil(Math.max(rowOf(z0, y0), rowOf(z0, y1))) + 1);
    }

    private int clamp(int row) {
        return Math.max(0, Math.min(shown.height(), row));
    }

    /** How high a row is at a depth of one metre, in m; things that are thinner would fall between the rays. */
    double rowHeight() {
        return 1 / rowsPerUnit;
    }

    /** The outline of a body of the given size, clipped to the picture; null when it is outside. */
    public Region outline(double x0, double x1, double z0, double z1) {
        var left = Math.max(0, Math.min(width() - 1.0, columnOf(x0)));
        var right = Math.max(left + 1, Math.min(width(), columnOf(x1)));
        var sinkLeft = sinkAt(left);
        var sinkRight = sinkAt(right);
        var top = rowOf(z1, 0) + Math.min(sinkLeft, sinkRight);
        var bottom = rowOf(z0, 0) + Math.max(sinkLeft, sinkRight);
        var x = (int) left;
        var y = (int) Math.max(0, Math.min(height() - 1.0, top));
        return new Region(
                x,
                y,
                Math.max(1, Math.min(width() - x, (int) Math.ceil(right) - x)),
                Math.max(1, Math.min(height() - y, (int) Math.ceil(bottom) - y)));
    }
}
