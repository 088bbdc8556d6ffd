package nl.bovenstrooms.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Tells what is going on, a line every few seconds, beside the figures. Thread-safe. */
final class Progress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long told = begin;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A new part of the work. */
    synchronized void say(String text) {
        told = System.nanoTime();
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (told - begin) / 1e9, text);
    }

    /** Far from every call makes a line. */
    synchronized void during(String phase, int done, int of) {
        if (System.nanoTime() - told >= PAUSE_NANOS) {
            say("%s: %d of %d scans".formatted(phase, Math.max(0, done), of));
        }
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
