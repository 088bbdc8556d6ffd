package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.physics.Material;

/**
 * A homogeneous body. Lengths are in metres: x along the vehicle, y across it away from the source, z upwards. A density
 * below zero takes something away from what stands there already: a hollow is a body inside another.
 */
public sealed interface Solid {

    Layer layer();

    Material material();

    /** Effective density in g/cm3: of a carton with air between the fruit, not of the fruit. */
    double density();

    /** First x. */
    double x0();

    /** Last x. */
    double x1();

    /** In m3. */
    double volume();

    /** Whether a point lies in it. */
    boolean contains(double x, double y, double z);

    /** Lowest z. */
    double z0();

    /** Highest z. */
    double z1();

    /** The same body in another place: mirrored at x = 0 if asked, and then moved. */
    Solid placed(boolean mirroredX, boolean mirroredY, double width, double dx, double dz);

    /** The same body as a source above sees it: y is then the depth under a height, and z goes across the vehicle. */
    Solid seenFromAbove(double height);

    /** The same body with another density. */
    Solid withDensity(double density);

    /** In kg; negative for a hollow. */
    default double mass() {
        return volume() * density() * 1000;
    }

    /** A cuboid along the axes. */
    record Block(
            Layer layer,
            Material material,
            double density,
            double x0,
            double x1,
            double y0,
            double y1,
            double z0,
            double z1)
            implements Solid {

        @Override
        public double volume() {
            return (x1 - x0) * (y1 - y0) * (z1 - z0);
        }

        @Override
        public boolean contains(double x, double y, double z) {
            return x >= x0 && x < x1 && y >= y0 && y < y1 && z >= z0 && z < z1;
        }

        @Override
        public Solid placed(boolean mirroredX, boolean mirroredY, double width, double dx, double dz) {
            return new Block(
                    layer,
                    material,
                    density,
                    dx + (mirroredX ? -x1 : x0),
                    dx + (mirroredX ? -x0 : x1),
                    mirroredY ? width - y1 : y0,
                    mirroredY ? width - y0 : y1,
                    z0 + dz,
                    z1 + dz);
        }

        @Override
        public Solid seenFromAbove(double height) {
            return new Block(layer, material, density, x0, x1, height - z1, height - z0, y0, y1);
        }

        @Override
        public Solid withDensity(double other) {
            return new Block(layer, material, other, x0, x1, y0, y1, z0, z1);
        }
    }

    /** A block whose bottom and top change evenly along x: ramps, slopes of a heap, A-frames. */
    record Wedge(
            Layer layer,
            Material material,
            double density,
            double x0,
            double x1,
            double y0,
            double y1,
            Edge bottom,
            Edge top)
            implements Solid {

        @Override
        public double volume() {
            return (x1 - x0) * (y1 - y0) * Math.max(0, top.mean() - bottom.mean());
        }

        @Override
        public boolean contains(double x, double y, double z) {
            var share = (x - x0) / (x1 - x0);
            return x >= x0 && x < x1 && y >= y0 && y < y1 && z >= bottom.at(share) && z < top.at(share);
        }

        @Override
        public double z0() {
            return Math.min(bottom.at0, bottom.at1);
        }

        @Override
        public double z1() {
            return Math.max(top.at0, top.at1);
        }

        @Override
        public Solid placed(boolean mirroredX, boolean mirroredY, double width, double dx, double dz) {
            return new Wedge(
                    layer,
                    material,
                    density,
                    dx + (mirroredX ? -x1 : x0),
                    dx + (mirroredX ? -x0 : x1),
                    mirroredY ? width - y1 : y0,
                    mirroredY ? width - y0 : y1,
                    bottom.placed(mirroredX, dz),
                    top.placed(mirroredX, dz));
        }

        /** A slope is seen edge on from the side only; from above its mean height will do. */
        @Override
        public Solid seenFromAbove(double height) {
            return new Block(layer, material, density, x0, x1, height - top.mean(), height - bottom.mean(), y0, y1);
        }

        @Override
        public Solid withDensity(double other) {
            return new Wedge(layer, material, other, x0, x1, y0, y1, bottom, top);
        }
    }

    /**
     * @param at0 height at the first x
     * @param at1 height at the last x
     */
    record Edge(double at0, double at1) {

        double mean() {
            return (at0 + at1) / 2;
        }

        double at(double share) {
            return at0 + share * (at1 - at0);
        }

        Edge placed(boolean mirrored, double dz) {
            return mirrored ? new Edge(at1 + dz, at0 + dz) : new Edge(at0 + dz, at1 + dz);
        }
    }

