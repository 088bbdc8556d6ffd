package nl.bovenstrooms.contracts.container;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A container number as in ISO 6346:2022: three letters for the owner, a category (U, J or Z), six digits and a check
 * digit. Source systems read it from a camera, so a number with a wrong check digit or with {@code ?} for an unread
 * character is kept as it came and told by {@link #checkDigit()}.
 *
 * @param value upper case, without blanks, dots and dashes; 1 to 20 characters
 */
public record ContainerNumber(@JsonValue String value) {

    private static final int LONGEST = 20;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Z]{3}[UJZ][0-9]{7}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]");

    public ContainerNumber {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a container number has 1 to 20 characters, this one has " + value.length());
        }
    }

    /**
     * Reads a number as people and machines write it, such as {@code mscu 123456-5}.
     *
     * @throws IllegalArgumentException when nothing or more than 20 characters remain
     */
    @JsonCreator
    public static ContainerNumber of(String text) {
        return new ContainerNumber(SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }

    public CheckDigit checkDigit() {
        if (!WELL_FORMED.matcher(value).matches()) {
            return CheckDigit.UNREADABLE;
        }
        return value.charAt(10) - '0' == checkDigitOf(value.substring(0, 10)) ? CheckDigit.CORRECT : CheckDigit.WRONG;
    }

    /**
     * The check digit of ISO 6346, annex A: letters count 10 to 38 without the multiples of 11, the character at place i
     * weighs 2^i, the sum is taken modulo 11 and then modulo 10.
     *
     * @param firstTen owner, category and serial number, ten characters A-Z and 0-9
     * @return 0 to 9
     */
    public static int checkDigitOf(String firstTen) {
        var sum = 0;
        for (var place = 0; place < 10; place++) {
            sum += valueOf(firstTen.charAt(place)) << place;
        }
        return sum % 11 % 10;
    }

    private static int valueOf(char character) {
        if (Character.isDigit(character)) {
            return character - '0';
        }
        var ordinal = character - 'A';
        // 11, 22 and 33 are left out, so a letter moves up by one for each of them that it passes.
        return 10 + ordinal + (ordinal + 9) / 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
