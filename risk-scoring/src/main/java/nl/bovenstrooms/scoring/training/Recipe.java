package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one training run does. With the code it decides the weights: the same recipe gives the same ones on one machine.
 *
 * @param run number of the run, 0 to 65535: another run learns from other containers and starts from other weights
 * @param contextSteps of the optimiser for what the container as a whole is like, at least 1
 * @param detailSteps of the optimiser for where contraband is, at least 1
 * @param judged containers, with and without contraband, that the judgement is made by, at least 100
 * @param refined it starts with weights that were trained before, not with random ones
 */
public record Recipe(int run, int contextSteps, int detailSteps, int judged, boolean refined) {

    /** The working scale: of a container of 40 feet a column is 1.2 cm and a row 0.75 cm. */
    public static final int WIDTH = 1024;

    public static final int HEIGHT = 384;

    /** Pixels along the side of a cell of the map. */
    public static final int CELL = MapHead.CELL;

    /** What the detail is learned from: an eighth of a container. */
    public static final int PART_WIDTH = 256;

    public static final int PART_HEIGHT = 192;

    private static final String FILE = "recipe.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Recipe {
        if (run < 0 || run > 0xFFFF) {
            throw new IllegalArgumentException("the number of a run is 0 to 65535, not " + run);
        }
        if (contextSteps < 1 || detailSteps < 1) {
            throw new IllegalArgumentException(
                    "each part takes at least one step, not %d and %d".formatted(contextSteps, detailSteps));
        }
        if (judged < 100) {
            throw new IllegalArgumentException("a judgement takes at least 100 containers, not " + judged);
        }
    }

    public static Optional<Recipe> in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Recipe.class)) : Optional.empty();
    }

    /** For a run that goes on later. */
    void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE).toFile(), this);
    }

    static Batch emptyBatch(int size, int width, int height) {
        return new Batch(size, width, height, SyntheticCrops.loadKinds().size());
    }
}
