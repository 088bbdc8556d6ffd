package nl.bovenstrooms.embedded.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.Postmaster;
import nl.bovenstrooms.embedded.Readiness;
import nl.bovenstrooms.embedded.Secrets;

/**
 * PostgreSQL with a database for each service, durable, its data kept. Arguments: folder, port, secrets file, folder to unpack
 * the binaries into, ready file.
 */
public final class Database {
    private static final int POSTGRES_GONE = 4;

    private Database() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        var port = Integer.parseInt(arguments[1]);
        var secrets = Secrets.in(Path.of(arguments[2]));
        var binaries = Path.of(arguments[3]).toAbsolutePath();
        var data = folder.resolve("data");
        var complete = folder.resolve("complete");

        Postmaster.stop(data);
        if (!Files.exists(complete)) {
            // The first start was cut short: nothing of worth can be in there yet.
            remove(data);
        }
        Files.createDirectories(binaries);
        var server = start(data, port, secrets, binaries);
        var stopping = new boolean[1];
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping[0] = true;
                            close(server);
                            Postmaster.stop(data);
                        },
                        "database-shutdown"));
        var postmaster = Postmaster.of(data).orElseThrow(() -> new IllegalStateException("PostgreSQL is gone already"));

        try (var connection = server.getPostgresDatabase().getConnection()) {
            prepare(connection, secrets);
            requirePasswords(connection, data);
        }
        for (var name : DatabaseName.values()) {
            try (var connection = server.getDatabase("postgres", name.text()).getConnection()) {
                prepareSchema(connection, name);
            }
        }
        Files.writeString(complete, "The databases were made.\n");
        Readiness.declare(Path.of(arguments[4]));

        postmaster.onExit().join();
        if (!stopping[0]) {
            System.err.println("PostgreSQL (process " + postmaster.pid() + ") is gone; ending, to be started again.");
            Runtime.getRuntime().halt(POSTGRES_GONE);
        }
    }

    private static EmbeddedPostgres start(Path data, int port, Secrets secrets, Path binaries) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(90))
                .setConnectConfig("password", secrets.get("database.postgres"))
                // The library switches durability off unless told otherwise.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "localhost")
                .setErrorRedirector(ProcessBuilder.Redirect.INHERIT)
                .setOutputRedirector(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void prepare(Connection connection, Secrets secrets) throws SQLException {
        execute(connection, "alter role postgres password '" + secrets.get("database.postgres") + "'");
        for (var name : DatabaseName.values()) {
            role(connection, name.owner(), secrets.get(name.ownerSecret()));
            role(connection, name.application(), secrets.get(name.applicationSecret()));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name.text())) {
                execute(connection, "create database %s owner %s".formatted(name.text(), name.owner()));
            }
            execute(connection, "revoke all on database %s from public".formatted(name.text()));
            execute(connection, "grant connect on database %s to %s".formatted(name.text(), name.application()));
        }
    }

    private static void role(Connection connection, String role, String password) throws SQLException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
        execute(connection, "%s role %s login password '%s'".formatted(verb, role, password));
    }

    private static void prepareSchema(Connection connection, DatabaseName name) throws SQLException {
        execute(connection, "revoke all on schema public from public");
        execute(connection, "grant usage on schema public to " + name.application());
    }

    /** initdb leaves the door open to every local user; from here on a password is needed, also by us. */
    private static void requirePasswords(Connection connection, Path data) throws IOException, SQLException {
        Files.writeString(data.resolve("pg_hba.conf"), """
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """);
        execute(connection, "select pg_reload_conf()");
    }

    private static boolean exists(Connection connection, String query, String value) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failed) {
            System.err.println("PostgreSQL did not stop in good order: " + failed.getMessage());
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
