package nl.bovenstrooms.scoring.evaluation;

import java.util.Locale;

/** What a figure should be. */
record Goal(double bound, Direction direction) {

    enum Direction {
        AT_LEAST,
        AT_MOST
    }

    static Goal atLeast(double bound) {
        return new Goal(bound, Direction.AT_LEAST);
    }

    static Goal atMost(double bound) {
        return new Goal(bound, Direction.AT_MOST);
    }

    boolean isMetBy(double value) {
        return direction == Direction.AT_LEAST ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %s", direction == Direction.AT_LEAST ? "at least" : "at most", Figure.number(bound));
    }
}
