package nl.bovenstrooms.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put the servers: deploy/embedded/target/embedded. */
public final class Installation {
    /** System property that names the folder. Without it, it is looked for from the working folder upwards. */
    public static final String PROPERTY = "bovenstrooms.embedded";

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    /** @throws CannotStart if it was not built */
    public static Installation find() {
        var named = System.getProperty(PROPERTY);
        if (named != null) {
            return at(Path.of(named));
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("deploy/embedded/target/embedded");
            if (Files.isDirectory(candidate)) {
                return at(candidate);
            }
        }
        throw new CannotStart("The embedded servers are not built. Run: mvn -pl deploy/embedded -DskipTests install");
    }

    /** @throws CannotStart if there is nothing at this place */
    public static Installation at(Path folder) {
        if (!Files.isDirectory(folder.resolve("lib/broker"))) {
            throw new CannotStart(
                    "The embedded servers are not in " + folder + ". Run: mvn -pl deploy/embedded -DskipTests install");
        }
        return new Installation(folder.toAbsolutePath());
    }

    Path classes() {
        return folder.resolve("classes");
    }

    Path library(String server) {
        return folder.resolve("lib").resolve(server).resolve("*");
    }

    /** PostgreSQL's binaries are unpacked here, once for all. */
    Path postgres() {
        return folder.resolve("postgres");
    }

    /** A class path entry with nothing but {@link Supervised}. */
    public Path supervised() {
        return folder.resolve("supervised");
    }
}
