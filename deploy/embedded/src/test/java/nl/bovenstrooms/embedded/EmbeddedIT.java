package nl.bovenstrooms.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAfterARestartAndAfterAKill() throws Exception {
        String jwks;
        try (var embedded = Embedded.start(folder, Ports.free())) {
            produce(embedded, "first");
            assertThat(consume(embedded)).containsExactly("first");
            try (var owner = owner(embedded)) {
                execute(owner, "create table kept (word text)");
                execute(owner, "grant select, insert on kept to ingest");
            }
            try (var application = application(embedded)) {
                execute(application, "insert into kept values ('before')");
                assertThatThrownBy(() -> execute(application, "drop table kept"))
                        .isInstanceOf(SQLException.class);
            }
            jwks = get(embedded.issuer() + "/jwks");

            for (var process : embedded.processes()) {
                process.kill();
                assertThat(process.isAlive()).isFalse();
                process.start().awaitReady(Duration.ofSeconds(60));
            }
            assertThat(consume(embedded)).containsExactly("first");
            assertThat(words(embedded)).containsExactly("before");

            Postmaster.of(folder.resolve("database/data")).orElseThrow().destroyForcibly();
            ProcessHandle.of(embedded.database().pid()).ifPresent(jvm -> jvm.onExit()
                    .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                    .join());
            embedded.database().start().awaitReady(Duration.ofSeconds(60));
            assertThat(words(embedded)).containsExactly("before");
        }
        assertThat(Postmaster.of(folder.resolve("database/data"))).isEmpty();

        try (var embedded = Embedded.start(folder, Ports.free())) {
            assertThat(consume(embedded)).containsExactly("first");
            assertThat(words(embedded)).containsExactly("before");
            assertThat(get(embedded.issuer() + "/jwks")).isEqualTo(jwks);

            assertThatThrownBy(() ->
                            DriverManager.getConnection(embedded.jdbcUrl(DatabaseName.INGEST), "ingest", "a guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            embedded.jdbcUrl(DatabaseName.QUEUE),
                            "ingest",
                            embedded.secrets().get("database.ingest")))
                    .hasMessageContaining("permission denied");

            var tokens = Tokens.of(embedded);
            assertThat(claims(tokens.forClient("br-rfb")))
                    .contains("\"tenant\":\"BR-RFB\"", "\"aud\":\"scan-ingest\"", "\"scope\":\"scans outcomes\"")
                    .contains("\"iss\":\"" + embedded.issuer() + "\"");
            assertThatThrownBy(() -> tokens.forClient("nobody")).isInstanceOf(IllegalArgumentException.class);
            assertThat(get(embedded.issuer() + "/.well-known/openid-configuration"))
                    .contains("authorization_endpoint");
            assertThat(signInAsAnna(embedded))
                    .contains("\"sub\":\"anna\"", "\"roles\":[\"ANALYST\"]", "\"aud\":")
                    .contains("analyst-queue", "\"nonce\":\"n\"");
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var free = Ports.free();
            var ports = new Ports(free.broker(), free.brokerController(), other.getLocalPort(), free.signIn());

            assertThatThrownBy(() -> Embedded.start(folder, ports))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", needed by the database, is in use");
        }
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws Exception {
        var secret = Secrets.in(folder.resolve("secrets.properties")).get("a");

        assertThat(Secrets.in(folder.resolve("secrets.properties")).get("a"))
                .isEqualTo(secret)
                .hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
                .hasSize(2);
    }

    @Test
    void aChildThatDiesTellsItsLastWords() {
        var child = new ChildProcess(new ChildProcess.Plan(
                "the parrot",
                List.of("sh", "-c", "echo beautiful plumage; echo no more >&2; exit 7"),
                Map.of(),
                folder,
                folder.resolve("parrot.log"),
                pid -> false));

        assertThatThrownBy(() -> child.start().awaitReady(Duration.ofSeconds(10)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("the parrot stopped by itself (exit 7)")
                .hasMessageContaining("no more");
    }

    /** What a browser does: the page, the form, the redirect, and then what the service does with the code. */
    private static String signInAsAnna(Embedded embedded) throws Exception {
        var client = HttpClient.newHttpClient();
        var authorize =
                URI.create(embedded.issuer() + "/authorize?response_type=code&client_id=analyst-queue&scope=openid"
                        + "&state=s&nonce=n&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Flogin");
        var page = client.send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains("Stand-in sign-in", "Namaak-aanmelding", "data-user=\"otto\"");
        var form = "username=anna&claims="
                + "%7B%22name%22%3A%22Anna%22%2C%22roles%22%3A%5B%22ANALYST%22%5D%2C%22aud%22%3A%5B%22analyst-queue%22%5D%7D";
        var posted = client.send(
                HttpRequest.newBuilder(authorize)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var location = posted.headers().firstValue("Location").orElseThrow();
        var code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var tokens = client.send(
                HttpRequest.newBuilder(URI.create(embedded.issuer() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("analyst-queue:any".getBytes()))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=" + code
                                + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Flogin"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return claims(tokens.body().replaceAll("(?s).*\"id_token\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
    }

    private static void produce(Embedded embedded, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", embedded.brokerAddress()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", value)).get();
        }
    }

    private static List<String> consume(Embedded embedded) {
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        embedded.brokerAddress(),
                        "group.id",
                        "reader-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            for (var i = 0; i < 60 && found.isEmpty(); i++) {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> found.add(message.value()));
            }
        }
        return found;
    }

    private static List<String> words(Embedded embedded) throws SQLException {
        var words = new ArrayList<String>();
        try (var connection = application(embedded);
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static Connection owner(Embedded embedded) throws SQLException {
        var settings = embedded.settings(DatabaseName.INGEST);
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }

    private static Connection application(Embedded embedded) throws SQLException {
        var settings = embedded.settings(DatabaseName.INGEST);
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
