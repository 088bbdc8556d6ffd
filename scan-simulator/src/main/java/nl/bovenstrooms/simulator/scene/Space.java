package nl.bovenstrooms.simulator.scene;

/** A room for goods, in metres in the container's own axes: doors at small x, floor at {@code z0}. */
public record Space(double x0, double x1, double y0, double y1, double z0, double z1) {

    double length() {
        return x1 - x0;
    }

    double width() {
        return y1 - y0;
    }

    double height() {
        return z1 - z0;
    }

    double middle() {
        return (y0 + y1) / 2;
    }

    /** In m3. */
    double volume() {
        return length() * width() * height();
    }

    /** Part of the length, counted from the front wall. */
    Space fromFront(double metres) {
        return new Space(Math.max(x0, x1 - metres), x1, y0, y1, z0, z1);
    }

    Space lowered(double metres) {
        return new Space(x0, x1, y0, y1, z0, Math.max(z0 + 0.1, z1 - metres));
    }
}
