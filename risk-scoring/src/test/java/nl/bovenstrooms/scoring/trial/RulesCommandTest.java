package nl.bovenstrooms.scoring.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private String shipped = "";

    @BeforeEach
    void read() throws IOException {
        try (var resource = RulesCommandTest.class.getResourceAsStream("/rules/rule-book.yaml")) {
            shipped = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void checksTheShippedBook() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("all examples hold", "DECLARED_AGAINST_SEEN", "LOT_AND_VOYAGE");
    }

    @Test
    void refusesABookWithLineAndReason() throws IOException {
        var book =
                book(shipped.replace("condition: container.checkDigit == \"WRONG\"", "condition: container.seals > 1"));

        assertThat(run("check", book)).isEqualTo(2);
        assertThat(err.toString()).matches("(?s)line \\d+, check-digit-wrong: .*has to match\\R");
    }

    @Test
    void inProductionTheShippedBookLacksASignature() {
        assertThat(run("check", "--two-persons")).isEqualTo(2);
        assertThat(err.toString()).contains("two people");
    }

    @Test
    void inProductionWeightsTakeTwoPersonsToo() throws IOException {
        Files.writeString(
                folder.resolve("rule-book.yaml"), shipped.replace("approver: Bovenstrooms", "approver: Another"));
        assertThat(run("check", "--two-persons", folder.toString())).isZero();

        Files.writeString(folder.resolve("combination.yaml"), """
            version: 3.0.0
            signed: {author: "One", approver: "One"}
            base: -6
            image: 1
            weights: {full-without-seal: 2}
            """);

        assertThat(run("check", folder.toString())).isZero();
        assertThat(out.toString()).contains("/3.0.0+");
        assertThat(run("check", "--two-persons", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("combination.yaml: 'One' wrote and approved it");
    }

    @Test
    void testsOnStories() {
        assertThat(run("test", "--count", "3", "--seed", "4")).isZero();
        assertThat(out.toString())
                .contains("synthetic", "full-without-seal", "with contraband")
                .doesNotContain("could not be judged");
    }

    @Test
    void testsOnManifests() throws IOException {
        Files.writeString(folder.resolve("one.json"), """
            {"equipment": [{"number": "MSCU1234565", "sizeType": "22G1", "fullEmpty": "FULL", "seals": []}]}\
            """);

        assertThat(run("test", "--manifests", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("1 containers, 0 of them")
                .containsPattern("full-without-seal +0\\.8 +1 +0");
    }

    @Test
    void tellsWhatAnotherBookWouldChange() throws IOException {
        Files.writeString(folder.resolve("one.json"), """
            {"equipment": [{"number": "MSCU1234565", "sizeType": "22G1", "fullEmpty": "FULL", "seals": []}]}\
            """);
        var book = book(shipped.replace("points: 0.8", "points: 4.0"));

        assertThat(run(
                        "dry-run",
                        book,
                        "--manifests",
                        folder.resolve("one.json").toString(),
                        "--threshold",
                        "0.05"))
                .isZero();
        assertThat(out.toString()).contains("1 containers: 0 cases (0.0 %) become 1 (100.0 %).", "gained one.json-0");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(run("check", folder.resolve("absent.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("absent.yaml", "can't be read");
    }

    private String book(String text) throws IOException {
        return Files.writeString(folder.resolve("rule-book.yaml"), text).toString();
    }

    private int run(String... arguments) {
        return RulesCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
