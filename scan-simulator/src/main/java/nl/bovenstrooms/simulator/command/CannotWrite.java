package nl.bovenstrooms.simulator.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Files can't be written where the user wants them. */
final class CannotWrite extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotWrite(Path place, IOException cause) {
        super("can't write to %s: %s".formatted(place, reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file of that name, and a folder is needed";
        }
        return String.valueOf(cause.getMessage());
    }
}
