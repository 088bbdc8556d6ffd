package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a started process can do its work. Asked again and again, so it must answer quickly. */
@FunctionalInterface
public interface Readiness {
    /** @param pid the process that is asked about, so that an answer of an earlier one does not count */
    boolean isReady(long pid);

    /** Ready when a GET is answered with 200. */
    static Readiness ofHttp(URI address) {
        return pid -> {
            try {
                var connection = (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(5_000);
                try {
                    return connection.getResponseCode() == 200;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Ready when the process itself has written its process id to this file, see {@link #declare}. */
    static Readiness ofFile(Path file) {
        return pid -> {
            try {
                return Files.readString(file).equals(Long.toString(pid));
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** The other side of {@link #ofFile}: called by a process that has proven to itself that it works. */
    static void declare(Path file) throws IOException {
        Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    }
}
