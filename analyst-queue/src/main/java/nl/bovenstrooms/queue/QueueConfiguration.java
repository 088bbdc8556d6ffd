package nl.bovenstrooms.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the queue runs. An unknown key under {@code bovenstrooms.queue} stops the start. */
@ConfigMapping(prefix = "bovenstrooms.queue")
public interface QueueConfiguration {

    /**
     * A container whose probability is above this is read. A probability, 0 to 1; finds are about 0.003 of all containers. The
     * default asks for somewhat more than three times that: no single moderate reason reaches it, two together do.
     */
    @WithDefault("0.01")
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1")
    double threshold();

    /** What share of the containers at or below the threshold is read all the same, 0 to 1. */
    @WithDefault("0.05")
    @DecimalMin("0")
    @DecimalMax("1")
    double randomShare();

    /** How long a claim lasts without a heartbeat. */
    @WithDefault("10M")
    @NotNull
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lease();

    /** How long a claim lasts at most, whatever the heartbeats: a forgotten screen must not hold a container. */
    @WithDefault("2H")
    @NotNull
    @DurationMin(seconds = 1)
    @DurationMax(hours = 12)
    Duration longestClaim();

    /** How long a reader who gave a case back does not get it again, so that giving back is no way of choosing. */
    @WithDefault("8H")
    @NotNull
    @DurationMin(seconds = 0)
    Duration releasePause();

    /** When a source hears that an assessment is complete. */
    @Valid
    CompleteAnswer completeAnswer();

    /** When the unread alarm is raised. */
    @Valid
    Alarm alarm();

    /** The audit chain. */
    @Valid
    Audit audit();

    /** Folder of the installation's secrets, made at the first start. All instances need the same ones. */
    @WithDefault("keys")
    @NotNull
    Path keys();

    /** Where the day of "decided today" begins. */
    @WithDefault("Europe/Amsterdam")
    @NotNull
    ZoneId timeZone();

    /**
     * Between these two moments after the score, so that neither the answer nor its speed tells whether anybody looked. Where a
     * reader takes longer, the answer comes with the decision.
     */
    interface CompleteAnswer {

        /** Shortest time from the score to the answer. */
        @WithDefault("20M")
        @NotNull
        @DurationMin(seconds = 0)
        Duration earliest();

        /** Longest time from the score to the answer. */
        @WithDefault("90M")
        @NotNull
        @DurationMin(seconds = 0)
        Duration latest();

        /**
         * Whether the answer about a container that was read and cleared waits for the same moment. Without it, a quick answer
         * tells that somebody looked.
         */
        @WithDefault("true")
        boolean holdsCleared();

        /** How often to look for those whose moment has come. */
        @WithDefault("15S")
        @NotNull
        @DurationMin(seconds = 1)
        Duration lookEvery();

        @AssertTrue(message = "latest must not be before earliest")
        default boolean isInOrder() {
            return earliest().compareTo(latest()) <= 0;
        }
    }

    /** Limits of waiting. */
    interface Alarm {

        /** A case that waits longer raises the alarm. */
        @WithDefault("30M")
        @NotNull
        @DurationMin(seconds = 1)
        Duration waiting();

        /** A waiting case whose deadline is nearer than this raises the alarm. */
        @WithDefault("2H")
        @NotNull
        @DurationMin(seconds = 0)
        Duration deadlineWithin();
    }

    /** When a signed checkpoint is written: as soon as one of the two is reached and there is something new. */
    interface Audit {

        /** Entries since the checkpoint before. */
        @WithDefault("1000")
        @Min(1)
        @Max(1_000_000)
        int checkpointEntries();

        /** Time since the checkpoint before. */
        @WithDefault("10M")
        @NotNull
        @DurationMin(seconds = 1)
        Duration checkpointEvery();
    }
}
