package nl.bovenstrooms.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bovenstrooms.embedded.TestServers;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passages that were kept under halves of their number are found by number, bill and seal after the migration. */
class MigratedKeysIT {

    /** Beside the tables that the service uses in other tests. */
    private static final String SCHEMA = "before_keys_without_one_character";

    private static final Map<String, String> SETTINGS = TestServers.settings("scoring");
    private static final UUID SCAN = UUID.randomUUID();

    private Connection connection;
    private Jdbi owner;

    @BeforeEach
    void migrateToTheVersionBefore() throws SQLException {
        connection = DriverManager.getConnection(
                SETTINGS.get("quarkus.datasource.jdbc.url"),
                SETTINGS.get("quarkus.flyway.username"),
                SETTINGS.get("quarkus.flyway.password"));
        owner = Jdbi.create(connection);
        migrateTo("23");
        connection.setSchema(SCHEMA);
        owner.useHandle(handle -> handle.createUpdate(
                        "insert into scan (scan_id, known, keep_until) values (:scanId, '{}', 'infinity')")
                .bind("scanId", SCAN)
                .execute());
    }

    @AfterEach
    void drop() throws SQLException {
        owner.useHandle(handle -> handle.execute("drop schema %s cascade".formatted(SCHEMA)));
        connection.close();
    }

    @Test
    void aNumberIsFoundWithoutAnyOfItsCharacters() {
        keep(0, """
                {"number": "MSCU1234566"}
                """, "head:MSCU123", "tail:4566", "bill:HOUSE B-1", "seal:S-1");

        migrateTo("24");

        assertThat(keys(0))
                .containsExactlyInAnyOrder(
                        "bill:HOUSE B-1",
                        "seal:S-1",
                        "number:_SCU1234566",
                        "number:M_CU1234566",
                        "number:MS_U1234566",
                        "number:MSC_1234566",
                        "number:MSCU_234566",
                        "number:MSCU1_34566",
                        "number:MSCU12_4566",
                        "number:MSCU123_566",
                        "number:MSCU1234_66",
                        "number:MSCU12345_6",
                        "number:MSCU123456_");
    }

    @Test
    void whatNobodyReadANumberOfKeepsItsOtherKeys() {
        keep(0, """
                {"number": null}
                """, "bill:MASTER B-2");
        keep(1, "{}");

        migrateTo("24");

        assertThat(keys(0)).containsExactly("bill:MASTER B-2");
        assertThat(keys(1)).isEmpty();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(
                        SETTINGS.get("quarkus.datasource.jdbc.url"),
                        SETTINGS.get("quarkus.flyway.username"),
                        SETTINGS.get("quarkus.flyway.password"))
                .schemas(SCHEMA)
                .locations("db/outbox", "db/migration")
                .placeholders(Map.of("application_role", SETTINGS.get("quarkus.flyway.placeholders.application_role")))
                .target(version)
                .load()
                .migrate();
    }

    private void keep(int index, String passage, String... keys) {
        owner.useHandle(handle -> handle.createUpdate("""
                    insert into passage (scan_id, container_index, keys, passed_at, size_type, headings, passage)
                    values (:scanId, :index, :keys, now(), '', '{}', cast(:passage as json))
                    """)
                .bind("scanId", SCAN)
                .bind("index", index)
                .bindArray("keys", String.class, (Object[]) keys)
                .bind("passage", passage)
                .execute());
    }

    private Set<String> keys(int index) {
        return owner.withHandle(
                handle -> handle.createQuery("select unnest(keys) from passage where container_index = :index")
                        .bind("index", index)
                        .mapTo(String.class)
                        .set());
    }
}
