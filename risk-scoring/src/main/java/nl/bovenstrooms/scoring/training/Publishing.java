package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.WorkingView;

/** Turns trained weights into a model that the service loads: calibrated, measured, described. */
final class Publishing {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Calibration NONE = Calibration.line(1, 0);

    private final Path folder;
    private final int run;
    private final int threads;
    private final PrintStream out;

    Publishing(Path folder, int run, int threads, PrintStream out) {
        this.folder = folder;
        this.run = run;
        this.threads = threads;
        this.out = out;
    }

    /**
     * @param calibration containers to calibrate with
     * @param evaluation other containers to measure with
     */
    void publish(String version, SyntheticCrops crops, int calibration, int evaluation) throws IOException {
        var weights = Files.readAllBytes(folder.resolve(TrainCommand.WEIGHTS));
        var bare = card(version, weights, kind -> NONE, NONE, 0, Map.of());
        out.printf("Calibrating with %d containers%n", calibration);
        var seen = measure(new ModelFiles(bare, weights), crops, Purpose.CALIBRATION, calibration);
        var spotLogit = seen.spotLogit();
        var calibrated = card(version, weights, seen::threats, seen.spots(spotLogit), spotLogit, Map.of());
        out.printf("Measuring with %d others%n", evaluation);
        var held = measure(new ModelFiles(calibrated, weights), crops, Purpose.EVALUATION, evaluation);
        held.print(out);
        var described = card(version, weights, calibrated::threat, calibrated.spot(), spotLogit, held.figures());
        JSON.writeValue(folder.resolve(ModelFiles.CARD).toFile(), described);
        out.println("The model is in " + folder.toAbsolutePath());
    }

    private Measurement measure(ModelFiles files, SyntheticCrops crops, Purpose purpose, int count) {
        return Measurement.take(files, count, threads, number -> crops.crop(purpose.seed(run, number)));
    }

    private static ModelCard card(
            String version,
            byte[] weights,
            Function<PictureKind, Calibration> threat,
            Calibration spot,
            double spotLogit,
            Map<String, Double> figures) {
        return new ModelCard(
                ModelCard.FORMAT,
                version,
                TrainCommand.WEIGHTS,
                ModelFiles.sha256(weights),
                Recipe.WIDTH,
                Recipe.HEIGHT,
                MapHead.CELL,
                ModelCard.INPUTS,
                WorkingView.NORMALISATION,
                ModelCard.OUTPUTS,
                SyntheticCrops.loadKinds(),
                Arrays.stream(PictureKind.values())
                        .collect(Collectors.toMap(
                                kind -> kind, threat, (one, other) -> one, () -> new EnumMap<>(PictureKind.class))),
                spot,
                spotLogit,
                figures);
    }

    /** Copies the four files of a model to where the service is built from. */
    void install(Path resources) throws IOException {
        Files.createDirectories(resources);
        for (var name : List.of(TrainCommand.WEIGHTS, TrainCommand.PARAMETERS, ModelFiles.CARD, TrainCommand.LOG)) {
            Files.copy(folder.resolve(name), resources.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        out.println("Installed in " + resources.toAbsolutePath());
    }
}
