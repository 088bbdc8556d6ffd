package nl.bovenstrooms.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import nl.bovenstrooms.embedded.CannotStart;

/**
 * How far the stream of one data folder is, so that a later start goes on with the next scan.
 *
 * @param seed of the stream
 * @param begin when the stream began; its scans are dated from here
 * @param next number of the next scan
 */
record DemoProgress(long seed, Instant begin, int next) {
    private static final String FILE = "simulated-scans.properties";

    static Optional<DemoProgress> in(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new DemoProgress(
                    Long.parseLong(properties.getProperty("seed", "")),
                    Instant.parse(properties.getProperty("begin", "")),
                    Integer.parseInt(properties.getProperty("next", ""))));
        } catch (IOException | NumberFormatException | DateTimeParseException damaged) {
            throw new CannotStart(
                    "%s is damaged. Remove it; a new stream of simulated scans begins then.".formatted(file), damaged);
        }
    }

    DemoProgress advanced() {
        return new DemoProgress(seed, begin, next + 1);
    }

    void keep(Path folder) throws IOException {
        var properties = new Properties();
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("begin", begin.toString());
        properties.setProperty("next", Integer.toString(next));
        var writing = folder.resolve(FILE + ".writing");
        try (var writer = Files.newBufferedWriter(writing)) {
            properties.store(writer, "How far the stream of simulated scans is.");
        }
        Files.move(writing, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
