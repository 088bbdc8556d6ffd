package nl.bovenstrooms.scoring.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.scoring.image.Engine;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import org.jboss.logging.Logger;

/**
 * Changes models while the service runs: whoever puts another one into the folder has it loaded, warmed and put into service.
 * A folder reaches all instances, and those that start later, where a call would reach one of those that run now.
 */
public final class WatchingModelFolders implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WatchingModelFolders.class);

    private final Engine engine;
    private final Counter refused;
    private final List<ModelFolder> folders = new ArrayList<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "model-folders");
        thread.setDaemon(true);
        return thread;
    });

    public WatchingModelFolders(Engine engine, MeterRegistry registry) {
        this.engine = engine;
        refused = Counter.builder("bovenstrooms.scoring.model.refused")
                .description("models in a watched folder that could not be used; an alarm belongs on it")
                .register(registry);
    }

    /** From now on, another model in the folder takes the place of the one in service. */
    public void serve(Path folder, ServedModel served, int workers) {
        folders.add(new ModelFolder(folder, path -> inService(ModelFiles.in(path, engine), served, workers), refused));
    }

    /** From now on, a model in the folder looks beside the one in service. Taking it away ends that. */
    public void shadow(Path folder, Shadow shadow) {
        folders.add(new ModelFolder(folder, path -> beside(path, shadow), refused));
    }

    private static void inService(ModelFiles files, ServedModel served, int workers) {
        var version = files.card().version();
        if (!version.equals(served.version())) {
            served.replaceBy(PooledImageModel.start(files, workers));
            LOG.infof("Image model %s (%s) is in service", version, files.digest());
        } else if (!files.digest().equals(served.digest())) {
            throw new ModelUnusable(
                    "The new model calls itself %s, as the one in service does, and is another. Give it a version of its own in %s."
                            .formatted(version, ModelFiles.CARD));
        }
    }

    private void beside(Path folder, Shadow shadow) {
        if (!Files.exists(folder.resolve(ModelFiles.CARD))) {
            shadow.replaceBy(null);
            return;
        }
        var files = ModelFiles.in(folder, engine);
        shadow.replaceBy(PooledImageModel.start(files, 1));
        LOG.infof("Shadow model %s (%s) looks beside", files.card().version(), files.digest());
    }

    /** @param every how long files must have stood still before they are read */
    @SuppressWarnings("FutureReturnValueIgnored") // it never completes, and a check tells by itself what went wrong
    public void start(Duration every) {
        clockwork.scheduleWithFixedDelay(this::check, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void check() {
        folders.forEach(ModelFolder::check);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
