package nl.bovenstrooms.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Something did not start or stay up; the message is for the person at the keyboard and says what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotStart portInUse(String name, int port) {
        return new CannotStart(
                "Port %d, needed by %s, is in use by another program. Stop that program, or choose other ports."
                        .formatted(port, name));
    }

    static CannotStart diskFull(Path folder, long free) {
        return new CannotStart("The disk of %s is full: %d MB left. Free some space and start again."
                .formatted(folder, free / 1_000_000));
    }

    static CannotStart died(String name, int exit, Path log, List<String> lastLines) {
        var full = lastLines.stream().anyMatch(line -> line.contains("No space left on device"));
        return new CannotStart("%s stopped by itself (exit %d)%s.%n  %s%nAll of it: %s"
                .formatted(name, exit, full ? ": the disk is full" : "", String.join("\n  ", lastLines), log));
    }

    static CannotStart tooSlow(String name, Duration waited, Path log, List<String> lastLines) {
        return new CannotStart("%s was not ready within %d s.%n  %s%nAll of it: %s"
                .formatted(name, waited.toSeconds(), String.join("\n  ", lastLines), log));
    }
}
