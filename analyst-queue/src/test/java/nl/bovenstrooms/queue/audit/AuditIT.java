package nl.bovenstrooms.queue.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import org.junit.jupiter.api.Test;

/** What was seen and done is there, in order, and no change of it stays hidden. */
@QuarkusTest
class AuditIT extends QueueFixture {

    private final Analyst anna = Analyst.of(DemoUser.ANNA);
    private final Analyst otto = Analyst.of(DemoUser.OTTO);

    @Inject
    SigningCheckpoint signingCheckpoint;

    @Test
    void allThatAReaderDoesIsThereInOrder() {
        var start = end();
        taken(scored());
        var claim = anna.claim();
        anna.openImage(claim);
        anna.with(claim, "reveal", "");
        anna.decide(claim, "ESCALATE", "Dense shape behind the doors.");

        var entries = otto.get("/api/v1/audit?after=" + start).json();

        var case_ = "case/" + claim.caseId();
        assertThat(entries.at("/entries"))
                .filteredOn(entry -> entry.at("/subject").asText().equals(case_))
                .extracting(entry ->
                        entry.at("/actor").asText() + " " + entry.at("/action").asText())
                .containsExactly("anna CASE_CLAIMED", "anna IMAGE_OPENED", "anna MARKS_REVEALED", "anna CASE_DECIDED");
        assertThat(entries.at("/entries"))
                .filteredOn(entry -> entry.at("/action").asText().equals("CASE_DECIDED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.at("/payload/decision").asText()).isEqualTo("ESCALATE");
                    assertThat(entry.at("/payload/marksRevealed").asBoolean()).isTrue();
                    assertThat(entry.at("/hash").asText()).hasSize(64);
                });
        assertThat(entries.toString()).doesNotContain(claim.token());
        assertThat(otto.get("/api/v1/audit?limit=1&after=" + entries.at("/next").asLong())
                        .json()
                        .at("/entries/0/action")
                        .asText())
                .isEqualTo("AUDIT_READ");
    }

    @Test
    void theSettingsThatDecideWhoIsReadAreThereOnce() {
        assertThat(Kept.count(
                        "select count(*) from audit_entry where action = 'SETTINGS_CHANGED' and payload like ?",
                        "%\"threshold\":0.01%"))
                .isEqualTo(1);
    }

    @Test
    void theChainHoldsWhileManyWriteAtOnce() throws Exception {
        for (var i = 0; i < 10; i++) {
            taken(scored());
        }
        var readers = new ArrayList<Thread>();
        for (var i = 0; i < 10; i++) {
            var reader = Analyst.named("writer" + i, "ANALYST");
            readers.add(new Thread(() -> reader.openImage(reader.claim())));
        }
        readers.forEach(Thread::start);
        for (var reader : readers) {
            reader.join();
        }

        var verification = otto.get("/api/v1/audit/verification").json();

        assertThat(verification.at("/intact").asBoolean()).isTrue();
        assertThat(verification.at("/brokenAt").isNull()).isTrue();
        assertThat(verification.at("/entries").asLong()).isGreaterThanOrEqualTo(30);
        assertThat(verification.at("/head").asText()).hasSize(64);
    }

