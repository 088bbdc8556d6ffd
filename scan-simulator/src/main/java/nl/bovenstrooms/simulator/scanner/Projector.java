package nl.bovenstrooms.simulator.scanner;

import java.util.Arrays;
import nl.bovenstrooms.simulator.scene.Solid;

/** Follows the rays of every row through solids and writes down the mass in their way. For one picture and one thread. */
final class Projector {

    private static final int FEWEST_SLICES = 6;
    /** Slices are narrower than this at the rim and wider in the middle, where a circle hardly changes. */
    private static final int COLUMNS_PER_SLICE = 4;

    private static final int MOST_SLICES = 24;

    private final View view;
    private final float[] profile;
    private final double distance;
    private final double sourceHeight;

    Projector(View view) {
        this.view = view;
        profile = new float[view.height()];
        distance = view.stand().distance();
        sourceHeight = view.stand().height();
    }

    void add(Solid solid, MassMap map) {
        var from = view.columnOf(solid.x0());
        var until = view.columnOf(solid.x1());
        if (until <= 0 || from >= view.width()) {
            return;
        }
        // Metres times g/cm3 are 100 g/cm2.
        var density = solid.density() * 100;
        var water = (float) (density * solid.material().waterShare());
        var iron = (float) (density * solid.material().ironShare());
        if (solid instanceof Solid.Block block) {
            block(map, from, until, block.y0(), block.y1(), block.z0(), block.z1(), water, iron);
        } else if (solid instanceof Solid.Wedge wedge) {
            wedge(map, wedge, from, until, water, iron);
        } else if (solid instanceof Solid.Cylinder cylinder) {
            cylinder(map, cylinder, from, until, water, iron);
        } else if (solid instanceof Solid.Ellipsoid ellipsoid) {
            ellipsoid(map, ellipsoid, water, iron);
        }
    }

    private void block(
            MassMap map,
            double from,
            double until,
            double y0,
            double y1,
            double z0,
            double z1,
            float water,
            float iron) {
        // What is thinner than the distance of two rays is drawn thicker and less dense.
        var thinnest = view.rowHeight() * (distance + (y0 + y1) / 2) / View.RAYS;
        var thick = z1 - z0;
        var share = 1f;
        var low = z0;
        var high = z1;
        if (thick < thinnest) {
            share = (float) (thick / thinnest);
            low = (z0 + z1 - thinnest) / 2;
            high = low + thinnest;
        }
        var firstRow = view.firstRow(high, y0, y1);
        var endRow = view.endRow(low, y0, y1);
        if (endRow <= firstRow) {
            return;
        }
        blockProfile(firstRow, endRow, (float) y0, (float) y1, (float) low, (float) high);
        map.add(profile, firstRow, endRow, from, until, water * share, iron * share);
    }

    private void blockProfile(int firstRow, int endRow, float y0, float y1, float z0, float z1) {
        var near = (float) distance + y0;
        var far = (float) distance + y1;
        var low = z0 - (float) sourceHeight;
        var high = z1 - (float) sourceHeight;
        for (var row = firstRow; row < endRow; row++) {
            var sum = 0f;
            for (var ray = row * View.RAYS; ray < (row + 1) * View.RAYS; ray++) {
                var cotangent = view.cotangent(ray);
                var one = low * cotangent;
                var other = high * cotangent;
                var enters = Math.max(near, Math.min(one, other));
                var leaves = Math.min(far, Math.max(one, other));
                sum += Math.max(0, leaves - enters) * view.secant(ray);
            }
            profile[row] = sum / View.RAYS;
        }
    }

    private int slices(double columns) {
        return Math.max(FEWEST_SLICES, Math.min(MOST_SLICES, (int) (columns / COLUMNS_PER_SLICE)));
    }

    private void wedge(MassMap map, Solid.Wedge wedge, double from, double until, float water, float iron) {
        var slices = Math.max(1, Math.min(MOST_SLICES, (int) Math.ceil(until - from)));
        for (var slice = 0; slice < slices; slice++) {
            var middle = (slice + 0.5) / slices;
            block(
                    map,
                    from + slice * (until - from) / slices,
                    from + (slice + 1) * (until - from) / slices,
                    wedge.y0(),
                    wedge.y1(),
                    wedge.bottom().at0()
                            + middle * (wedge.bottom().at1() - wedge.bottom().at0()),
                    wedge.top().at0()
                            + middle * (wedge.top().at1() - wedge.top().at0()),
                    water,
                    iron);
        }
    }

    private void cylinder(MassMap map, Solid.Cylinder cylinder, double from, double until, float water, float iron) {
        switch (cylinder.axis()) {
            case ALONG -> log(map, cylinder, from, until, water, iron);
            case ACROSS, UPRIGHT -> slicedCylinder(map, cylinder, from, until, water, iron);
        }
    }

