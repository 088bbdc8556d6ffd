package nl.bovenstrooms.contracts.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The seaports between South America, West Africa and Europe that this system meets: a trimmed list, taken by hand from
 * the UN/LOCODE release that the first line of {@code un-locodes.csv} names. A missing port is added there.
 */
public final class UnLocodes {

    private static final Map<String, String> NAMES = read();

    private UnLocodes() {}

    /** Code to English name, in the order of the list. */
    public static Map<String, String> names() {
        return NAMES;
    }

    private static Map<String, String> read() {
        var resource = Objects.requireNonNull(UnLocodes.class.getResourceAsStream("un-locodes.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var names = new LinkedHashMap<String, String>();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        var comma = line.indexOf(',');
                        names.put(line.substring(0, comma), line.substring(comma + 1));
                    });
            return Collections.unmodifiableMap(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
