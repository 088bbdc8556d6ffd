package nl.bovenstrooms.simulator.story;

import org.jspecify.annotations.Nullable;

/** Fields of a scenario that have to be there. */
final class Required {

    private Required() {}

    static <T> T of(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
