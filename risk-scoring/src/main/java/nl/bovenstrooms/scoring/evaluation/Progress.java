package nl.bovenstrooms.scoring.evaluation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells on a console how far it is, a line every few seconds, and how long the part at hand still takes. */
public final class Progress {

    private static final double SECONDS_PER_LINE = 5;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final long begin;
    private String what = "";
    private long since;
    private long told;

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    public Progress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        begin = nanos.getAsLong();
        since = begin;
        told = begin;
    }

    /** @param done of the part at hand, a new one when its name is new */
    void during(String part, int done, int of) {
        var now = nanos.getAsLong();
        if (!part.equals(what)) {
            what = part;
            since = now;
            told = now;
        }
        if (done < of && (now - told) / 1e9 < SECONDS_PER_LINE) {
            return;
        }
        told = now;
        var left = (now - since) / 1e9 * (of - done) / Math.max(1, done);
        out.printf(
                Locale.ROOT,
                "%5.0f s  %s: %d of %d%s%n",
                (now - begin) / 1e9,
                part,
                done,
                of,
                done < of ? String.format(Locale.ROOT, ", %.0f s left", left) : "");
    }
}
