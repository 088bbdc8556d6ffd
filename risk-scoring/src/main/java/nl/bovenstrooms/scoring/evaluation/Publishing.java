package nl.bovenstrooms.scoring.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.image.Calibration;
import nl.bovenstrooms.scoring.image.Engine;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelCard.WeightsFile;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.ModelUnusable;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.WorkingView;
import nl.bovenstrooms.scoring.training.Crops;
import nl.bovenstrooms.scoring.training.Learning;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.Recipe;
import nl.bovenstrooms.scoring.training.SyntheticCrops;

/** Turns trained weights into a model that the service loads: calibrated, measured, described. */
public final class Publishing {

    private static final List<String> FILES =
            List.of(Learning.WEIGHTS, Learning.ONNX, Learning.PARAMETERS, ModelFiles.CARD, Learning.LOG);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Calibration NONE = Calibration.line(1, 0);

    private final Path folder;
    private final int run;
    private final int threads;
    private final PrintStream out;

    public Publishing(Path folder, int run, int threads, PrintStream out) {
        this.folder = folder;
        this.run = run;
        this.threads = threads;
        this.out = out;
    }

    /**
     * @param calibration containers to calibrate with
     * @param evaluation other containers to measure with
     */
    public void publish(String version, Crops crops, int calibration, int evaluation) throws IOException {
        var weights = Files.readAllBytes(folder.resolve(Learning.WEIGHTS));
        var bare = card(version, kind -> NONE, NONE, 0, Map.of());
        var seen = look(
                new ModelFiles(bare, Engine.PYTORCH, weights), "Calibrating", crops, Purpose.CALIBRATION, calibration);
        var spotLogit = seen.spotLogit();
        var calibrated = card(version, seen::threats, seen.spots(spotLogit), spotLogit, Map.of());
        var held = look(
                new ModelFiles(calibrated, Engine.PYTORCH, weights),
                "Measuring",
                crops,
                Purpose.EVALUATION,
                evaluation);
        var figures = figures(held);
        figures.forEach(figure -> out.println(TextReport.line(figure)));
        var byName = new LinkedHashMap<String, Double>();
        figures.forEach(figure -> byName.put(figure.name(), Math.round(figure.value() * 1e4) / 1e4));
        var described = card(version, calibrated::threat, calibrated.spot(), spotLogit, byName);
        JSON.writeValue(folder.resolve(ModelFiles.CARD).toFile(), described);
        out.println("The model is in " + folder.toAbsolutePath());
    }

    private Looks look(ModelFiles files, String what, Crops crops, Purpose purpose, int count) {
        try (var looking = new Looking(files, threads, new Progress(out, System::nanoTime))) {
            return looking.at(what, count, number -> crops.crop(purpose.seed(run, number)));
        }
    }

    /** A first impression; {@code evaluate} tells more. */
    private static List<Figure> figures(Looks looks) {
        var threats = new ThreatMeasure("known", looks, Map.of());
        var figures = new ArrayList<Figure>();
        figures.add(threats.areaUnderCurve());
        figures.addAll(threats.recalls());
        figures.add(threats.peaks());
        figures.add(CalibrationMeasure.of(looks).error("knownCalibrationError", "expected calibration error"));
        var loads = new LoadMeasure("known", looks);
        figures.add(loads.kind());
        figures.add(loads.empty());
        figures.add(loads.mass());
        figures.add(looks.where(look -> !look.holdsThreat())
                .share("knownCleanWithSpot", "clean containers that show a spot", look -> !look.spots(
                                looks.card().spotLogit())
                        .isEmpty()));
        return figures;
    }

    private ModelCard card(
            String version,
            Function<PictureKind, Calibration> threat,
            Calibration spot,
            double spotLogit,
            Map<String, Double> figures)
            throws IOException {
        return new ModelCard(
                ModelCard.FORMAT,
                version,
                weights(Learning.WEIGHTS),
                weights(Learning.ONNX),
                Recipe.WIDTH,
                Recipe.HEIGHT,
                Recipe.CELL,
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

    private WeightsFile weights(String file) throws IOException {
        return new WeightsFile(file, ModelFiles.sha256(Files.readAllBytes(folder.resolve(file))));
    }

    /**
     * Takes the weights of another model, to be calibrated again.
     *
     * @throws ModelUnusable when files of it are missing; nothing is taken then
     */
    public void take(Path model) throws IOException {
        var missing = FILES.stream()
                .filter(name -> !Files.isRegularFile(model.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new ModelUnusable(
                    "In %s is no %s: calibrating again takes all files that training writes. Copy what is missing from where the model was trained, or train again."
                            .formatted(model.toAbsolutePath(), String.join(" and no ", missing)));
        }
        copy(model, folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (var name : FILES) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Copies the files of a model to where the service is built from. */
    public void install(Path resources) throws IOException {
        copy(folder, resources);
        out.println("Installed in " + resources.toAbsolutePath());
    }
}
