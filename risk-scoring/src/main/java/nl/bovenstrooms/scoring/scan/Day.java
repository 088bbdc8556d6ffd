package nl.bovenstrooms.scoring.scan;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A day in UTC, as somebody asks for it over HTTP. A parameter of a type of the framework's that can't be read would be told as an
 * address that does not exist.
 */
public record Day(LocalDate date) {

    /** @param text such as 2026-11-24 */
    public static Day fromString(String text) {
        try {
            return new Day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new BadRequestException("'%s' is no day such as 2026-11-24".formatted(text), e);
        }
    }

    /** Its first moment. */
    public Instant begin() {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first moment of the next one. */
    Instant end() {
        return new Day(date.plusDays(1)).begin();
    }
}
