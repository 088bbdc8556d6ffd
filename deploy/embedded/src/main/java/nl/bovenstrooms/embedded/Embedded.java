package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Broker, database and sign-in of one folder, each in a JVM of its own. What they know stays in the folder: a second start
 * finds everything again. Only one at a time may use a folder.
 *
 * <pre>{@code
 * try (var embedded = Embedded.start(folder, Ports.free())) {
 *     var settings = embedded.settings(DatabaseName.INGEST);
 * }
 * }</pre>
 */
public final class Embedded implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LEAST_FREE_BYTES = 300_000_000;
    private static final String ISSUER_NAME = "bovenstrooms";

    private final Path folder;
    private final Ports ports;
    private final Secrets secrets;
    private final ChildProcess broker;
    private final ChildProcess database;
    private final ChildProcess signIn;

    private Embedded(Path folder, Ports ports, Installation installation) {
        this.folder = folder.toAbsolutePath();
        this.ports = ports;
        this.secrets = Secrets.in(this.folder.resolve("secrets.properties"));
        this.broker = broker(installation);
        this.database = database(installation);
        this.signIn = signIn(installation);
    }

    /**
     * Starts all three and waits until they are ready.
     *
     * @throws CannotStart if a port is in use, the disk is full, or a server dies; nothing is left running then
     */
    public static Embedded start(Path folder, Ports ports) {
        var embedded = prepare(folder, ports);
        try {
            embedded.requireRoom();
            embedded.processes().forEach(ChildProcess::start);
            embedded.processes().forEach(process -> process.awaitReady(PATIENCE));
            return embedded;
        } catch (RuntimeException failed) {
            embedded.close();
            throw failed;
        }
    }

    /** Everything but the start, for who wants to start, watch and restart the processes one by one. */
    public static Embedded prepare(Path folder, Ports ports) {
        return new Embedded(folder, ports, Installation.find());
    }

    /**
     * Looks whether the start can succeed at all.
     *
     * @throws CannotStart if a port is in use or the disk is full
     */
    public void requireRoom() {
        // An earlier PostgreSQL of this folder may hold the port; the database process ends it first.
        Postmaster.stop(folder.resolve("database/data"));
        Ports.requireFree("the broker", ports.broker());
        Ports.requireFree("the broker's controller", ports.brokerController());
        Ports.requireFree("the database", ports.database());
        Ports.requireFree("sign-in", ports.signIn());
        requireDisk(folder);
    }

    /** @throws CannotStart if less than 300 MB are left on the disk of this folder */
    public static void requireDisk(Path folder) {
        try {
            Files.createDirectories(folder);
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw CannotStart.diskFull(folder, free);
            }
        } catch (IOException failed) {
            throw new CannotStart("The folder %s can't be used: %s".formatted(folder, failed.getMessage()), failed);
        }
    }

    public ChildProcess broker() {
        return broker;
    }

    public ChildProcess database() {
        return database;
    }

    public ChildProcess signIn() {
        return signIn;
    }

    /** All three, in the order in which they may be started. */
    public List<ChildProcess> processes() {
        return List.of(database, broker, signIn);
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Kafka's bootstrap servers. */
    public String brokerAddress() {
        return "localhost:" + ports.broker();
    }

    public String jdbcUrl(DatabaseName name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(ports.database(), name.text());
    }

    /** The OpenID Connect issuer; its tokens say the same, letter by letter. */
    public URI issuer() {
        return URI.create("http://localhost:%d/%s".formatted(ports.signIn(), ISSUER_NAME));
    }

    /** Where the folder's signing key is, for tests that need tokens nobody would give them. */
    public Path signingKey() {
        return folder.resolve("sign-in/signing-key.pkcs8");
    }

    /** The settings of a service without a database. */
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("kafka.bootstrap.servers", brokerAddress());
        settings.put("quarkus.oidc.auth-server-url", issuer().toString());
        return settings;
    }

    /** The settings of the service that owns this database. */
    public Map<String, String> settings(DatabaseName name) {
        var settings = settings();
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl(name));
        settings.put("quarkus.datasource.username", name.application());
        settings.put("quarkus.datasource.password", secrets.get(name.applicationSecret()));
        settings.put("quarkus.flyway.username", name.owner());
        settings.put("quarkus.flyway.password", secrets.get(name.ownerSecret()));
        settings.put("quarkus.flyway.placeholders.application_role", name.application());
        if (name == DatabaseName.QUEUE) {
            settings.put("quarkus.oidc.credentials.secret", secrets.get("sign-in.client"));
            settings.put("quarkus.oidc.authentication.state-secret", secrets.get("sign-in.state"));
            settings.put("quarkus.oidc.token-state-manager.encryption-secret", secrets.get("sign-in.session"));
        }
        return settings;
    }

    /** Stops all three, and PostgreSQL with them, whatever state they are in. */
    @Override
    public void close() {
        Stream.of(signIn, broker, database).parallel().forEach(ChildProcess::close);
        Postmaster.stop(folder.resolve("database/data"));
    }

    private ChildProcess broker(Installation installation) {
        var ready = ready("broker");
        return server(
                "the broker",
                "broker",
                installation,
                List.of("-Xmx224m", "-Xms64m"),
                "nl.bovenstrooms.embedded.broker.Broker",
                List.of(
                        folder.resolve("broker").toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.brokerController()),
                        ready.toString()),
                Readiness.ofFile(ready));
    }

    private ChildProcess database(Installation installation) {
        var ready = ready("database");
        for (var name : DatabaseName.values()) {
            secrets.get(name.ownerSecret());
            secrets.get(name.applicationSecret());
        }
        secrets.get("database.postgres");
        return server(
                "the database",
                "database",
                installation,
                List.of("-Xmx224m"),
                "nl.bovenstrooms.embedded.database.Database",
                List.of(
                        folder.resolve("database").toString(),
                        Integer.toString(ports.database()),
                        folder.resolve("secrets.properties").toString(),
                        installation.postgres().toString(),
                        ready.toString()),
                Readiness.ofFile(ready));
    }

    private ChildProcess signIn(Installation installation) {
        return server(
                "sign-in",
                "sign-in",
                installation,
                List.of("-Xmx96m"),
                "nl.bovenstrooms.embedded.signin.SignIn",
                List.of(folder.resolve("sign-in").toString(), Integer.toString(ports.signIn()), ISSUER_NAME),
                Readiness.ofHttp(URI.create(issuer() + "/.well-known/openid-configuration")));
    }

    private ChildProcess server(
            String name,
            String shortName,
            Installation installation,
            List<String> memory,
            String main,
            List<String> arguments,
            Readiness readiness) {
        var options = Stream.concat(
                        memory.stream(),
                        Stream.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"))
                .toList();
        return new ChildProcess(new ChildProcess.Plan(
                name,
                JavaCommand.of(
                        options, List.of(installation.classes(), installation.library(shortName)), main, arguments),
                Map.of(),
                folder.resolve(shortName),
                folder.resolve("logs").resolve(shortName + ".log"),
                readiness));
    }

    private Path ready(String server) {
        return folder.resolve(server + ".ready");
    }
}
