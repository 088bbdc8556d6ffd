package nl.bovenstrooms.embedded.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import nl.bovenstrooms.embedded.TestServers;

/** Gives every Quarkus test broker, database and sign-in; found by itself where this module is on the class path. */
public final class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {
    /** System property: the database of the module under test; absent where it has none. */
    public static final String DATABASE_PROPERTY = "bovenstrooms.embedded.database";

    @Override
    public Map<String, String> start() {
        return TestServers.settings(System.getProperty(DATABASE_PROPERTY, ""));
    }

    /** Nothing: other tests of this JVM go on using them, and they end with the JVM. */
    @Override
    public void stop() {}
}
