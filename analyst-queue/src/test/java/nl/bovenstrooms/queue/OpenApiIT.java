package nl.bovenstrooms.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the screen builds on, and that nobody changes it unseen. */
@QuarkusTest
class OpenApiIT {

    private static final Path COMMITTED =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "openapi", "analyst-queue.yaml");

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        var served = served();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED).as("the committed document").exists();
        assertThat(served)
                .as("renew docs/openapi/analyst-queue.yaml, and look at the difference: "
                        + "mvn -pl analyst-queue verify -Dit.test=OpenApiIT -Dopenapi.renew=true")
                .isEqualTo(Files.readString(COMMITTED).replace("\r\n", "\n"));
    }

    @Test
    void theDocumentNamesNoAddressOfWhereItRuns() {
        assertThat(served())
                .contains(
                        "/api/v1/claims",
                        "/api/v1/cases/{caseId}/decision",
                        "/api/v1/cases/{caseId}/inspection",
                        "Lease-Token",
                        "bearer")
                .doesNotContain("localhost", "0.0.0.0", Kept.setting("quarkus.oidc.auth-server-url"));
    }

    private static String served() {
        var answer = Analyst.nobody().get("/openapi");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().replace("\r\n", "\n");
    }
}