    /** A cylinder. The axis runs through the centre of the named face or side. */
    record Cylinder(
            Layer layer,
            Material material,
            double density,
            Axis axis,
            double radius,
            double from,
            double until,
            double first,
            double second)
            implements Solid {

        /** Direction of the axis, and what {@code first} and {@code second} are then. */
        public enum Axis {
            /** A log: first is y, second is z of the centre line. */
            ALONG,
            /** A wheel: first is x, second is z. */
            ACROSS,
            /** A drum: first is x, second is y. */
            UPRIGHT
        }

        @Override
        public double x0() {
            return axis == Axis.ALONG ? from : first - radius;
        }

        @Override
        public double x1() {
            return axis == Axis.ALONG ? until : first + radius;
        }

        @Override
        public double volume() {
            return Math.PI * radius * radius * (until - from);
        }

        @Override
        public boolean contains(double x, double y, double z) {
            return switch (axis) {
                case ALONG -> x >= from && x < until && isNear(y - first, z - second);
                case ACROSS -> y >= from && y < until && isNear(x - first, z - second);
                case UPRIGHT -> z >= from && z < until && isNear(x - first, y - second);
            };
        }

        private boolean isNear(double one, double other) {
            return one * one + other * other < radius * radius;
        }

        @Override
        public double z0() {
            return axis == Axis.UPRIGHT ? from : second - radius;
        }

        @Override
        public double z1() {
            return axis == Axis.UPRIGHT ? until : second + radius;
        }

        @Override
        public Solid placed(boolean mirroredX, boolean mirroredY, double width, double dx, double dz) {
            return switch (axis) {
                case ALONG ->
                    new Cylinder(
                            layer,
                            material,
                            density,
                            axis,
                            radius,
                            dx + (mirroredX ? -until : from),
                            dx + (mirroredX ? -from : until),
                            mirroredY ? width - first : first,
                            second + dz);
                case ACROSS ->
                    new Cylinder(
                            layer,
                            material,
                            density,
                            axis,
                            radius,
                            mirroredY ? width - until : from,
                            mirroredY ? width - from : until,
                            dx + (mirroredX ? -first : first),
                            second + dz);
                case UPRIGHT ->
                    new Cylinder(
                            layer,
                            material,
                            density,
                            axis,
                            radius,
                            from + dz,
                            until + dz,
                            dx + (mirroredX ? -first : first),
                            mirroredY ? width - second : second);
            };
        }

        @Override
        public Solid seenFromAbove(double height) {
            return switch (axis) {
                case ALONG -> new Cylinder(layer, material, density, axis, radius, from, until, height - second, first);
                case ACROSS ->
                    new Cylinder(layer, material, density, Axis.UPRIGHT, radius, from, until, first, height - second);
                case UPRIGHT ->
                    new Cylinder(
                            layer,
                            material,
                            density,
                            Axis.ACROSS,
                            radius,
                            height - until,
                            height - from,
                            first,
                            second);
            };
        }

        @Override
        public Solid withDensity(double other) {
            return new Cylinder(layer, material, other, axis, radius, from, until, first, second);
        }
    }

    /** An ellipsoid along the axes: bags, fruit, lumps. */
    record Ellipsoid(
            Layer layer,
            Material material,
            double density,
            double x,
            double y,
            double z,
            double radiusX,
            double radiusY,
            double radiusZ)
            implements Solid {

        @Override
        public double x0() {
            return x - radiusX;
        }

        @Override
        public double x1() {
            return x + radiusX;
        }

        @Override
        public double volume() {
            return 4 / 3.0 * Math.PI * radiusX * radiusY * radiusZ;
        }

        @Override
        public boolean contains(double atX, double atY, double atZ) {
            var dx = (atX - x) / radiusX;
            var dy = (atY - y) / radiusY;
            var dz = (atZ - z) / radiusZ;
            return dx * dx + dy * dy + dz * dz < 1;
        }

        @Override
        public double z0() {
            return z - radiusZ;
        }

        @Override
        public double z1() {
            return z + radiusZ;
        }

        @Override
        public Solid placed(boolean mirroredX, boolean mirroredY, double width, double dx, double dz) {
            return new Ellipsoid(
                    layer,
                    material,
                    density,
                    dx + (mirroredX ? -x : x),
                    mirroredY ? width - y : y,
                    z + dz,
                    radiusX,
                    radiusY,
                    radiusZ);
        }

        @Override
        public Solid seenFromAbove(double height) {
            return new Ellipsoid(layer, material, density, x, height - z, y, radiusX, radiusZ, radiusY);
        }

        @Override
        public Solid withDensity(double other) {
            return new Ellipsoid(layer, material, other, x, y, z, radiusX, radiusY, radiusZ);
        }
    }
}
