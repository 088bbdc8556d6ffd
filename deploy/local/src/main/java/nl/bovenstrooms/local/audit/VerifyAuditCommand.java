package nl.bovenstrooms.local.audit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.Secrets;
import nl.bovenstrooms.local.DataFolder;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Verifies the audit chain of the local data with the queue's own command. Where nothing runs, only the database is started for it.
 */
@Command(
        name = "verify-audit",
        description = "Verifies the audit chain of the local data, whether the suite runs or not.",
        footer = {"", "Exit code 0: intact, 1: broken, 2: it could not be verified."})
public final class VerifyAuditCommand implements Callable<Integer> {
    private static final String MAIN = "nl.bovenstrooms.queue.audit.VerifyAuditCommand";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = SuiteOptions.in(data);
        if (!Files.isDirectory(options.data().resolve("database"))) {
            throw new CannotStart("There is no data of Bovenstrooms in " + options.data());
        }
        var running = DataFolder.running(options.data());
        if (running.isPresent()) {
            return verify(options, running.get().queueDatabase());
        }
        System.out.println("Nothing runs in %s; its database is started for this.".formatted(options.data()));
        try (var suite = Suite.start(options.withPorts(SuitePorts.free()).withMembers(EnumSet.of(Member.DATABASE)))) {
            return verify(options, suite.embedded().jdbcUrl(DatabaseName.QUEUE));
        }
    }

    private static int verify(SuiteOptions options, String database) throws IOException, InterruptedException {
        var program = options.module(Member.ANALYST_QUEUE).resolve("target/quarkus-app");
        var folder = options.data().resolve(Member.ANALYST_QUEUE.text());
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        program.resolve("app/*") + File.pathSeparator + program.resolve("lib/main/*"),
                        MAIN))
                .inheritIO();
        var environment = command.environment();
        environment.put("BOVENSTROOMS_AUDIT_URL", database);
        environment.put("BOVENSTROOMS_AUDIT_USER", DatabaseName.QUEUE.application());
        environment.put(
                "BOVENSTROOMS_AUDIT_PASSWORD",
                Secrets.in(options.data().resolve("secrets.properties")).get(DatabaseName.QUEUE.applicationSecret()));
        var publicKey = folder.resolve("keys/audit-public-key");
        if (Files.exists(publicKey)) {
            environment.put(
                    "BOVENSTROOMS_AUDIT_CHECKPOINTS", options.images().toUri().toString());
            environment.put("BOVENSTROOMS_AUDIT_PUBLIC_KEY", publicKey.toString());
        }
        return command.start().waitFor();
    }
}
