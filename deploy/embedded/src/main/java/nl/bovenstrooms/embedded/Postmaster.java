package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL's main process of one data folder, found by the file it keeps there. PostgreSQL detaches from who started it, so
 * it is still there when the JVM around it was killed.
 */
public final class Postmaster {
    private Postmaster() {}

    /** The running server of this data folder. */
    public static Optional<ProcessHandle> of(Path data) {
        try {
            var pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            process.info().command().orElse("postgres").contains("postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException absent) {
            return Optional.empty();
        }
    }

    /** Stops the server of this data folder, if there is one: first kindly (connections are closed), then by force. */
    public static void stop(Path data) {
        of(data).ifPresent(server -> {
            if (!signalled(server, "INT", 20) && !signalled(server, "QUIT", 10)) {
                server.destroyForcibly();
            }
        });
    }

    private static boolean signalled(ProcessHandle server, String signal, int seconds) {
        try {
            // ProcessHandle knows TERM and KILL only; to PostgreSQL, TERM means "wait until all clients have left".
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | ExecutionException | TimeoutException notThisWay) {
            return false;
        }
    }
}
