package nl.bovenstrooms.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a supervised JVM of the same Java as this one. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * @param options JVM options, such as -Xmx
     * @param classPath entries; a folder's jars by {@code folder/*}
     */
    public static List<String> of(
            List<String> options, List<Path> classPath, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Supervised.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
