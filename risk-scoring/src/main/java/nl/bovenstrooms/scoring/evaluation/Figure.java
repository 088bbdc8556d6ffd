package nl.bovenstrooms.scoring.evaluation;

import java.util.Locale;
import nl.bovenstrooms.scoring.score.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One number that says how well the model does.
 *
 * @param name for programs, such as {@code unseenJpegRecallAt1}
 * @param says what it is, for people
 * @param value NaN where no picture could tell
 * @param interval where the value lies with 95 % certainty; null where that is not told
 * @param of how many pictures tell it
 * @param goal what it should be; null where it is told for its own sake
 */
record Figure(
        String name,
        String says,
        double value,
        @Nullable Interval interval,
        long of,
        @Nullable Goal goal) {

    static Figure share(String name, String says, long hits, long of) {
        return new Figure(name, says, of == 0 ? Double.NaN : hits / (double) of, Interval.ofShare(hits, of), of, null);
    }

    static Figure plain(String name, String says, double value, long of) {
        return new Figure(name, says, value, null, of, null);
    }

    Figure withGoal(Goal wanted) {
        return new Figure(name, says, value, interval, of, wanted);
    }

    /** Said where it does not stand in its section. */
    Figure in(String section) {
        return new Figure(name, section + ": " + says, value, interval, of, goal);
    }

    boolean isMet() {
        return goal != null && goal.isMetBy(value);
    }

    /** Whether the goal is met, in words; empty without one. */
    String verdict() {
        if (goal == null) {
            return "";
        }
        if (Double.isNaN(value)) {
            return "not measured";
        }
        return isMet() ? "met" : "not met";
    }

    String valueText() {
        return number(value);
    }

    String intervalText() {
        return interval == null ? "" : number(interval.low()) + " to " + number(interval.high());
    }

    /** Three decimals where they say something. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        var text = String.format(Locale.ROOT, "%.3f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
