package nl.bovenstrooms.scoring.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.scoring.evaluation.Publishing;
import nl.bovenstrooms.scoring.evaluation.Report;
import nl.bovenstrooms.scoring.image.Engine;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.training.Learning;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

    @TempDir
    Path folder;

    @Test
    void makesAModelThatTheServiceLoadsAndThatEvaluateMeasures() throws Exception {
        var out = folder.toString();

        assertThat(train(
                        "--out",
                        out,
                        "--detail-steps",
                        "2",
                        "--context-steps",
                        "1",
                        "--judged",
                        "100",
                        "--calibration",
                        "30",
                        "--evaluation",
                        "30"))
                .isZero();

        var files = ModelFiles.in(folder);
        assertThat(files.card().version()).isEqualTo("synthetic-1-1-2");
        assertThat(files.card().loadKinds()).isEqualTo(SyntheticCrops.loadKinds());
        assertThat(Files.readString(folder.resolve(Learning.LOG)))
                .contains("detail, step 2/2", "context, step 1/1", "judgement, step 600/600");
        assertThat(folder.resolve("detail-000002.params")).exists();
        // What is already learned is not learned again: the weights stay as they are.
        assertThat(train("--out", out, "--resume", "--calibration", "30", "--evaluation", "30"))
                .isZero();
        assertThat(ModelFiles.in(folder).digest()).isEqualTo(files.digest());
        var again = folder.resolve("again");
        assertThat(train(
                        "--calibrate",
                        out,
                        "--out",
                        again.toString(),
                        "--calibration",
                        "40",
                        "--evaluation",
                        "20",
                        "--version-name",
                        "again"))
                .isZero();
        assertThat(ModelFiles.in(again).digest()).isEqualTo(files.digest());
        assertThat(ModelFiles.in(again).card().version()).isEqualTo("again");
        assertThat(ModelFiles.in(again).card().threat())
                .isNotEqualTo(files.card().threat());
        var report = folder.resolve("report");
        assertThat(new CommandLine(new EvaluateCommand())
                        .execute("--model", out, "--count", "20", "--whole", "7", "--out", report.toString()))
                .isZero();
        assertThat(Files.readString(report.resolve(Report.PAGE)))
                .contains("synthetic-1-1-2", "Where it is hidden", "data:image/png;base64,")
                .doesNotContain("src=\"http", "href=\"http");
        assertThat(Files.readString(report.resolve(Report.FIGURES))).contains("unseenJpegRecallOfVisibleAt1");
    }

    @Test
    void saysThatThereIsNothingToStartFrom() {
        assertThat(train("--out", folder.toString(), "--from", "nowhere.params"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void saysThatThereIsNothingToCalibrate() {
        assertThat(train("--calibrate", folder.resolve("nowhere").toString(), "--out", folder.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void saysWhatIsMissingOfAModelToCalibrateAndWritesNothing() throws Exception {
        var served = Files.createDirectory(folder.resolve("served"));
        for (var engine : Engine.values()) {
            var files = ModelFiles.bundled(engine);
            Files.write(served.resolve(files.weightsName()), files.weights());
            new ObjectMapper().writeValue(served.resolve(ModelFiles.CARD).toFile(), files.card());
        }
        var out = folder.resolve("out");
        assertThat(train("--calibrate", served.toString(), "--out", out.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out).isEmptyDirectory();
        assertThatThrownBy(() -> new Publishing(out, 1, 1, System.out).take(served))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageContaining("In %s is no container-network.params and no training.log".formatted(served))
                .hasMessageContaining("train again");
    }

    @Test
    void saysThatThereIsNothingToResume() {
        assertThat(train("--out", folder.toString(), "--resume")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private static int train(String... arguments) {
        return new CommandLine(new TrainCommand()).execute(arguments);
    }
}
