package nl.bovenstrooms.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What customs systems are told about this service, and that nobody changes it unseen. */
@QuarkusTest
class OpenApiIT {

    private static final Path COMMITTED =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "openapi", "scan-ingest.yaml");

    private final CustomsClient anybody = new CustomsClient("");

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        var served = served();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED).as("the committed document").exists();
        assertThat(served)
                .as("renew docs/openapi/scan-ingest.yaml, and look at the difference: "
                        + "mvn -pl scan-ingest verify -Dit.test=OpenApiIT -Dopenapi.renew=true")
                .isEqualTo(Files.readString(COMMITTED).replace("\r\n", "\n"));
    }

    @Test
    void theDocumentNamesNoAddressOfWhereItRuns() {
        assertThat(served())
                .contains("/v1/scans/{scanId}", "/v1/outcomes", "multipart/form-data", "bearer")
                .doesNotContain("localhost", "0.0.0.0", Kept.setting("quarkus.oidc.auth-server-url"));
    }

    private String served() {
        var answer = anybody.get("/openapi");
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body().replace("\r\n", "\n");
    }
}
