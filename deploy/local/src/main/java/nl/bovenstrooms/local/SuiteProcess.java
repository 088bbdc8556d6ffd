package nl.bovenstrooms.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.bovenstrooms.embedded.ChildProcess;

/** The handle of one process of a running suite. Thread-safe. */
public final class SuiteProcess {
    private final Member member;
    private final ChildProcess child;
    private final int port;
    private final Duration patience;
    private final Supplier<Optional<ProcessHandle>> companion;

    SuiteProcess(
            Member member,
            ChildProcess child,
            int port,
            Duration patience,
            Supplier<Optional<ProcessHandle>> companion) {
        this.member = member;
        this.child = child;
        this.port = port;
        this.patience = patience;
        this.companion = companion;
    }

    public Member member() {
        return member;
    }

    /** Process id of the latest start: the JVM's. */
    public long pid() {
        return child.pid();
    }

    /** All processes that make up this member: the JVM and, for the database, PostgreSQL with its workers. */
    public List<ProcessHandle> family() {
        return Stream.concat(ProcessHandle.of(child.pid()).stream(), companion.get().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    /** Where it listens on localhost. */
    public int port() {
        return port;
    }

    /** Base address of a member that speaks HTTP. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Path log() {
        return child.plan().log();
    }

    public List<String> lastLines(int count) {
        return child.lastLines(count);
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** Whether it runs and says that it can do its work. */
    public boolean isReady() {
        return child.isReady();
    }

    /**
     * As {@code kill -9}, for the whole member: for the database, PostgreSQL too. Returns when it is gone. In a suite with
     * restarts it comes back by itself; in one without, {@link #restart} brings it back.
     */
    public void kill() {
        var family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        child.kill();
        family.forEach(process -> process.onExit().join());
    }

    /** Starts it again, in good order if it was still running. Does not wait until it is ready. */
    public synchronized SuiteProcess restart() {
        child.stop(Duration.ofSeconds(30));
        child.start();
        return this;
    }

    /**
     * Waits until it is ready.
     *
     * @throws nl.bovenstrooms.embedded.CannotStart if it dies or isn't ready in time
     */
    public SuiteProcess awaitReady() {
        child.awaitReady(patience);
        return this;
    }

    synchronized void startUnlessAlive() {
        if (!child.isAlive()) {
            child.start();
        }
    }

    ChildProcess child() {
        return child;
    }
}
