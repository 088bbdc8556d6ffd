package nl.bovenstrooms.scoring.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What others build on, and that nobody changes it unseen. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class OpenApiIT {

    private static final Path COMMITTED =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "openapi", "risk-scoring.yaml");

    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        var served = served();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED).as("the committed document").exists();
        assertThat(served)
                .as("renew docs/openapi/risk-scoring.yaml, and look at the difference: "
                        + "mvn -pl risk-scoring verify -Dit.test=OpenApiIT -Dopenapi.renew=true")
                .isEqualTo(Files.readString(COMMITTED).replace("\r\n", "\n"));
    }

    @Test
    void theDocumentNamesNoAddressOfWhereItRuns() {
        var issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);

        assertThat(served())
                .contains(
                        "/api/v1/rules/dry-run",
                        "/api/v1/feedback",
                        "/api/v1/scans/{scanId}/containers/{container}/similar",
                        "/api/v1/scans/{scanId}/containers/{container}/comparison",
                        "bearer")
                .doesNotContain("localhost", "0.0.0.0", issuer);
    }

    private static String served() {
        var answer = Person.NOBODY.get("/openapi");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().replace("\r\n", "\n");
    }
}
