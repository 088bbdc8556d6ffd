package nl.bovenstrooms.scoring.scan;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Until when a scan may be kept: what its latest manifest says of handling, and five years where that says nothing. Never less than a
 * voyage and its reading take: who could have a scan forgotten at once could keep it from being laid beside the one on arrival.
 */
final class Retention {

    private static final Period LONGEST = Period.ofYears(5);
    private static final Period SHORTEST = Period.ofDays(90);

    private Retention() {}

    /** The last day. */
    static LocalDate keepUntil(KnownScan known) {
        var scan = known.latest().scan();
        var received = scan.receivedAt().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        var longest = received.plus(LONGEST);
        var shortest = received.plus(SHORTEST);
        return Optional.ofNullable(scan.manifest().handling())
                .map(handling -> handling.path("retentionUntil").asText())
                .flatMap(Retention::date)
                .map(date -> date.isBefore(shortest) ? shortest : date)
                .filter(date -> date.isBefore(longest))
                .orElse(longest);
    }

    /** With or without a time of day. */
    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
