package nl.bovenstrooms.queue.inspection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.bovenstrooms.contracts.event.InspectionReported.Find;
import nl.bovenstrooms.contracts.event.InspectionReported.Outcome;
import nl.bovenstrooms.contracts.event.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The physical check of a container.
 *
 * @param find what was found, where and how; with FOUND only
 * @param why it was not done; with NOT_DONE only
 * @param inspectedAt when it ended, or should have been; in UTC and whole milliseconds, as it is kept
 */
record Inspection(
        Outcome outcome, @Nullable Find find, @Nullable String why, OffsetDateTime inspectedAt) {

    Inspection {
        inspectedAt = inspectedAt.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Why nobody can have done such a check; empty when somebody can. */
    Optional<LocalText> whyNot(Instant now) {
        if ((outcome == Outcome.FOUND) != (find != null)) {
            return Optional.of(new LocalText(
                    "Bij FOUND, en alleen daarbij, hoort wat er gevonden is.",
                    "FOUND, and nothing else, comes with what was found."));
        }
        if ((outcome == Outcome.NOT_DONE) != (why != null)) {
            return Optional.of(new LocalText(
                    "Bij NOT_DONE, en alleen daarbij, hoort waarom er niet gecontroleerd is.",
                    "NOT_DONE, and nothing else, comes with why it was not done."));
        }
        if (inspectedAt.toInstant().isAfter(now)) {
            return Optional.of(
                    new LocalText("Het tijdstip ligt in de toekomst.", "The time of the check lies in the future."));
        }
        return Optional.empty();
    }
}
