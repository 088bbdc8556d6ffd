package nl.bovenstrooms.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to run the suite. Immutable; {@code with...} answers a changed copy.
 *
 * <pre>{@code
 * var options = SuiteOptions.in(folder)
 *         .withPorts(SuitePorts.free())
 *         .withRestarts(false)
 *         .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.lease", "PT5S");
 * }</pre>
 *
 * @param home the repository, where the services were built
 * @param data where everything is kept
 * @param members which processes run; a service needs all three servers
 * @param restarts whether a process that dies is started again, with growing pauses
 * @param settings more Quarkus settings of a service; they win over the usual ones
 * @param javaOptions more JVM options of a service; they win over the usual ones
 * @param patience how long a process may take until it is ready
 */
public record SuiteOptions(
        Path home,
        Path data,
        SuitePorts ports,
        Set<Member> members,
        boolean restarts,
        Map<Member, Map<String, String>> settings,
        Map<Member, List<String>> javaOptions,
        Duration patience) {

    public SuiteOptions {
        members = Collections.unmodifiableSet(EnumSet.copyOf(members));
    }

    /** System property that names {@link #home}. Without it, it is looked for from the working folder upwards. */
    public static final String HOME_PROPERTY = "bovenstrooms.home";

    /** The usual ports, with restarts, of the repository around the working folder. */
    public static SuiteOptions in(Path data) {
        return new SuiteOptions(
                repository(),
                data.toAbsolutePath().normalize(),
                SuitePorts.usual(0),
                EnumSet.allOf(Member.class),
                true,
                Map.of(),
                Map.of(),
                Duration.ofMinutes(3));
    }

    public SuiteOptions withPorts(SuitePorts changed) {
        return new SuiteOptions(home, data, changed, members, restarts, settings, javaOptions, patience);
    }

    /** With these processes only. */
    public SuiteOptions withMembers(Set<Member> changed) {
        return new SuiteOptions(home, data, ports, changed, restarts, settings, javaOptions, patience);
    }

    public SuiteOptions withRestarts(boolean changed) {
        return new SuiteOptions(home, data, ports, members, changed, settings, javaOptions, patience);
    }

    public SuiteOptions withPatience(Duration changed) {
        return new SuiteOptions(home, data, ports, members, restarts, settings, javaOptions, changed);
    }

    /** With one Quarkus setting more for this service. */
    public SuiteOptions withSetting(Member service, String key, String value) {
        var all = new EnumMap<Member, Map<String, String>>(Member.class);
        all.putAll(settings);
        var changed = new LinkedHashMap<>(all.getOrDefault(service, Map.of()));
        changed.put(key, value);
        all.put(service, changed);
        return new SuiteOptions(home, data, ports, members, restarts, all, javaOptions, patience);
    }

    /** With one JVM option more for this service, such as -Xmx2g. */
    public SuiteOptions withJavaOption(Member service, String option) {
        var all = new EnumMap<Member, List<String>>(Member.class);
        all.putAll(javaOptions);
        var changed = new ArrayList<>(all.getOrDefault(service, List.of()));
        changed.add(option);
        all.put(service, changed);
        return new SuiteOptions(home, data, ports, members, restarts, settings, all, patience);
    }

    /** The built program of this service. */
    Path program(Member service) {
        return module(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The service's module. */
    public Path module(Member service) {
        return home.resolve(service.text());
    }

    /** Where the image store is. */
    public Path images() {
        return data.resolve("images");
    }

    /** The repository: where the services were built. */
    public static Path repository() {
        var named = System.getProperty(HOME_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        var here = Path.of("").toAbsolutePath();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy/local")) && Files.isDirectory(folder.resolve("scan-ingest"))) {
                return folder;
            }
        }
        return here;
    }
}
