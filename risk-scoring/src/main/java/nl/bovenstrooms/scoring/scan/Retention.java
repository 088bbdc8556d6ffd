package nl.bovenstrooms.scoring.scan;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Until when a scan may be kept: what its latest manifest says of handling, and five years where that says nothing. */
final class Retention {

    private static final Period LONGEST = Period.ofYears(5);

    private Retention() {}

    /** The last day. */
    static LocalDate keepUntil(KnownScan known) {
        var scan = known.latest().scan();
        var longest = scan.receivedAt()
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate()
                .plus(LONGEST);
        return Optional.ofNullable(scan.manifest().handling())
                .map(handling -> handling.path("retentionUntil").asText())
                .flatMap(Retention::date)
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
