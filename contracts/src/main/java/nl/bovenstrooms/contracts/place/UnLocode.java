package nl.bovenstrooms.contracts.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place in the United Nations Code for Trade and Transport Locations: two letters for the country and three letters or
 * digits (2-9) for the place.
 *
 * @param value five characters, upper case
 */
public record UnLocode(@JsonValue String value) {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    public UnLocode {
        if (!WELL_FORMED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a UN/LOCODE has two letters and three letters or digits, not '" + value + "'");
        }
    }

    /**
     * Reads {@code BRSSZ} or {@code BR SSZ}.
     *
     * @throws IllegalArgumentException when it has not the shape of a UN/LOCODE
     */
    @JsonCreator
    public static UnLocode of(String text) {
        return new UnLocode(text.replace(" ", "").toUpperCase(Locale.ROOT));
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return value.substring(0, 2);
    }

    /** Whether the trimmed list knows this place; see {@link UnLocodes}. */
    public boolean isKnown() {
        return UnLocodes.names().containsKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
