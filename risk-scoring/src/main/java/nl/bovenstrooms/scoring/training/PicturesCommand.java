package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.Appearance;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ContainerFinder.Scorers;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.image.UsualPictures;
import nl.bovenstrooms.scoring.training.FinderTraining.Lesson;
import nl.bovenstrooms.scoring.training.WholePictures.WholePicture;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.training.TrainingSamples;
import nl.bovenstrooms.simulator.training.TrainingSpec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns and measures what the service knows of whole pictures: where containers end, and how pictures usually look. */
@Command(
        name = "pictures",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how well containers are found in whole synthetic pictures, and how many of them are called not readable.",
            "With --learn it learns anew first."
        })
public final class PicturesCommand implements Callable<Integer> {

    private static final Path INSTALLED = Path.of("src", "main", "resources", "model");

    /** Small pictures are drawn much faster, and are looked at in thumbnails of the same size. */
    private static final int ROWS_LEARNED_FROM = 500;

    private static final int CROP_WIDTH = 640;
    private static final int CROP_HEIGHT = 240;

    @Option(names = "--learn", description = "Learn anew from synthetic pictures.")
    private boolean learn;

    @Option(
            names = "--lessons",
            defaultValue = "2000",
            description = "Pictures to learn finding from (${DEFAULT-VALUE}).")
    private int lessons;

    @Option(names = "--epochs", defaultValue = "15", description = "How often each is looked at (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--usual",
            defaultValue = "800",
            description =
                    "Pictures to learn the usual looks from, whole ones and cut-out ones each (${DEFAULT-VALUE}).")
    private int usual;

    @Option(names = "--count", defaultValue = "400", description = "Pictures to measure with (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "0 to 65535: the same seed gives the same pictures (${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--install", description = "Put what was learned where the service is built from.")
    private boolean install;

    @Option(names = "--out", defaultValue = "target/model", description = "Folder for it (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "model");

    /** Ends the virtual machine with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PicturesCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var finder = learn ? new ContainerFinder(learn()) : new ContainerFinder();
        measure("Scanners that it learned from", finder, knownScanners());
        measure("Scanners that it never saw", finder, SyntheticCrops.UNSEEN_SCANNERS);
        if (learn) {
            System.out.println(
                    "What is not readable is measured by the same command without --learn, once it is built in.");
            return CommandLine.ExitCode.OK;
        }
        try (var model = PooledImageModel.start(ModelFiles.bundled(), 1)) {
            judged("Scanners that it learned from", finder, model, knownScanners());
            judged("Scanners that it never saw", finder, model, SyntheticCrops.UNSEEN_SCANNERS);
        }
        return CommandLine.ExitCode.OK;
    }

    private Scorers learn() throws IOException {
        var pictures = new WholePictures(knownScanners(), ROWS_LEARNED_FROM);
        var scorers = new FinderTraining(
                        drawn(lessons, Purpose.TRAINING, pictures::picture)
                                .flatMap(picture -> Lesson.of(picture).stream())
                                .toList(),
                        epochs,
                        seed,
                        System.out)
                .learn();
        Files.createDirectories(out);
        try (var data = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(out.resolve(ContainerFinder.WEIGHTS))))) {
            scorers.bottoms().write(data);
            scorers.middles().write(data);
        }
        var usualPictures = UsualPictures.of(looks(new ContainerFinder(scorers)));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(out.resolve(UsualPictures.FILE).toFile(), usualPictures);
        if (install) {
            for (var file : List.of(ContainerFinder.WEIGHTS, UsualPictures.FILE)) {
                Files.copy(out.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return scorers;
    }

    /** Of containers as the finder cuts them out of whole pictures, and as the model learns from them. */
    private List<double[]> looks(ContainerFinder finder) {
        var whole = new WholePictures(knownScanners(), ROWS_LEARNED_FROM);
        var crops = new TrainingSamples(
                TrainingSpec.of(CROP_WIDTH, CROP_HEIGHT).withoutFamilies(SyntheticCrops.UNSEEN_SCANNERS));
        var found = drawn(usual, Purpose.CALIBRATION, whole::picture)
                .flatMap(picture -> finder.find(picture.principal()).stream()
                        .filter(region -> overlaps(region, picture))
                        .map(region ->
                                Appearance.of(picture.principal(), region).statistics()));
        var cut = drawn(usual, Purpose.CALIBRATION, crops::sample)
                .map(sample -> Appearance.of(sample.principal(), new Region(0, 0, CROP_WIDTH, CROP_HEIGHT))
                        .statistics());
        return Stream.concat(found, cut).toList();
    }

    private static boolean overlaps(Region found, WholePicture picture) {
        return picture.regions().stream().anyMatch(region -> region.intersectionOverUnion(found) > 0.8);
    }

    private void measure(String what, ContainerFinder finder, Set<ScannerFamily> families) {
        var pictures = new WholePictures(families, WholePictures.MOST_ROWS);
        drawn(count, Purpose.FINDING, pictures::picture)
                .map(picture -> FinderMeasurement.of(finder, picture))
                .reduce(FinderMeasurement::plus)
                .ifPresent(measurement -> measurement.print(what, System.out));
    }

    /** How many ordinary pictures are called not readable. */
    private void judged(String what, ContainerFinder finder, ImageModel model, Set<ScannerFamily> families) {
        var pictures = new WholePictures(families, ROWS_LEARNED_FROM);
        var looks = drawn(count, Purpose.FINDING, pictures::picture)
                .map(WholePicture::principal)
                .flatMap(picture -> finder.find(picture).stream().map(place -> model.look(picture, null, place)))
                .toList();
        var obstacles = looks.stream()
                .filter(NotReadable.class::isInstance)
                .collect(
                        Collectors.groupingBy(look -> ((NotReadable) look).why(), TreeMap::new, Collectors.counting()));
        System.out.printf(
                Locale.ROOT,
                "%s: containers=%d %s%n",
                what,
                looks.size(),
                obstacles.isEmpty() ? "all judged" : "not readable: " + obstacles);
    }

    private <T> Stream<T> drawn(int number, Purpose purpose, LongFunction<T> draw) {
        return LongStream.range(0, number).parallel().mapToObj(index -> draw.apply(purpose.seed(seed, index)));
    }

    private static Set<ScannerFamily> knownScanners() {
        return EnumSet.complementOf(EnumSet.copyOf(SyntheticCrops.UNSEEN_SCANNERS));
    }
}
