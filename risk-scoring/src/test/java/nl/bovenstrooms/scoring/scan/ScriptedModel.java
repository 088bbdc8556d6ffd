package nl.bovenstrooms.scoring.scan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ImageModelFailed;
import org.jspecify.annotations.Nullable;

/** A model that says what the test wants, and depends on nothing but the pixels' sum and the region otherwise. */
class ScriptedModel implements ImageModel {

    /** The next so many looks fail; negative: all of them. */
    final AtomicInteger failing = new AtomicInteger();

    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger mostAtATime = new AtomicInteger();
    private final AtomicInteger looking = new AtomicInteger();
    volatile long pause;
    volatile double probability = 0.9;
    volatile float[] embedding = new float[64];
    volatile ImageFindings.@Nullable Obstacle obstacle;
    volatile @Nullable RuntimeException broken;

    void reset() {
        failing.set(0);
        looks.set(0);
        mostAtATime.set(0);
        pause = 0;
        probability = 0.9;
        embedding = new float[64];
        obstacle = null;
        broken = null;
    }

    @Override
    public ImageFindings look(Raster principal, @Nullable Raster low, Region container) {
        looks.incrementAndGet();
        mostAtATime.accumulateAndGet(looking.incrementAndGet(), Math::max);
        try {
            Thread.sleep(pause);
            return answer(principal, container);
        } catch (InterruptedException e) {
            throw new ImageModelFailed("interrupted", e);
        } finally {
            looking.decrementAndGet();
        }
    }

    private ImageFindings answer(Raster principal, Region container) {
        if (broken != null) {
            throw broken;
        }
        if (failing.get() < 0 || failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new ImageModelFailed("scripted to fail");
        }
        if (obstacle != null) {
            return new ImageFindings.NotReadable(obstacle);
        }
        var map = new short[20 * 10];
        map[7] = (short) principal.at(container.x(), container.y());
        return new ImageFindings.Seen(
                probability,
                List.of(new Finding(
                        new Region(container.x() + 1, container.y() + 1, 10, 10), 0.81234, HidingPlace.DOORS)),
                "BOXES",
                0.95,
                0.02,
                Map.of("BOXES", 0.95, "EMPTY", 0.02),
                20_000.0,
                0.01,
                1.0,
                0.8,
                embedding.clone(),
                new Raster(20, 10, 8, map));
    }

    @Override
    public String version() {
        return "scripted-1";
    }

    @Override
    public String digest() {
        return "ab".repeat(32);
    }

    @Override
    public void close() {}
}