    @Test
    void theServiceMayNeitherChangeNorRemove() {
        for (var statement : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "truncate audit_entry, audit_checkpoint",
                "update audit_checkpoint set seq = 1",
                "delete from audit_checkpoint",
                "alter table audit_entry disable trigger all",
                "drop table audit_checkpoint")) {
            assertThatThrownBy(() -> Kept.execute(false, statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void aChangeByTheOwnerOfTheDatabaseIsFound() throws Exception {
        taken(scored());
        anna.claim();
        var seq = Kept.count("select max(seq) from audit_entry where action = 'CASE_CLAIMED'");
        change("update audit_entry set actor = 'bram' where seq = ?", seq);
        try {
            var verification = otto.get("/api/v1/audit/verification").json();
            assertThat(verification.at("/intact").asBoolean()).isFalse();
            assertThat(verification.at("/brokenAt").asLong()).isEqualTo(seq);

            var told = new ByteArrayOutputStream();
            assertThat(command(told)).isEqualTo(1);
            assertThat(told.toString(StandardCharsets.UTF_8))
                    .contains("BROKEN at entry " + seq + ": its hash is not that of its content");
        } finally {
            change("update audit_entry set actor = 'anna' where seq = ?", seq);
        }
        var told = new ByteArrayOutputStream();
        assertThat(command(told)).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("INTACT", "head: ");
    }

    @Test
    void aCheckpointShowsAnEndThatWasCutOffAndAHistoryThatWasWrittenAnew() throws Exception {
        signed();
        var checkpoints = List.of(checkpoint(Kept.count("select max(number) from audit_checkpoint")));
        var last = checkpoints.get(0).seq();
        try (var owner = Kept.connection(true)) {
            owner.setAutoCommit(false);
            assertThat(AuditChain.verify(owner, checkpoints).intact()).isTrue();

            delete(owner, "audit_checkpoint", last);
            delete(owner, "audit_entry", last);
            assertThat(AuditChain.verify(owner, List.of()).intact()).isTrue();
            var cutOff = AuditChain.verify(owner, checkpoints);
            assertThat(cutOff.brokenAt()).isEqualTo(last);
            assertThat(cutOff.why()).contains("end before checkpoint");

            insert(
                    owner,
                    AuditEntry.following(
                            last - 1, cutOff.head(), clock.instant(), "nobody", "NOTHING_HAPPENED", "case/1", "{}"));
            assertThat(AuditChain.verify(owner, List.of()).intact()).isTrue();
            var anew = AuditChain.verify(owner, checkpoints);
            assertThat(anew.brokenAt()).isEqualTo(last);
            assertThat(anew.why()).contains("another history");
            owner.rollback();
        }
    }

    @Test
    void aCheckpointThatWasChangedIsFound() throws Exception {
        signed();
        var number = Kept.count("select max(number) from audit_checkpoint");
        var genuine = checkpoint(number);
        var told = new ByteArrayOutputStream();
        String[] withCheckpoints = {"--checkpoints", Kept.setting("bovenstrooms.image-store.uri"), "--public-key", key()
        };
        assertThat(command(told, withCheckpoints)).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("checkpoints: " + number);

        put(new Checkpoint(number, genuine.seq(), "f".repeat(64), genuine.signedAt(), genuine.signature()));
        try {
            assertThat(otto.get("/api/v1/audit/verification").json().at("/why").asText())
                    .contains("not signed by this key");
            assertThat(command(told, withCheckpoints)).isEqualTo(1);
        } finally {
            put(genuine);
        }
        assertThat(otto.get("/api/v1/audit/verification").json().at("/intact").asBoolean())
                .isTrue();
    }

    @Test
    void theCommandSaysWhatItLacks() {
        var problems = new ByteArrayOutputStream();
        var print = new PrintStream(problems, true, StandardCharsets.UTF_8);

        assertThat(VerifyAuditCommand.run(List.of("--user", "queue"), Map.of(), print, print))
                .isEqualTo(2);
        assertThat(VerifyAuditCommand.run(List.of("--shrug"), Map.of(), print, print))
                .isEqualTo(2);

        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("--url is missing", "no option --shrug");
    }

    private void signed() {
        taken(scored());
        clock.advance(Duration.ofMinutes(11));
        signingCheckpoint.signWhenDue();
    }

    private static void delete(Connection owner, String table, long from) throws SQLException {
        try (var delete = owner.prepareStatement("delete from " + table + " where seq >= ?")) {
            delete.setLong(1, from);
            assertThat(delete.executeUpdate()).isPositive();
        }
    }

    private static void insert(Connection owner, AuditEntry entry) throws SQLException {
        try (var insert = owner.prepareStatement("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.seq());
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.actor());
            insert.setString(4, entry.action());
            insert.setString(5, entry.subject());
            insert.setString(6, entry.payload());
            insert.setBytes(7, HexFormat.of().parseHex(entry.previousHash()));
            insert.setBytes(8, HexFormat.of().parseHex(entry.hash()));
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private static long end() {
        return Kept.count("select coalesce(max(seq), 0) from audit_entry");
    }

    private static void change(String sql, long seq) throws SQLException {
        assertThat(Kept.execute(true, sql, seq)).isEqualTo(1);
    }

    private static int command(ByteArrayOutputStream told, String... more) {
        var arguments =
                new ArrayList<>(List.of("--url", Kept.setting("quarkus.datasource.jdbc.url"), "--user", "queue"));
        arguments.addAll(List.of(more));
        var environment = Map.of("BOVENSTROOMS_AUDIT_PASSWORD", Kept.setting("quarkus.datasource.password"));
        var print = new PrintStream(told, true, StandardCharsets.UTF_8);
        return VerifyAuditCommand.run(arguments, environment, print, System.err);
    }

    private static String key() {
        return Path.of(Kept.setting("bovenstrooms.queue.keys"), "audit-public-key")
                .toString();
    }

    private static Checkpoint checkpoint(long number) throws Exception {
        try (var store = ImageStore.at(URI.create(Kept.setting("bovenstrooms.image-store.uri")))) {
            return Checkpoint.of(store.get(Checkpoint.key(number)));
        }
    }

    private static void put(Checkpoint checkpoint) {
        try (var store = ImageStore.at(URI.create(Kept.setting("bovenstrooms.image-store.uri")))) {
            store.put(Checkpoint.key(checkpoint.number()), checkpoint.toBytes());
        }
    }
}
