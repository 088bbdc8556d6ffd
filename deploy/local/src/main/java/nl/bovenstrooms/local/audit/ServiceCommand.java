package nl.bovenstrooms.local.audit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.Secrets;
import nl.bovenstrooms.local.DataFolder;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;

/**
 * A service's own command that works on its database. Where nothing runs, only the database is started for it.
 *
 * @param service whose command it is
 * @param main its main class
 * @param prefix of the environment variables that it reads its database from
 */
record ServiceCommand(Member service, DatabaseName database, String main, String prefix) {

    /**
     * @param options of the suite whose data it is about
     * @param environment more for it to read
     * @return its exit code
     */
    int run(SuiteOptions options, Map<String, String> environment) throws IOException, InterruptedException {
        if (!Files.isDirectory(options.data().resolve("database"))) {
            throw new CannotStart("There is no data of Bovenstrooms in " + options.data());
        }
        var running = DataFolder.running(options.data());
        if (running.isPresent()) {
            return run(options, running.get().jdbcUrl(database), environment);
        }
        System.out.println("Nothing runs in %s; its database is started for this.".formatted(options.data()));
        try (var suite = Suite.start(options.withPorts(SuitePorts.free()).withMembers(EnumSet.of(Member.DATABASE)))) {
            return run(options, suite.embedded().jdbcUrl(database), environment);
        }
    }

    private int run(SuiteOptions options, String url, Map<String, String> more)
            throws IOException, InterruptedException {
        var program = options.module(service).resolve("target/quarkus-app");
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        // What is in "boot" the service finds by itself, a command does not: logging.
                        Stream.of("app/*", "lib/main/*", "lib/boot/*")
                                .map(jars -> program.resolve(jars).toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        main))
                .inheritIO();
        var environment = command.environment();
        environment.put(prefix + "_URL", url);
        environment.put(prefix + "_USER", database.application());
        environment.put(
                prefix + "_PASSWORD",
                Secrets.in(options.data().resolve("secrets.properties")).get(database.applicationSecret()));
        environment.putAll(more);
        return command.start().waitFor();
    }
}
