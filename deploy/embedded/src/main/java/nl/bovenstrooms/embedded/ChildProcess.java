package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that this JVM started and is responsible for. It can be started, killed and started again; its output goes to a
 * log file. A process whose main class runs under {@link Supervised} also ends when this JVM dies.
 *
 * <p>Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {
    private static final long LARGEST_LOG_BYTES = 20_000_000;
    private static final int LINES_TOLD = 15;

    /**
     * What to run.
     *
     * @param name for messages, such as "the broker"
     * @param command program and arguments
     * @param environment added to the environment of this JVM
     * @param folder working folder
     * @param log where standard output and error go; appended to
     */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            Readiness readiness) {
        public Plan {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private final Plan plan;
    private final List<IntConsumer> deathListeners = new CopyOnWriteArrayList<>();
    private @Nullable Process process;
    private boolean stopping;
    private long logStart;

    public ChildProcess(Plan plan) {
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }

    public String name() {
        return plan.name();
    }

    /**
     * Starts the process; does not wait until it is ready.
     *
     * @throws IllegalStateException if it is running already
     * @throws CannotStart if the program can't be run or its log can't be written
     */
    public synchronized ChildProcess start() {
        if (isAlive()) {
            throw new IllegalStateException(name() + " is running already");
        }
        try {
            Files.createDirectories(plan.folder());
            Files.createDirectories(plan.log().toAbsolutePath().getParent());
            makeRoomInLog();
            var builder = new ProcessBuilder(plan.command())
                    .directory(plan.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            builder.environment().putAll(plan.environment());
            stopping = false;
            var started = builder.start();
            process = started;
            var unused = started.onExit().thenAccept(this::died);
            return this;
        } catch (IOException failed) {
            throw new CannotStart("%s can't be started: %s".formatted(name(), failed.getMessage()), failed);
        }
    }

    /**
     * Waits until the process is ready.
     *
     * @throws CannotStart if it dies first, or isn't ready in time; the message has the end of its log
     */
    public ChildProcess awaitReady(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var current = current();
            if (!current.isAlive()) {
                throw CannotStart.died(name(), current.exitValue(), plan.log(), lastLines(LINES_TOLD));
            }
            if (plan.readiness().isReady(current.pid())) {
                return this;
            }
            if (System.nanoTime() > deadline) {
                throw CannotStart.tooSlow(name(), patience, plan.log(), lastLines(LINES_TOLD));
            }
            pause();
        }
    }

    /** Whether it is running and ready at this moment. */
    public boolean isReady() {
        var current = currentOrNull();
        return current != null && current.isAlive() && plan.readiness().isReady(current.pid());
    }

    public boolean isAlive() {
        var current = currentOrNull();
        return current != null && current.isAlive();
    }

    /** Process id of the latest start. */
    public long pid() {
        return current().pid();
    }

    /** As {@code kill -9}: no goodbye. Returns when the process is gone. Counts as a death, so listeners hear of it. */
    public void kill() {
        var current = currentOrNull();
        if (current == null) {
            return;
        }
        current.destroyForcibly();
        awaitExit(current, Duration.ofSeconds(30));
    }

    /** Ends the process in good order, and by force when it takes longer than {@code grace}. Does nothing when it isn't running. */
    public void stop(Duration grace) {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        if (current == null || !current.isAlive()) {
            return;
        }
        var children = current.descendants().toList();
        closeInput(current);
        if (!awaitExit(current, grace.dividedBy(2))) {
            current.destroy();
            if (!awaitExit(current, grace.dividedBy(2))) {
                current.destroyForcibly();
                awaitExit(current, Duration.ofSeconds(10));
            }
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops with a grace of 20 seconds. */
    @Override
    public void close() {
        stop(Duration.ofSeconds(20));
    }

    /** Is told the exit code whenever the process ends without having been stopped by {@link #stop}. */
    public void onDeath(IntConsumer listener) {
        deathListeners.add(listener);
    }

    /** What a person should read when the process died with this exit code. */
    public CannotStart death(int exit) {
        return CannotStart.died(name(), exit, plan.log(), lastLines(LINES_TOLD));
    }

    /** The last lines that the latest start wrote to its log. */
    public List<String> lastLines(int count) {
        try (var file = Files.newByteChannel(plan.log())) {
            var from = Math.max(logStart, file.size() - 64_000);
            var bytes = new byte[(int) Math.max(0, file.size() - from)];
            file.position(from);
            var length = 0;
            for (int read; length < bytes.length; length += read) {
                read = file.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
                if (read < 0) {
                    break;
                }
            }
            var lines =
                    new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of("(its log can't be read: " + unreadable.getMessage() + ")");
        }
    }

    private void died(Process ended) {
        synchronized (this) {
            if (stopping || ended != process) {
                return;
            }
        }
        deathListeners.forEach(listener -> listener.accept(ended.exitValue()));
    }

    private void makeRoomInLog() throws IOException {
        var log = plan.log();
        var size = Files.exists(log) ? Files.size(log) : 0;
        if (size > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        logStart = size;
    }

    private synchronized @Nullable Process currentOrNull() {
        return process;
    }

    private Process current() {
        var current = currentOrNull();
        if (current == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return current;
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It is on its way out already.
        }
    }

    private static boolean awaitExit(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting", interrupted);
        }
    }
}
