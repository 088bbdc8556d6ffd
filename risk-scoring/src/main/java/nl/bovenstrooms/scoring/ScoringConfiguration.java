package nl.bovenstrooms.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.bovenstrooms.scoring.image.Engine;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How the scoring service runs. Nothing here changes a score: what does is in the model and the rule book, under their versions.
 * An unknown key under {@code bovenstrooms.scoring} stops the start.
 */
@ConfigMapping(prefix = "bovenstrooms.scoring")
public interface ScoringConfiguration {

    /**
     * Scans that are scored at a time. Each takes a core, about 100 MB, and a share of the topic's partitions; more than there
     * are cores or partitions gain nothing.
     */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int workers();

    /** The image model. */
    @Valid
    Model model();

    /** The rule book. */
    @Valid
    Rules rules();

    /** Reading pictures from the image store. */
    @Valid
    Pictures pictures();

    /** Keeping scans and scores in the database. */
    @Valid
    Archive archive();

    /** Settings for keeping scans and scores. */
    interface Archive {

        /** How often a database that is away is tried before the scan is a dead letter. */
        @WithDefault("15")
        @Min(1)
        @Max(20)
        int attempts();

        /** How long to wait before the second try; doubled for each further one, at most half a minute. */
        @WithDefault("0.25S")
        @NotNull
        @DurationMax(seconds = 10)
        Duration pause();
    }

    /** How often it is looked whether scans wait to be scored again. */
    @WithDefault("1S")
    @NotNull
    @DurationMax(minutes = 5)
    Duration againEvery();

    /** Settings of the image model. */
    interface Model {

        /**
         * Folder with another {@code model.json} and its weights; without it, the model of this release. A model that is put
         * there later takes over while the service runs.
         */
        Optional<Path> folder();

        /** What computes it; {@code model.json} has to name weights for it. */
        @WithDefault("PYTORCH")
        @NotNull
        Engine engine();

        /** Folder with a model that looks beside and changes no score; it may be empty, and filled or emptied later. */
        Optional<Path> shadow();

        /** How often the folders are looked at, and how long files have to stand still before they are read. */
        @WithDefault("10S")
        @NotNull
        @DurationMin(millis = 10)
        Duration watch();

        /** How often a look is tried before the container is scored by rules alone. */
        @WithDefault("3")
        @Min(1)
        @Max(10)
        int attempts();

        /** How long to wait before the second try; doubled for each further one. */
        @WithDefault("0.2S")
        @NotNull
        @DurationMax(seconds = 10)
        Duration pause();
    }

    /** Settings of the rule book. */
    interface Rules {

        /** Folder with another {@code rule-book.yaml}, which may change while the service runs; without it, the book of this release. */
        Optional<Path> folder();

        /** How often the folder is looked at. */
        @WithDefault("10S")
        @NotNull
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        Duration watch();

        /** Whether every rule has to be signed by two people; on in the profile {@code production}. */
        @WithDefault("false")
        boolean twoPersons();
    }

    /** Settings for reading pictures. */
    interface Pictures {

        /** A picture with more pixels than this is a dead letter: it would not fit beside the others in memory. */
        @WithDefault("100000000")
        @Min(1)
        long mostPixels();

        /** How often a picture that is not in the store is looked for before the scan is a dead letter. */
        @WithDefault("4")
        @Min(1)
        @Max(10)
        int missingAttempts();

        /** How often a store that can't be reached is tried before the scan is a dead letter. */
        @WithDefault("10")
        @Min(1)
        @Max(20)
        int unavailableAttempts();

        /** How long to wait before the second try; doubled for each further one, at most half a minute. */
        @WithDefault("0.25S")
        @NotNull
        @DurationMax(seconds = 10)
        Duration pause();
    }
}
