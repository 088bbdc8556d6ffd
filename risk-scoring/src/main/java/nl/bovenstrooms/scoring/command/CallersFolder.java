package nl.bovenstrooms.scoring.command;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Paths that somebody types are meant from where they stand, not from the module in which Maven runs a command. */
final class CallersFolder implements ITypeConverter<Path> {

    private static final Path FOLDER = Path.of(System.getProperty("bovenstrooms.folder", ""));

    @Override
    public Path convert(String path) {
        return FOLDER.resolve(path);
    }
}