    private void log(MassMap map, Solid.Cylinder log, double from, double until, float water, float iron) {
        var y = log.first();
        var z = log.second();
        var radius = log.radius();
        var firstRow = view.firstRow(z + radius, y - radius, y + radius);
        var endRow = view.endRow(z - radius, y - radius, y + radius);
        var depth = distance + y;
        var high = sourceHeight - z;
        for (var row = firstRow; row < endRow; row++) {
            var sum = 0.0;
            for (var ray = row * View.RAYS; ray < (row + 1) * View.RAYS; ray++) {
                var off = (high + view.tangent(ray) * depth) / view.secant(ray);
                sum += 2 * Math.sqrt(Math.max(0, radius * radius - off * off));
            }
            profile[row] = (float) (sum / View.RAYS);
        }
        if (endRow > firstRow) {
            map.add(profile, firstRow, endRow, from, until, water, iron);
        }
    }

    /** Upright or across: blocks side by side, narrow at the rim, with the area of the piece of circle that they stand for. */
    private void slicedCylinder(
            MassMap map, Solid.Cylinder cylinder, double from, double until, float water, float iron) {
        var slices = slices(until - from);
        var radius = cylinder.radius();
        for (var slice = 0; slice < slices; slice++) {
            var left = -Math.cos(Math.PI * slice / slices);
            var right = -Math.cos(Math.PI * (slice + 1) / slices);
            var half = radius * (area(right) - area(left)) / (right - left);
            var start = view.columnOf(cylinder.first() + radius * left);
            var end = view.columnOf(cylinder.first() + radius * right);
            if (cylinder.axis() == Solid.Cylinder.Axis.UPRIGHT) {
                block(
                        map,
                        start,
                        end,
                        cylinder.second() - half,
                        cylinder.second() + half,
                        cylinder.from(),
                        cylinder.until(),
                        water,
                        iron);
            } else {
                block(
                        map,
                        start,
                        end,
                        cylinder.from(),
                        cylinder.until(),
                        cylinder.second() - half,
                        cylinder.second() + half,
                        water,
                        iron);
            }
        }
    }

    /** Of the upper half of the unit circle, from the left to a place. */
    private static double area(double place) {
        return 0.5 * (place * Math.sqrt(Math.max(0, 1 - place * place)) + Math.asin(Math.max(-1, Math.min(1, place))));
    }

    private void ellipsoid(MassMap map, Solid.Ellipsoid body, float water, float iron) {
        var slices = slices(view.columnOf(body.x1()) - view.columnOf(body.x0()));
        for (var slice = 0; slice < slices; slice++) {
            var left = -Math.cos(Math.PI * slice / slices);
            var right = -Math.cos(Math.PI * (slice + 1) / slices);
            // Mean of 1 - x2 over the slice is the square of the radius with the same cross-section.
            var square = 1 - (right * right + right * left + left * left) / 3;
            var shrunk = Math.sqrt(Math.max(0, square));
            if (shrunk < 1e-3) {
                continue;
            }
            ellipse(
                    map,
                    view.columnOf(body.x() + body.radiusX() * left),
                    view.columnOf(body.x() + body.radiusX() * right),
                    body,
                    shrunk,
                    water,
                    iron);
        }
    }

    private void ellipse(
            MassMap map, double from, double until, Solid.Ellipsoid body, double shrunk, float water, float iron) {
        var deep = body.radiusY() * shrunk;
        var tall = body.radiusZ() * shrunk;
        var firstRow = view.firstRow(body.z() + tall, body.y() - deep, body.y() + deep);
        var endRow = view.endRow(body.z() - tall, body.y() - deep, body.y() + deep);
        if (endRow <= firstRow) {
            return;
        }
        Arrays.fill(profile, firstRow, endRow, 0);
        for (var row = firstRow; row < endRow; row++) {
            var sum = 0.0;
            for (var ray = row * View.RAYS; ray < (row + 1) * View.RAYS; ray++) {
                double tangent = view.tangent(ray);
                var off = sourceHeight + tangent * (distance + body.y()) - body.z();
                var a = 1 / (deep * deep) + tangent * tangent / (tall * tall);
                var b = tangent * off / (tall * tall);
                var c = off * off / (tall * tall) - 1;
                var discriminant = b * b - a * c;
                if (discriminant > 0) {
                    sum += 2 * Math.sqrt(discriminant) / a * view.secant(ray);
                }
            }
            profile[row] = (float) (sum / View.RAYS);
        }
        map.add(profile, firstRow, endRow, from, until, water, iron);
    }
}
