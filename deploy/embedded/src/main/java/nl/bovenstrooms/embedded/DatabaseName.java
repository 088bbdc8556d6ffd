package nl.bovenstrooms.embedded;

import java.util.Arrays;
import java.util.Locale;

/** The databases, one for each service that has one. */
public enum DatabaseName {
    INGEST,
    QUEUE,
    SCORING;

    /** As in the connection address. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that owns the database and migrates it. */
    public String owner() {
        return text() + "_owner";
    }

    /** The role of the running service; owns nothing. */
    public String application() {
        return text();
    }

    public String ownerSecret() {
        return "database." + owner();
    }

    public String applicationSecret() {
        return "database." + application();
    }

    /** @throws IllegalArgumentException if there is no such database */
    public static DatabaseName of(String text) {
        return Arrays.stream(values())
                .filter(name -> name.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no database \"" + text + "\", but "
                        + Arrays.stream(values()).map(DatabaseName::text).toList()));
    }
}
