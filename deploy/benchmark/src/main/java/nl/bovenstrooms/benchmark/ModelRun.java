package nl.bovenstrooms.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.benchmark.model.ModelAlone;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.Installation;
import nl.bovenstrooms.embedded.JavaCommand;

/** Runs {@link ModelAlone} with the memory and the settings that the service has. */
final class ModelRun {
    private ModelRun() {}

    /**
     * @param width columns of what the network sees of a container
     * @param height rows of it
     * @param bareBefore containers per second of the network alone, before the whole looks
     * @param bareAfter the same after them
     * @param coreMillis of one core for one container, of the network alone
     * @param wholeLook containers per second, with finding, cutting out, the network, and what it means
     * @param lookCoreMillis of one core for one whole look
     * @param found places where a container was found in that time
     * @param seen those at which the network looked
     * @param finderMillis of one core, for one picture
     * @param peakFlops operations per second of a matrix product on the same threads
     */
    record Figures(
            int width,
            int height,
            double bareBefore,
            double bareAfter,
            double coreMillis,
            double wholeLook,
            double lookCoreMillis,
            long found,
            long seen,
            double finderMillis,
            double peakFlops) {

        /** Containers per second of the network alone. */
        double bare() {
            return (bareBefore + bareAfter) / 2;
        }
    }

    /**
     * @param scoring the packaged service
     * @param folder to work in
     */
    static Figures run(Path scoring, Path folder, List<BaseCaseScans.Picture> pictures, Plan plan)
            throws IOException, InterruptedException {
        var rasters = Files.createDirectories(folder.resolve("pictures"));
        for (var number = 0; number < pictures.size(); number++) {
            var raster = pictures.get(number).raster();
            Files.write(
                    rasters.resolve(ModelAlone.fileName(number, raster.width(), raster.height())),
                    RasterCodec.encode(raster));
        }
        var figures = folder.resolve("model.properties");
        var log = folder.resolve("model.log");
        var command = JavaCommand.of(
                List.of("-Xmx1g", "-XX:+UseSerialGC"),
                List.of(
                        Installation.find().supervised(),
                        ownClasses(),
                        scoring.resolve("app/*"),
                        scoring.resolve("lib/main/*"),
                        scoring.resolve("lib/boot/*")),
                ModelAlone.class.getName(),
                List.of(
                        Integer.toString(plan.workers()),
                        Integer.toString(plan.modelSeconds()),
                        rasters.toString(),
                        figures.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment(folder));
        var process = builder.start();
        if (!process.waitFor(60 + 10L * plan.modelSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (!Files.exists(figures) || process.waitFor() != 0) {
            throw new CannotStart("The model alone gave no figures:%n%s".formatted(Files.readString(log)));
        }
        return read(figures);
    }

    private static Map<String, String> environment(Path folder) {
        var cache = folder.resolve("djl").toString();
        return Map.of(
                "OMP_WAIT_POLICY",
                "PASSIVE",
                "OPT_OUT_TRACKING",
                "true",
                "DJL_CACHE_DIR",
                cache,
                "ENGINE_CACHE_DIR",
                cache);
    }

    private static Path ownClasses() {
        return Path.of(ModelAlone.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static Figures read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Figures(
                (int) number(properties, "width"),
                (int) number(properties, "height"),
                number(properties, "bare.before"),
                number(properties, "bare.after"),
                (number(properties, "bare.before.core-millis") + number(properties, "bare.after.core-millis")) / 2,
                number(properties, "look.containers"),
                number(properties, "look.core-millis"),
                (long) number(properties, "look.found"),
                (long) number(properties, "look.seen"),
                number(properties, "finder.millis"),
                number(properties, "matrix.flops"));
    }

    private static double number(Properties properties, String name) {
        return Double.parseDouble(properties.getProperty(name, "NaN"));
    }
}
