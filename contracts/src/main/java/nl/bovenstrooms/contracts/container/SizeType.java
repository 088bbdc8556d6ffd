package nl.bovenstrooms.contracts.container;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The size/type code of ISO 6346, for example {@code 45R1}: the first character is the length, the second the height and
 * width, the last two the type.
 *
 * @param code upper case, as the source gave it; only the first character and the type letter are read
 */
public record SizeType(@JsonValue String code) {

    @JsonCreator
    public static SizeType of(String text) {
        return new SizeType(text.strip().toUpperCase(Locale.ROOT));
    }

    /** Length in feet for the codes 2 (20), 4 (40), L (45) and M (48); empty for all others. */
    public OptionalInt lengthInFeet() {
        if (code.isEmpty()) {
            return OptionalInt.empty();
        }
        return switch (code.charAt(0)) {
            case '2' -> OptionalInt.of(20);
            case '4' -> OptionalInt.of(40);
            case 'L' -> OptionalInt.of(45);
            case 'M' -> OptionalInt.of(48);
            default -> OptionalInt.empty();
        };
    }

    /** True for the thermal types R and H. */
    public boolean isReefer() {
        return code.length() >= 3 && (code.charAt(2) == 'R' || code.charAt(2) == 'H');
    }

    @Override
    public String toString() {
        return code;
    }
}
