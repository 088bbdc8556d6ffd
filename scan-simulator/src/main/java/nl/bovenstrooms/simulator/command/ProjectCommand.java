package nl.bovenstrooms.simulator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.projection.ThreatProjection;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Bundle;
import nl.bovenstrooms.simulator.wire.PictureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts contraband into a picture of the user's own. */
@Command(
        name = "project",
        description = "Puts contraband into a picture that is already there, for exercises with a known answer.",
        mixinStandardHelpOptions = true)
final class ProjectCommand implements Callable<Integer> {

    private static final Pattern REGION = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    @Option(
            names = "--image",
            paramLabel = "FILE",
            required = true,
            description = "JPEG, PNG or TIFF, 8 or 16 bits, dark is dense.")
    private Path image;

    @Option(
            names = "--container",
            paramLabel = "X,Y,WIDTH,HEIGHT",
            required = true,
            description = "Where the container stands in the picture, in pixels.")
    private String container;

    @Option(names = "--box", paramLabel = "TYPE", defaultValue = "DRY_40", description = "${COMPLETION-CANDIDATES}")
    private BoxType box = BoxType.DRY_40;

    @Option(
            names = "--bundle",
            paramLabel = "KIND",
            defaultValue = "SPORTS_BAGS",
            description = "${COMPLETION-CANDIDATES}")
    private Bundle bundle = Bundle.SPORTS_BAGS;

    @Option(
            names = "--kg",
            paramLabel = "KG",
            defaultValue = "60",
            description = "1 to 2000. Default: ${DEFAULT-VALUE}")
    private double kilograms;

    @Option(
            names = "--along",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "Place: 0 at the left end of the container, 1 at the right end. Default: ${DEFAULT-VALUE}")
    private double along;

    @Option(
            names = "--height",
            paramLabel = "SHARE",
            defaultValue = "0.0",
            description = "Place: 0 on the floor, 1 under the roof. Default: ${DEFAULT-VALUE}")
    private double height;

    @Option(
            names = "--gamma",
            paramLabel = "G",
            defaultValue = "1",
            description = "Of the picture; 1 when brightness is transmission. Default: ${DEFAULT-VALUE}")
    private double gamma;

    @Option(
            names = "--visibility",
            paramLabel = "V",
            defaultValue = "0",
            description =
                    "Wanted contrast in units of the noise; 0 for what that mass really does. Default: ${DEFAULT-VALUE}")
    private double visibility;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "projected.png",
            description = "PNG; the mask stands beside it. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("projected.png");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var projected = projected(picture());
        var mask = out.resolveSibling(out.getFileName() + ".mask.png");
        try {
            Files.write(out, PictureFile.png(projected.principal()));
            Files.write(mask, PictureFile.png(asRaster(projected)));
        } catch (IOException e) {
            throw new CannotWrite(out, e);
        }
        var region = projected.region();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: contraband at %d,%d,%d,%d, visibility %.1f%n",
                        out, region.x(), region.y(), region.width(), region.height(), projected.visibility());
        return 0;
    }

    private ThreatProjection.Projected projected(Raster picture) {
        var numbers = REGION.matcher(container);
        if (!numbers.matches()) {
            throw wrong("--container is four whole numbers X,Y,WIDTH,HEIGHT, not '" + container + "'");
        }
        try {
            var region = new Region(
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)),
                    Integer.parseInt(numbers.group(4)));
            return ThreatProjection.into(
                    picture,
                    null,
                    new ThreatProjection.Request(box, region, bundle, kilograms, along, height, gamma, visibility),
                    new Chance(seed).of("projection"));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Raster picture() {
        try {
            return PictureFile.read(Files.readAllBytes(image))
                    .orElseThrow(() -> wrong("--image: %s is not a JPEG, PNG or TIFF".formatted(image)));
        } catch (IOException e) {
            throw wrong("--image: %s can't be read".formatted(image));
        }
    }

    private static Raster asRaster(ThreatProjection.Projected projected) {
        var samples = new short[projected.mask().length];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) (projected.mask()[index] == 0 ? 0 : 255);
        }
        return new Raster(projected.principal().width(), projected.principal().height(), 8, samples);
    }
}
