package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How far a run is: the weights it has, after so many steps.
 *
 * @param parameters file name of the weights, beside the description
 */
record Checkpoint(Recipe recipe, int done, String parameters) {

    private static final String DESCRIPTION = "checkpoint.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<Checkpoint> in(Path folder) throws IOException {
        var description = folder.resolve(DESCRIPTION);
        return Files.exists(description)
                ? Optional.of(JSON.readValue(description.toFile(), Checkpoint.class))
                : Optional.empty();
    }

    /** Replaces the one before; a run that ends in the middle of this leaves that one whole. */
    static void write(Path folder, Trainer trainer, Recipe recipe, int done) throws IOException {
        var before = in(folder);
        var checkpoint = new Checkpoint(recipe, done, "checkpoint-%06d.params".formatted(done));
        trainer.save(folder.resolve(checkpoint.parameters()));
        var draft = folder.resolve(DESCRIPTION + ".draft");
        JSON.writeValue(draft.toFile(), checkpoint);
        Files.move(
                draft,
                folder.resolve(DESCRIPTION),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        if (before.isPresent() && !before.get().parameters().equals(checkpoint.parameters())) {
            Files.deleteIfExists(folder.resolve(before.get().parameters()));
        }
    }
}
