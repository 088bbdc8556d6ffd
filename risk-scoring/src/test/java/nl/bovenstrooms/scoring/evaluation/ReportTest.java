package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.scoring.evaluation.Section.Confusion;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Report REPORT = new Report(
            "test-1",
            "abc",
            "./bovenstrooms evaluate",
            List.of(new Section(
                    "New scanners",
                    "What was <measured>.",
                    List.of(
                            Figure.share("recall", "found", 19, 20).withGoal(Goal.atLeast(0.9)),
                            Figure.plain("error", "wrong by", 0.25, 20).withGoal(Goal.atMost(0.1)),
                            Figure.plain("plain", "told for its own sake", Double.NaN, 0)),
                    List.of(
                            new Table("By place", List.of("", "found"), List.of(List.of("FLOOR", "3 of 4"))),
                            new Confusion("Kinds", List.of("A", "B"), new int[][] {{3, 1}, {0, 4}}),
                            Plots.receiverOperatingCharacteristic(
                                    "Curve",
                                    "Says.",
                                    Map.of("all", new Plots.Line(new double[] {0.01, 1}, new double[] {0.5, 1})))))));

    @TempDir
    private Path folder;

    @Test
    void thePageNeedsNothingBesideIt() throws Exception {
        REPORT.writeTo(folder);
        var page = Files.readString(folder.resolve(Report.PAGE));
        assertThat(page)
                .contains(
                        "What was &lt;measured&gt;.",
                        "data:image/png;base64,",
                        "prefers-color-scheme: dark",
                        "1 of 2 are met")
                .doesNotContain("<measured>", "http://", "https://", "<script");
    }

    @Test
    void programsReadEveryFigure() throws Exception {
        REPORT.writeTo(folder);
        var figures = new ObjectMapper()
                .readTree(folder.resolve(Report.FIGURES).toFile())
                .get("figures");
        assertThat(figures.get("recall").get("value").asDouble()).isEqualTo(0.95);
        assertThat(figures.get("recall").get("met").asBoolean()).isTrue();
        assertThat(figures.get("error").get("met").asBoolean()).isFalse();
        assertThat(figures.get("plain").get("value").isNull()).isTrue();
        assertThat(figures.get("plain").has("met")).isFalse();
    }

    @Test
    void theConsoleTellsFiguresTablesAndGoals() {
        var out = new ByteArrayOutputStream();
        REPORT.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("found", "0.95 of 20", "FLOOR", "3 of 4", "GOALS: 1 of 2 met", "at most 0.10: not met");
    }

    @Test
    void aModelCardIsWrittenBetweenItsMarksOnly() {
        var card = new CardReport(REPORT).into("""
                        By hand.
                        <!-- goals -->
                        old
                        <!-- end -->
                        What was tried.
                        <!-- table: New scanners: By place -->
                        <!-- end -->
                        """);
        assertThat(card)
                .startsWith("By hand.\n<!-- goals -->\n| figure")
                .contains("| New scanners: found | 0.95 |")
                .doesNotContain("old");
        assertThat(card).contains("<!-- end -->\nWhat was tried.\n", "| FLOOR | 3 of 4 |");
    }

    @Test
    void aMarkThatAsksForWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new CardReport(REPORT).into("<!-- figures: Nothing -->\n<!-- end -->\n"))
                .hasMessageContaining("no section 'Nothing'");
    }
}
