package nl.bovenstrooms.scoring.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * How far a lesson is: the weights of its part of the network, after so many steps.
 *
 * @param parameters file name of the weights, beside the description
 */
record Checkpoint(int done, String parameters) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<Checkpoint> in(Path folder, String lesson) throws IOException {
        var description = description(folder, lesson);
        return Files.exists(description)
                ? Optional.of(JSON.readValue(description.toFile(), Checkpoint.class))
                : Optional.empty();
    }

    static int stepsDone(Path folder, String lesson) throws IOException {
        return in(folder, lesson).map(Checkpoint::done).orElse(0);
    }

    /** @throws IOException when there is no checkpoint */
    static Path weights(Path folder, String lesson) throws IOException {
        return in(folder, lesson)
                .map(checkpoint -> folder.resolve(checkpoint.parameters()))
                .orElseThrow(() -> new IOException("there is no checkpoint of '%s' in %s".formatted(lesson, folder)));
    }

    /** So that a new run does not go on from the one before. */
    static void deleteAll(Path folder) throws IOException {
        for (var lesson : List.of("detail", "context", "judgement")) {
            Files.deleteIfExists(description(folder, lesson));
        }
    }

    private static Path description(Path folder, String lesson) {
        return folder.resolve("checkpoint-%s.json".formatted(lesson));
    }

    /** Replaces the one before; a run that ends in the middle of this leaves that one whole. */
    static void write(Path folder, Trainer<?> trainer, String lesson, int done) throws IOException {
        var before = in(folder, lesson);
        var checkpoint = new Checkpoint(done, "%s-%06d.params".formatted(lesson, done));
        trainer.save(folder.resolve(checkpoint.parameters()));
        var draft = folder.resolve(lesson + ".draft");
        JSON.writeValue(draft.toFile(), checkpoint);
        Files.move(
                draft,
                description(folder, lesson),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        if (before.isPresent() && !before.get().parameters().equals(checkpoint.parameters())) {
            Files.deleteIfExists(folder.resolve(before.get().parameters()));
        }
    }
}
