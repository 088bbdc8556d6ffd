package nl.bovenstrooms.scoring.comparison;

/**
 * Numbers of a picture at one of the scales that are worked at.
 *
 * @param values row by row; changed by nobody once the plane is there
 */
@SuppressWarnings("ArrayRecordComponent") // half a megabyte, never compared
record Plane(int width, int height, float[] values) {

    Plane {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of %d x %d has not %d values".formatted(width, height, values.length));
        }
    }

    Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    float at(int column, int row) {
        return values[row * width + column];
    }

    /** Between four pixels; outside of the plane its border goes on. */
    float at(double column, double row) {
        var x = Math.max(0, Math.min(width - 1.0, column));
        var y = Math.max(0, Math.min(height - 1.0, row));
        var left = Math.min(width - 2, (int) x);
        var upper = Math.min(height - 2, (int) y);
        var right = (float) (x - left);
        var below = (float) (y - upper);
        var index = upper * width + left;
        var above = values[index] + right * (values[index + 1] - values[index]);
        var under = values[index + width] + right * (values[index + width + 1] - values[index + width]);
        return above + below * (under - above);
    }

    Plane mirrored() {
        var mirrored = new float[values.length];
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                mirrored[row * width + column] = values[(row + 1) * width - 1 - column];
            }
        }
        return new Plane(width, height, mirrored);
    }

    /** Means of cells that are so many pixels wide and high. */
    Plane reduced(int wide, int high) {
        var cells = new Plane(width / wide, height / high);
        for (var row = 0; row < cells.height * high; row++) {
            for (var column = 0; column < cells.width * wide; column++) {
                cells.values[row / high * cells.width + column / wide] += values[row * width + column];
            }
        }
        for (var cell = 0; cell < cells.values.length; cell++) {
            cells.values[cell] /= wide * high;
        }
        return cells;
    }

    /** Means over a window of {@code 2 radius + 1}, smaller at the border. */
    Plane mean(int radiusAlong, int radiusDown) {
        var along = new Plane(width, height);
        for (var row = 0; row < height; row++) {
            means(values, along.values, row * width, 1, width, radiusAlong);
        }
        var both = new Plane(width, height);
        for (var column = 0; column < width; column++) {
            means(along.values, both.values, column, width, height, radiusDown);
        }
        return both;
    }

    /** Two means one after the other: nearly a Gaussian. */
    Plane smooth(int radiusAlong, int radiusDown) {
        return mean(radiusAlong, radiusDown).mean(radiusAlong, radiusDown);
    }

    Plane squared() {
        var squares = new float[values.length];
        for (var index = 0; index < squares.length; index++) {
            squares[index] = values[index] * values[index];
        }
        return new Plane(width, height, squares);
    }

    Plane minus(Plane other, float share) {
        var rest = new float[values.length];
        for (var index = 0; index < rest.length; index++) {
            rest[index] = values[index] - share * other.values[index];
        }
        return new Plane(width, height, rest);
    }

    /** Divided by its own root mean square in a window, to which a floor is added. */
    Plane evened(int radiusAlong, int radiusDown, double floor) {
        var power = squared().smooth(radiusAlong, radiusDown);
        var evened = new float[values.length];
        for (var index = 0; index < evened.length; index++) {
            evened[index] = (float) (values[index] / (Math.sqrt(Math.max(0, power.values[index])) + floor));
        }
        return new Plane(width, height, evened);
    }

    /** The highest value in a window. */
    Plane highest(int radiusAlong, int radiusDown) {
        var along = new Plane(width, height);
        for (var row = 0; row < height; row++) {
            highest(values, along.values, row * width, 1, width, radiusAlong);
        }
        var both = new Plane(width, height);
        for (var column = 0; column < width; column++) {
            highest(along.values, both.values, column, width, height, radiusDown);
        }
        return both;
    }

    private static void highest(float[] from, float[] to, int start, int step, int count, int radius) {
        for (var index = 0; index < count; index++) {
            var highest = Float.NEGATIVE_INFINITY;
            for (var near = Math.max(0, index - radius); near <= Math.min(count - 1, index + radius); near++) {
                highest = Math.max(highest, from[start + near * step]);
            }
            to[start + index * step] = highest;
        }
    }

    private static void means(float[] from, float[] to, int start, int step, int count, int radius) {
        var sum = 0.0;
        for (var index = 0; index < Math.min(radius, count); index++) {
            sum += from[start + index * step];
        }
        for (var index = 0; index < count; index++) {
            if (index + radius < count) {
                sum += from[start + (index + radius) * step];
            }
            if (index - radius > 0) {
                sum -= from[start + (index - radius - 1) * step];
            }
            var first = Math.max(0, index - radius);
            var last = Math.min(count - 1, index + radius);
            to[start + index * step] = (float) (sum / (last - first + 1));
        }
    }
}
