package nl.bovenstrooms.contracts.goods;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A subheading of the Harmonized System of the World Customs Organization. National codes (Brazil's NCM, the EU's CN)
 * are longer; their first six digits are the HS code.
 *
 * @param value six digits
 */
public record HsCode(@JsonValue String value) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern LONGER = Pattern.compile("[0-9]{6,12}");

    public HsCode {
        if (!SIX_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("an HS code has six digits, not '" + value + "'");
        }
    }

    /**
     * Reads an HS or national code of 6 to 12 digits; dots and blanks are left out.
     *
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    public static HsCode of(String text) {
        var digits = text.replace(".", "").replace(" ", "");
        if (!LONGER.matcher(digits).matches()) {
            throw new IllegalArgumentException("an HS code has six digits, not '" + text + "'");
        }
        return new HsCode(digits.substring(0, 6));
    }

    /** The first two digits. */
    public String chapter() {
        return value.substring(0, 2);
    }

    /** The first four digits. */
    public String heading() {
        return value.substring(0, 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
