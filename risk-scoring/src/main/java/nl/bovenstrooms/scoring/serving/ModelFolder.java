package nl.bovenstrooms.scoring.serving;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import org.jboss.logging.Logger;

/**
 * Notices that another model was put into a folder. Files that are still being copied are left alone until they have stood
 * still from one check to the next.
 */
final class ModelFolder {

    private static final Logger LOG = Logger.getLogger(ModelFolder.class);

    private final Path folder;
    private final Consumer<Path> taking;
    private final Counter refused;
    private List<String> before = List.of();
    private List<String> tried = List.of();

    /** @param taking what happens to a new content; throws, and has changed nothing then, when it can't be used */
    ModelFolder(Path folder, Consumer<Path> taking, Counter refused) {
        this.folder = folder;
        this.taking = taking;
        this.refused = refused;
    }

    /** To be called every few seconds. What was refused is tried again when a file has changed. */
    void check() {
        var now = content();
        var standsStill = now.equals(before);
        before = now;
        if (!standsStill || now.equals(tried)) {
            return;
        }
        tried = now;
        try {
            taking.accept(folder);
        } catch (ModelUnusable e) {
            refused.increment();
            LOG.errorf("The model that looks goes on looking. %s", e.getMessage());
        } catch (RuntimeException e) {
            refused.increment();
            LOG.errorf(e, "The model that looks goes on looking. The one in %s could not be loaded.", folder);
        }
    }

    /** Name, size and time of each file. Links are followed, since a link is how a folder is changed in one step. */
    private List<String> content() {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(ModelFolder::describe)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String describe(Path file) {
        try {
            return "%s %d %s".formatted(file.toRealPath(), Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return file + " is going away";
        }
    }
}
