package nl.bovenstrooms.simulator.command;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.story.Passage;
import nl.bovenstrooms.simulator.story.Passages;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the passages of a scenario to a folder. */
@Command(
        name = "render",
        description =
                "Writes scans to a folder: for each one its images, manifest.json, truth.json and, where contraband"
                        + " is hidden, a mask.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {

    private static final ObjectWriter JSON = EventCodec.mapper().writerWithDefaultPrettyPrinter();

    @Mixin
    private ScenarioOption stream = new ScenarioOption();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many, 1 to 1000000. Default: ${DEFAULT-VALUE}")
    private long count;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "scans",
            description = "Folder, made where it is missing. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("scans");

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "When the scans are sent, such as 2026-11-24T06:00:00Z: times in the manifests are relative to it."
                            + " Default: now")
    private @Nullable Instant start;

    @Spec
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        if (count < 1 || count > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--count is 1 to 1000000, not " + count);
        }
        var passages = new Passages(stream.scenario(), stream.seed(), start == null ? clock.instant() : start);
        var progress = new Progress(spec.commandLine().getOut(), count);
        for (var index = 0L; index < count; index++) {
            var passage = passages.at(index);
            var folder = out.resolve("%06d-%s".formatted(index, passage.scanId()));
            try {
                write(passage, folder);
            } catch (IOException e) {
                throw new CannotWrite(folder, e);
            }
            progress.done(index + 1);
        }
        spec.commandLine().getOut().printf("%d scans in %s%n", count, out.toAbsolutePath());
        return 0;
    }

    private static void write(Passage passage, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var image : passage.images()) {
            Files.write(folder.resolve(image.part() + "." + image.extension()), image.bytes());
        }
        Files.write(folder.resolve("manifest.json"), JSON.writeValueAsBytes(passage.manifest()));
        Files.write(folder.resolve("truth.json"), JSON.writeValueAsBytes(passage.truth()));
        if (passage.truth().holdsThreat()) {
            Files.write(folder.resolve("threat-mask.png"), mask(passage));
        }
    }

    private static byte[] mask(Passage passage) {
        var truth = passage.truth();
        var samples = new short[truth.threatMask().length];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) (truth.threatMask()[index] == 0 ? 0 : 255);
        }
        return PictureFile.png(new Raster(truth.width(), truth.height(), 8, samples));
    }
}
