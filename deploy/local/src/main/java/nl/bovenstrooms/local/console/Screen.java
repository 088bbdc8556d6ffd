package nl.bovenstrooms.local.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.SuiteListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows what happens. On a terminal the processes are a block of lines that changes in place, and after the start the last line is
 * alive; elsewhere (a log file) every piece of news is a line. Thread-safe.
 */
final class Screen implements SuiteListener {
    private static final String[] SPINNER = {"\u280b", "\u2819", "\u2838", "\u2834", "\u2826", "\u2807"};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final long PLAIN_LIVE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final int columns;
    private final List<Member> members;
    private final Clock clock;
    private final Map<Member, Long> since = new EnumMap<>(Member.class);
    private final Map<Member, Duration> took = new EnumMap<>(Member.class);
    private final CountDownLatch ending = new CountDownLatch(1);
    private boolean drawn;
    private int turn;
    private boolean up;
    private String live = "";
    private long liveShown = System.nanoTime() - PLAIN_LIVE_NANOS;
    private boolean stopping;
    private boolean failed;
    private @Nullable CannotStart end;

    /** @param columns of the terminal; a longer living line is cut */
    Screen(PrintStream out, boolean terminal, int columns, List<Member> members, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public synchronized void starting(Member member) {
        since.put(member, System.nanoTime());
        if (!terminal) {
            out.println(member.text() + " is starting");
        }
        tick();
    }

    @Override
    public synchronized void ready(Member member, Duration duration) {
        if (up) {
            say("%s is back after %s".formatted(member.text(), seconds(duration)));
            return;
        }
        took.put(member, duration);
        if (!terminal) {
            out.println("%s is ready after %s".formatted(member.text(), seconds(duration)));
        }
        tick();
    }

    @Override
    public synchronized void startFailed(CannotStart why) {
        failed = true;
        say("! " + why.getMessage());
    }

    @Override
    public synchronized void died(Member member, CannotStart why) {
        say("! " + why.getMessage());
    }

    @Override
    public synchronized void restarting(Member member, Duration pause, int attempt) {
        say("%s is started again in %s (start %d in a row)".formatted(member.text(), seconds(pause), attempt));
    }

    @Override
    public synchronized void gaveUp(Member member, CannotStart why) {
        end = new CannotStart("%s dies again and again, so everything is stopped. The last time:%n%s"
                .formatted(member.text(), why.getMessage()));
        ending.countDown();
    }

    @Override
    public synchronized void diskAlmostFull(long freeBytes) {
        say("! The disk is almost full: %d MB left. Free some space, or scans will be refused."
                .formatted(freeBytes / 1_000_000));
    }

    @Override
    public synchronized void stopping() {
        stopping = true;
        live = "";
        // After the ^C that a terminal shows.
        out.println((terminal && !failed ? "\n" : "") + "Stopping, services first ...");
        ending.countDown();
    }

    /**
     * Waits a while.
     *
     * @return whether to go on
     * @throws CannotStart if a process died too often
     */
    boolean pause(Duration duration) throws InterruptedException {
        var unused = ending.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        synchronized (this) {
            if (end != null) {
                throw end;
            }
            return !stopping;
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Whether the reason of a failed start was told already. */
    synchronized boolean hasToldFailure() {
        return failed;
    }

    /** Draws the block of the start once more; called a few times a second. */
    synchronized void tick() {
        if (!terminal || up || stopping) {
            return;
        }
        if (drawn) {
            out.print("\u001b[" + members.size() + "A");
        }
        drawn = true;
        turn++;
        for (var member : members) {
            out.println(CLEAR_LINE + line(member));
        }
        out.flush();
    }

    /** From here on the last line is alive. */
    synchronized void startIsOver() {
        tick();
        up = true;
    }

    /** A line that stays, above the living one. */
    synchronized void say(String text) {
        if (terminal && up) {
            out.print(CLEAR_LINE);
        }
        out.println(text);
        if (terminal && up && !live.isEmpty()) {
            out.print(live);
        }
        // The block of the start is drawn anew below what was said.
        drawn = false;
        out.flush();
    }

    /** Changes the living line, which begins with the time. */
    synchronized void live(String text) {
        if (stopping) {
            return;
        }
        var line = LocalTime.now(clock).format(TIME) + "  " + text;
        if (terminal) {
            live = line.length() < columns ? line : line.substring(0, columns - 2) + "\u2026";
            out.print(CLEAR_LINE + live);
            out.flush();
            return;
        }
        var now = System.nanoTime();
        if (!text.equals(live) && now - liveShown >= PLAIN_LIVE_NANOS) {
            live = text;
            liveShown = now;
            out.println(line);
        }
    }

    private String line(Member member) {
        var name = "  %-14s ".formatted(member.text());
        var done = took.get(member);
        if (done != null) {
            return name + "\u2713 ready after " + seconds(done);
        }
        var begun = since.get(member);
        if (begun == null) {
            return name + "\u00b7";
        }
        return name + SPINNER[turn % SPINNER.length] + " " + seconds(Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
