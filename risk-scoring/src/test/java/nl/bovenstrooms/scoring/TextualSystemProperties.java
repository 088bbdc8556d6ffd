package nl.bovenstrooms.scoring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts aside the system properties that are not text while the service runs: the test servers leave a map among them, and the
 * transaction manager, which copies all properties as text when it starts, stumbles over it.
 */
public final class TextualSystemProperties implements QuarkusTestResourceLifecycleManager {

    private final Map<Object, Object> aside = new HashMap<>();

    /** After the servers, which use the map to find themselves again. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Map<String, String> start() {
        System.getProperties().forEach((name, value) -> {
            if (!(value instanceof String)) {
                aside.put(name, value);
            }
        });
        aside.keySet().forEach(System.getProperties()::remove);
        return Map.of();
    }

    @Override
    public void stop() {
        System.getProperties().putAll(aside);
        aside.clear();
    }
}
