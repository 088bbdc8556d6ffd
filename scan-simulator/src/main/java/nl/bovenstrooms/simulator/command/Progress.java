package nl.bovenstrooms.simulator.command;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** A line that says how far it is, drawn again in place on a terminal and left out elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final long total;
    private final boolean terminal;
    private int shown = -1;

    Progress(PrintWriter out, long total) {
        this(out, total, Ansi.AUTO.enabled());
    }

    Progress(PrintWriter out, long total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    void done(long count) {
        var percent = (int) (count * 100 / Math.max(1, total));
        if (!terminal || percent == shown) {
            return;
        }
        shown = percent;
        var filled = percent * WIDTH / 100;
        out.printf("\r[%s%s] %3d %%  %d of %d", "#".repeat(filled), ".".repeat(WIDTH - filled), percent, count, total);
        if (count >= total) {
            out.println();
        }
        out.flush();
    }
}
